"""How fresh a value is: by the day it was last checked, or by its source's own date."""

from datetime import date

from lms.abroad.enums import Field, Precision, State, shelf_of
from lms.core.freshness import is_nearly_stale, is_stale

# "After 2021" says when a value was not read yet, not when it was.
_DATED = frozenset({Precision.DAY, Precision.MONTH, Precision.YEAR})


def last_known(
    *, checked_on: date | None, source_day: date | None, precision: str, today: date
) -> date | None:
    """The last day on which the value is known to have been true; None when nobody knows."""
    days = [checked_on] if checked_on else []
    if source_day and precision in _DATED:
        days.append(source_day)
    return min(max(days), today) if days else None


def state_of(field: str, known: date | None, today: date) -> State:
    """The state of a value of this field that was last known to be true on that day."""
    # 112 is set by the law of the Union and of its neighbours. A red mark beside it would make
    # somebody in danger hesitate.
    if field == Field.EMERGENCY:
        return State.FRESH
    if known is None:
        return State.DUE
    kind = shelf_of(field)
    if is_stale(kind, known, today):
        return State.STALE
    return State.DUE if is_nearly_stale(kind, known, today) else State.FRESH
