"""Programmes from their TOML files: one programme a file, translations joined by `key`."""

import tomllib
from pathlib import Path
from typing import Any

from lms.core.starter_pages import list_page, publish_below
from lms.training.models import (
    AgendaItem,
    ProgrammeAudience,
    ProgrammeIndexPage,
    ProgrammePage,
)

FOLDER = Path(__file__).parent / "programmes"
INDEX_WORDS = {
    "ro": (
        "Formare",
        "Programe de formare scrise pe larg, pentru cei care întâlnesc în munca lor oameni "
        "exploatați sau copii în pericol: agendă, activități, fișe și adeverință.",
    ),
    "en": (
        "Training",
        "Training programmes for those whose work brings them close to exploited people or to "
        "children in danger: agenda, activities, handouts and a certificate.",
    ),
}
SAME = (
    "title",
    "slug",
    "kind",
    "duration",
    "certificate_share",
    "summary",
    "for_whom",
    "content_note",
    "licence",
    "guide",
)
LINES = ("outcomes", "takeaways", "trainer_needs")


def load(folder: Path = FOLDER) -> int:
    """Add the lists in both languages and the programmes that are not there yet; return how many
    programmes were added."""
    for language in INDEX_WORDS:
        index_page(language)
    files = sorted(folder.glob("*.toml"), key=lambda path: (not path.stem.endswith(".ro"), path))
    return sum(_load_file(tomllib.loads(path.read_text())) for path in files)


def index_page(language: str) -> ProgrammeIndexPage:
    """The list of programmes in this language, made below its home page when missing."""
    title, intro = INDEX_WORDS[language]
    fields = {"title": title, "slug": "formare", "intro": intro, "search_description": intro}
    return list_page(ProgrammeIndexPage, language, **fields)


def _load_file(data: dict[str, Any]) -> bool:
    here = {"locale__language_code": data["locale"]}
    if ProgrammePage.objects.filter(slug=data["slug"], **here).exists():
        return False
    programme = ProgrammePage(
        search_description=data["summary"],
        body=[(block["type"], block["value"]) for block in data["body"]],
        **{name: data[name] for name in SAME if name in data},
        **{name: "\n".join(data[name]) for name in LINES},
    )
    for order, audience in enumerate(data["audiences"]):
        programme.audiences.add(ProgrammeAudience(sort_order=order, audience=audience))
    for order, item in enumerate(data["agenda"]):
        programme.agenda.add(AgendaItem(sort_order=order, **item))
    original = ProgrammePage.objects.filter(slug=data["key"]).exclude(**here).first()
    publish_below(index_page(data["locale"]), programme, original)
    return True
