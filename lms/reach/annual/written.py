"""A value of a table as people read it: the same words on the page, in the PDF and in Word."""

from datetime import date, datetime

from lms.core.numbers import format_date, format_decimal, format_number
from lms.reach.annual.values import Kind, Value

NOTHING = "–"


def written(value: Value, kind: Kind, language: str = "ro") -> str:
    """78970 → "78 970", 75.0 → "75,0", a day → "23.11.2026", None → "–"; words stay."""
    if value is None:
        return NOTHING
    if isinstance(value, str):
        return value
    if isinstance(value, datetime | date):
        return format_date(value)
    if kind in (Kind.PERCENT, Kind.RATE) or isinstance(value, float):
        return format_decimal(float(value), language)
    return format_number(value)
