"""Cells as values: days, counts, choices. Each raises ValueError with a sentence for people."""

from datetime import date, datetime

from django.db.models import TextChoices
from django.utils.translation import gettext as _

from lms.classrooms.enums import GroupType, Modality, Status
from lms.classrooms.models.revisions import EARLIEST_YEAR, LARGEST_GROUP
from lms.core.tables.cells import words_of
from lms.core.text import fold

DAY_FORMATS = ("%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%y")
_NO = frozenset({"", "0", "nu", "no", "false", "fals"})
_SPOKEN: dict[type[TextChoices], dict[str, TextChoices]] = {
    Modality: {
        "fizic": Modality.IN_PERSON, "in sala": Modality.IN_PERSON, "la clasa": Modality.IN_PERSON
    },
    GroupType: {"clasa": GroupType.CLASS, "adunare": GroupType.ASSEMBLY},
    Status: {},
}  # fmt: skip


def day(text: str) -> date:
    """2026-11-23, 23.11.2026 or 23/11/2026."""
    for pattern in DAY_FORMATS:
        try:
            found = datetime.strptime(text.split("T")[0].strip(), pattern).date()
        except ValueError:
            continue
        if found.year < EARLIEST_YEAR:
            raise ValueError(_("„%s”: verificați anul din dată") % text)
        return found
    if not text:
        raise ValueError(_("lipsește data"))
    raise ValueError(_("„%s” nu este o dată; scrieți-o ca 23.11.2026") % text)


def count(text: str, label: object, most: int = LARGEST_GROUP) -> int:
    """How many; empty is none."""
    plain = text.replace("\xa0", "").replace(" ", "").removesuffix(".0").removesuffix(",0")
    if not plain or plain == "-":
        return 0
    if not (plain.isascii() and plain.isdigit()):
        raise ValueError(
            _("%(label)s: „%(text)s” nu este un număr") % {"label": label, "text": text}
        )
    if len(plain) > 9 or int(plain) > most:
        raise ValueError(_("%(label)s: %(text)s este prea mult") % {"label": label, "text": text})
    return int(plain)


def choice(text: str, choices: type[TextChoices], usual: str, label: str) -> str:
    """A value of the choices by its code or its word; empty is the usual one."""
    if not text:
        return usual
    try:
        return _words_of(choices)[fold(text)]
    except KeyError:
        raise ValueError(
            _("%(label)s: nu recunoaștem „%(text)s”") % {"label": label, "text": text}
        ) from None


def _words_of(choices: type[TextChoices]) -> dict[str, str]:
    """Every word for a value."""
    spoken = {word: str(member.value) for word, member in _SPOKEN.get(choices, {}).items()}
    return spoken | words_of(choices)


def yes(text: str) -> bool:
    """Whether a cell says yes: anything but empty, 0, nu, no, false."""
    return fold(text) not in _NO
