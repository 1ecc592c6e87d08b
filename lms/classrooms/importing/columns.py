"""Which column is which: Romanian and English titles, and those of the reach import format."""

import re
from collections.abc import Sequence

from lms.core.text import fold

# Names of people have no column here, so a file that has them leaves them behind.
_TITLES: dict[str, tuple[str, ...]] = {
    "session_ref": ("session ref", "referinta", "numarul sesiunii", "id sesiune", "cod sesiune"),
    "revision": ("revision", "revizie", "revizia"),
    "status": ("status", "stare", "starea"),
    "org_code": ("org code", "organizatie", "organizatia", "cod organizatie", "organisation"),
    "school_siiir": (
        "school siiir",
        "siiir",
        "cod siiir",
        "scoala siiir",
        "cod scoala",
        "codul scolii",
    ),
    "school": ("school", "scoala", "numele scolii", "unitatea de invatamant", "unitate scolara"),
    "locality": ("locality", "localitate", "localitatea", "oras", "comuna", "oras comuna"),
    "county": ("county", "judet", "judetul"),
    "class_label": ("class label", "class", "clasa", "grupa", "clasa grupa"),
    "lesson_code": ("lesson code", "lesson", "lectie", "lectia", "cod lectie", "plan de lectie"),
    "date": ("date", "data", "ziua", "data sesiunii", "data lectiei"),
    "girls": ("girls", "fete", "nr fete", "numar fete"),
    "boys": ("boys", "baieti", "nr baieti", "numar baieti"),
    "undisclosed": ("undisclosed", "fara precizare", "nespecificat", "neprecizat"),
    "pupils": ("pupils", "elevi", "nr elevi", "numar elevi", "total elevi", "numar de elevi"),
    "adults": ("adults", "adulti", "nr adulti", "numar adulti"),
    "duration": ("duration min", "duration", "durata", "minute", "durata minute", "durata min"),
    "modality": ("modality", "modalitate", "mod", "cum s a tinut", "fizic online"),
    "group_type": ("group type", "tip grup", "tipul grupului", "grup"),
    "duplicate_override": ("duplicate override", "nu este dublura"),
    "teacher_token": ("teacher token",),
}
_BY_TITLE = {title: name for name, titles in _TITLES.items() for title in titles}
_SIGNS = re.compile(r"[^a-z0-9]+")


def known_columns(titles: Sequence[str]) -> dict[int, str]:
    """{position: our name} of the titles that we know; of two that mean the same, the first."""
    found: dict[int, str] = {}
    for index, title in enumerate(titles):
        name = _BY_TITLE.get(_SIGNS.sub(" ", fold(title)).strip())
        if name and name not in found.values():
            found[index] = name
    return found
