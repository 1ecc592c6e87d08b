"""Which column is which. The titles of our own table are the same in every language, so that a
file does not change its meaning with the language of whoever reads it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils import timezone
from django.utils.translation import gettext as _

from lms.core.tables.problems import Problem
from lms.core.text import fold
from lms.training.models import TrainingSitting

NAME, FIRST_NAME, EMAIL, AUDIENCE = "nume", "prenume", "e-mail", "grup"
INSTITUTION, COUNTY, KEY = "instituție", "județ", "cheie"

# How people head their lists, folded, signs taken for spaces.
_WORDS: dict[str, tuple[str, ...]] = {
    NAME: (
        "nume", "numele", "nume si prenume", "numele si prenumele", "nume prenume",
        "prenume si nume", "nume complet", "numele participantului", "participant", "name",
        "full name",
    ),
    FIRST_NAME: ("prenume", "prenumele", "first name"),
    EMAIL: (
        "e mail", "email", "mail", "adresa de e mail", "adresa de email", "adresa e mail",
        "adresa email", "adresa de mail", "adresa electronica", "email address",
    ),
    AUDIENCE: (
        "grup", "grupul", "grup tinta", "grupul tinta", "categorie", "categoria",
        "categoria profesionala", "profesie", "profesia", "ocupatie", "ocupatia", "audience",
        "group",
    ),
    INSTITUTION: (
        "institutie", "institutia", "institutia de provenienta", "unitate", "unitatea",
        "unitatea de invatamant", "unitatea scolara", "scoala", "organizatie", "organizatia",
        "locul de munca", "angajator", "institution",
    ),
    COUNTY: ("judet", "judetul", "county"),
    KEY: ("cheie", "cheia", "key"),
}  # fmt: skip
_BY_WORD = {word: name for name, words in _WORDS.items() for word in words}
_SIGNS = re.compile(r"[^a-z0-9]+")
_SITTING = re.compile(
    r"(?:intalnirea|intalnire|prezenta|prezent|ziua|sesiunea|sitting) (\d{1,3})(?: (.+))?"
)
_DAY = re.compile(r"(\d{1,2}) (\d{1,2})(?: (\d{4}))?")
_ISO_DAY = re.compile(r"(\d{4}) (\d{1,2}) (\d{1,2})")
_ATTENDANCE = frozenset({"prezenta", "prezent", "prezenti", "a participat", "present"})


@dataclass(slots=True)
class Columns:
    """Where each column stands: `at` by our names, `sittings` by the number of the sitting.
    `unused` are titles that mean nothing to us: what stands below them is left behind."""

    at: dict[str, int] = field(default_factory=dict)
    sittings: dict[int, int] = field(default_factory=dict)
    unused: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def is_header(self) -> bool:
        """Whether the row is one of titles: it says who, and something of them."""
        names_people = bool({NAME, EMAIL, KEY} & set(self.at))
        return names_people and len(self.at) + len(self.sittings) + len(self.problems) > 1


def sitting_title(sitting: TrainingSitting) -> str:
    """The title of a sitting's column in our own table."""
    day = timezone.localtime(sitting.starts_at)
    return f"întâlnirea {sitting.number} ({day:%d.%m.%Y})"


def columns_of(titles: Sequence[str], sittings: Sequence[TrainingSitting], line: int) -> Columns:
    """What the cells of one row would mean as titles."""
    found = Columns()
    for index, title in enumerate(titles):
        shown, words = " ".join(title.split()), _SIGNS.sub(" ", fold(title)).strip()
        name, numbers = _BY_WORD.get(words), _sittings_of(words, sittings)
        if name in found.at or (numbers and len(numbers) == 1 and numbers <= set(found.sittings)):
            reason = _("coloana apare de două ori; păstrați una singură")
            found.problems.append(Problem(line, shown, reason))
        elif name:
            found.at[name] = index
        elif numbers is not None and len(numbers) == 1:
            found.sittings[min(numbers)] = index
        elif numbers is not None:
            reason = _("nu se știe despre ce întâlnire este vorba; scrieți titlul ca „%s”")
            found.problems.append(Problem(line, shown, reason % sitting_title(sittings[0])))
        elif words:
            found.unused.append(shown)
    return found


def _sittings_of(words: str, sittings: Sequence[TrainingSitting]) -> set[int] | None:
    """The numbers of the sittings that a title may mean; None of a title about something else."""
    if words in _ATTENDANCE:
        return {sitting.number for sitting in sittings}
    if numbered := _SITTING.fullmatch(words):
        number, rest = int(numbered[1]), numbered[2] or ""
        days = _on_day(rest, sittings)
        return {one.number for one in sittings if one.number == number} & (
            {number} if days is None else days
        )
    return _on_day(words, sittings)


def _on_day(words: str, sittings: Sequence[TrainingSitting]) -> set[int] | None:
    """The sittings of a day; None where no day is written. A day without a year is of any."""
    if iso := _ISO_DAY.fullmatch(words):
        year, month, day = map(int, iso.groups())
    elif written := _DAY.fullmatch(words):
        day, month, year = (int(part or 0) for part in written.groups())
    else:
        return None
    days = {one.number: timezone.localdate(one.starts_at) for one in sittings}
    return {
        number
        for number, held in days.items()
        if (held.day, held.month) == (day, month) and year in (0, held.year)
    }
