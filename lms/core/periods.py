"""Periods of whole days, and the school year that starts on 1 September."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from .numbers import format_date

_MONTHS = (
    _("ianuarie"),
    _("februarie"),
    _("martie"),
    _("aprilie"),
    _("mai"),
    _("iunie"),
    _("iulie"),
    _("august"),
    _("septembrie"),
    _("octombrie"),
    _("noiembrie"),
    _("decembrie"),
)
# As choices of a field.
MONTHS = tuple(enumerate(_MONTHS, start=1))
_SCHOOL_YEAR_FIRST_MONTH = 9
# No school year of ours is older; a year 0 would be outside what a date can hold.
EARLIEST_YEAR = 1900
_SCHOOL_YEAR = re.compile(r"([0-9]{4})-([0-9]{4})")


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """Whole days from `start` to `end`, both included. Raises ValueError when end < start."""

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"period ends ({self.end}) before it starts ({self.start})")

    @classmethod
    def year(cls, year: int) -> "Period":
        """The calendar year."""
        return cls(date(year, 1, 1), date(year, 12, 31))

    @classmethod
    def month(cls, year: int, month: int) -> "Period":
        """One month, 1–12. Raises ValueError for another number."""
        first = date(year, month, 1)
        return cls(first, first.replace(day=monthrange(year, month)[1]))

    @classmethod
    def school_year(cls, start_year: int) -> "Period":
        """1 September of `start_year` to 31 August of the next year."""
        first = date(start_year, _SCHOOL_YEAR_FIRST_MONTH, 1)
        return cls(first, first.replace(year=start_year + 1) - timedelta(days=1))

    def contains(self, day: date) -> bool:
        """Whether the day falls in the period. A datetime raises TypeError: take its date first."""
        return self.start <= day <= self.end

    @property
    def label(self) -> str:
        """As printed: "2026", "martie 2026", "anul școlar 2026–2027" or "01.03.2026–15.04.2026"."""
        first = self.start
        if self == Period.year(first.year):
            return str(first.year)
        if self == Period.month(first.year, first.month):
            return f"{_MONTHS[first.month - 1]} {first.year}"
        if self == Period.school_year(first.year):
            return gettext("anul școlar %(years)s") % {"years": f"{first.year}–{first.year + 1}"}
        if self.start == self.end:
            return format_date(self.start)
        return f"{format_date(self.start)}–{format_date(self.end)}"


def school_year_start(day: date) -> int:
    """The calendar year in which the day's school year began: 31 August 2026 → 2025."""
    return day.year if day.month >= _SCHOOL_YEAR_FIRST_MONTH else day.year - 1


def school_year_value(start_year: int) -> str:
    """How a school year is stored and put in addresses: 2026 → "2026-2027"."""
    return f"{start_year:04d}-{start_year + 1:04d}"


def school_year_of(day: date) -> str:
    """The stored value of the school year that a day falls in: 1 September 2026 → "2026-2027"."""
    return school_year_value(school_year_start(day))


def parse_school_year(value: str) -> int:
    """The start year of a stored school year. Raises ValueError unless it is like "2026-2027"."""
    match = _SCHOOL_YEAR.fullmatch(value)
    if match is None or int(match[2]) != int(match[1]) + 1 or int(match[1]) < EARLIEST_YEAR:
        raise ValueError(f"not a school year: {value!r}")
    return int(match[1])
