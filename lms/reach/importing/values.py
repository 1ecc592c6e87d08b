"""Cells as values, strictly: what could be meant in two ways is asked, never guessed."""

import re
from datetime import date, datetime
from functools import cache

from django.db.models import TextChoices
from django.utils import timezone
from django.utils.translation import gettext as _

from lms.classrooms.models.revisions import EARLIEST_YEAR
from lms.core.tables.cells import short
from lms.core.tables.problems import CellProblem

# "11,694", "750.000", "78 970": a thousand to one, a fraction to another.
_GROUPED = re.compile(r"\d{1,3}([., \u00a0\u202f]\d{3})+")


def text(cell: str, longest: int) -> str:
    """A text that is there and fits."""
    if not cell:
        raise CellProblem(_("lipsește; completați coloana"))
    return short(cell, longest)


def number(cell: str, most: int, *, empty: int | None = 0) -> int:
    """A whole number from 0 to `most`, in digits only; an empty cell is `empty`, None: an error."""
    if not cell and empty is not None:
        return empty
    if cell.isascii() and cell.isdigit():
        if len(cell) > len(str(most)) or int(cell) > most:
            raise CellProblem(
                _("%(text)s este prea mult; scrieți cel mult %(most)s")
                % {"text": cell, "most": most}
            )
        return int(cell)
    if _GROUPED.fullmatch(cell):
        raise CellProblem(
            _("„%(text)s” se poate citi în două feluri; scrieți numai cifrele, ca %(plain)s")
            % {"text": cell, "plain": re.sub(r"\D", "", cell)}
        )
    if not cell:
        raise CellProblem(_("lipsește; scrieți 0 dacă nu a fost niciunul"))
    raise CellProblem(_("„%s” nu este un număr întreg; scrieți numai cifre") % cell)


def day(cell: str) -> date:
    """A day as 2026-11-23."""
    try:
        found = date.fromisoformat(cell)
    except ValueError:
        raise CellProblem(_("„%s” nu este o dată; scrieți-o ca 2026-11-23") % cell) from None
    if found.year < EARLIEST_YEAR:
        raise CellProblem(_("„%s”: verificați anul") % cell)
    return found


def year(cell: str) -> int:
    """A calendar year."""
    found = number(cell, timezone.localdate().year + 1, empty=None)
    if found < EARLIEST_YEAR:
        raise CellProblem(_("„%s”: verificați anul") % cell)
    return found


def moment(cell: str) -> datetime:
    """A moment in ISO form that has passed; without a zone it is local time."""
    try:
        found = datetime.fromisoformat(cell)
    except ValueError:
        raise CellProblem(
            _("„%s” nu este o dată cu oră; scrieți-o ca 2026-11-23T18:40:00+02:00") % cell
        ) from None
    # Before any computing with it: the first day of all has no moment in UTC.
    if found.year < EARLIEST_YEAR:
        raise CellProblem(_("„%s”: verificați anul") % cell)
    if timezone.is_naive(found):
        found = timezone.make_aware(found)
    if found > timezone.now():
        raise CellProblem(_("„%s” este în viitor; scrieți când s-a înregistrat") % cell)
    return found


def choice(cell: str, choices: type[TextChoices], *, empty: str = "") -> str:
    """One of these codes; an empty cell is `empty`."""
    if not cell and empty:
        return empty
    if cell not in _codes(choices) or not cell:
        known = ", ".join(value for value in choices.values if value)
        raise CellProblem(
            _("nu cunoaștem „%(text)s”; scrieți un cod dintre acestea: %(known)s")
            % {"text": cell, "known": known}
        )
    return cell


@cache
def _codes(choices: type[TextChoices]) -> frozenset[str]:
    return frozenset(choices.values)
