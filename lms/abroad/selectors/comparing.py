"""Two countries beside each other."""

from dataclasses import dataclass

from lms.abroad.enums import Field
from lms.abroad.selectors.guides import Guide, Row, guides_of

_WAGES = frozenset({Field.WAGE_MONTH, Field.WAGE_NATIONAL, Field.WAGE_HOUR})


@dataclass(frozen=True)
class Comparison:
    """Two guides and their rows side by side; a row that one of them lacks is not verified."""

    one: Guide
    other: Guide
    rows: tuple[tuple[str, Row, Row], ...]


def compare(one: str, other: str, language: str) -> Comparison:
    """The guides of two countries by the same rows."""
    guides = guides_of({one, other}, language)
    first, second = guides[one], guides[other]
    rows = {guide.country.code: {row.key: row for row in guide.rows} for guide in (first, second)}
    # A rate for apprentices or a wage in hand that only one country has compares with nothing.
    both = [Field.WAGE_SCHEME, Field.WAGE_MONTH, Field.WAGE_NATIONAL, Field.WAGE_HOUR]
    keys = [str(field.value) for field in both]
    keys += [row.key for row in (*first.rights, *first.institutions)]
    lines = []
    for key in keys:
        left, right = rows[one].get(key), rows[other].get(key)
        if key in _WAGES:
            left, right = _or_scheme(left, first), _or_scheme(right, second)
        named = rows[one].get(key) or rows[other].get(key)
        if named and (left is None or right is None or left.items or right.items):
            empty = Row(key, named.label, ())
            lines.append((named.label, left or empty, right or empty))
    return Comparison(first, second, tuple(lines))


def _or_scheme(row: Row | None, guide: Guide) -> Row | None:
    """Where no wage holds for everybody, a missing number is not one that waits to be verified."""
    return guide.wage_scheme if row is None and guide.is_collective else row
