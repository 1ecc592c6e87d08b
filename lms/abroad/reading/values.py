"""A row of a file as the columns of a fact."""

import re
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from lms.abroad.enums import Confidence, Currency, Field, Kind, Precision, Scheme, Unit, kind_of
from lms.abroad.reading.wording import contacts, named, unit_notes

# Eurostat's wages are twelve equal parts of a year; in these countries a year has more payslips.
FOURTEEN_PAYMENTS = frozenset({"GR", "ES", "PT"})
# What these fields hold answers in Romanian, with words of ours for the cell or without.
_IN_ROMANIAN = frozenset({Field.ADVICE, Field.ADVICE_REGIONAL})
# LabourFact.number has seven digits before the comma.
_MOST = 10_000_000
_UNITS = (
    ("gross per month", Unit.MONTH_GROSS),
    ("net per month", Unit.MONTH_NET),
    ("per hour", Unit.HOUR_GROSS),
    ("working days", Unit.WORKING_DAYS),
    ("days per year", Unit.DAYS),
    ("hours per", Unit.HOURS_WEEK),
)
_SCHEMES = (
    ("sectors", Scheme.SECTORS),
    ("cantons", Scheme.CANTONS),
    ("collective", Scheme.COLLECTIVE),
    ("national", Scheme.NATIONAL),
)
_CONFIDENCE = {
    "read": Confidence.READ,
    "read, but old": Confidence.OLD,
    "remembered": Confidence.REMEMBERED,
}


@dataclass(frozen=True)
class FactValues:
    """The columns of one fact. `same_value` compares what readers are told, not who says it."""

    country: str
    field: Field
    position: int = 1
    number: Decimal | None = None
    text: str = ""
    phone: str = ""
    email: str = ""
    web: str = ""
    unit: str = ""
    currency: str = ""
    payments: int | None = None
    audience: str = ""
    languages: str = ""
    note_ro: str = ""
    note_en: str = ""
    note_hu: str = ""
    note_uk: str = ""
    valid_from: date | None = None
    valid_until: date | None = None
    as_of: str = ""
    source_day: date | None = None
    source_precision: str = Precision.NONE
    source_title: str = ""
    source_address: str = ""
    source_note: str = ""
    confidence: str = Confidence.READ

    @property
    def says_nothing(self) -> bool:
        """Whether a reader would be shown an empty cell."""
        return not (self.number or self.text or self.phone or self.email or self.web
                    or self.note_ro)  # fmt: skip

    @property
    def place(self) -> tuple[str, str, int]:
        """What there can be only one of on any day."""
        return self.country, str(self.field), self.position

    def with_columns(self, **columns: Any) -> "FactValues":
        """The same fact with other values in these columns."""
        return replace(self, **columns)


# What makes two rows two values. Notes, sources and dates are said of a value.
SOURCE_COLUMNS = (
    "as_of",
    "source_day",
    "source_precision",
    "source_title",
    "source_address",
    "source_note",
)
VALUE_COLUMNS = ("number", "text", "phone", "email", "web", "unit", "currency", "audience")


def values_of(base: FactValues, cell: str, unit: str) -> list[FactValues]:
    """The facts of one cell: a contact cell may name several lines to call."""
    kind = kind_of(base.field)
    if kind == Kind.NUMBER:
        return [_number(base, cell, unit)]
    if kind == Kind.CONTACT:
        spoken = {"languages": "ro"} if base.field in _IN_ROMANIAN else {}
        return [
            base.with_columns(position=place, **(spoken | part))
            for place, part in enumerate(contacts(cell), start=1)
        ]
    if base.field == Field.WAGE_SCHEME:
        return [base.with_columns(text=next((s for w, s in _SCHEMES if w in cell), ""))]
    return [base.with_columns(**named(cell))]


def confidence_of(text: str) -> Confidence:
    """How the file knows the value; what it does not say plainly counts as remembered."""
    return _CONFIDENCE.get(text.strip(), Confidence.REMEMBERED)


def number_of(cell: str) -> Decimal | None:
    """The number of a cell; None for words, for nothing, and for what no column could hold."""
    try:
        number = Decimal(cell)
    except InvalidOperation:
        return None
    return number if number.is_finite() and 0 < number < _MOST else None


def _number(base: FactValues, cell: str, unit: str) -> FactValues:
    code = unit.split(" ", 1)[0]
    fourteen = base.field == Field.WAGE_MONTH and base.country in FOURTEEN_PAYMENTS
    age = re.search(r"age (\d+\+)", unit)
    return base.with_columns(
        number=number_of(cell),
        unit=next((one for words, one in _UNITS if words in unit), Unit.NONE),
        currency=code if code in Currency.values else "",
        payments=14 if fourteen else None,
        audience=age[1] if age else "",
        **unit_notes(unit),
    )
