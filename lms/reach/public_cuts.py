"""One way of cutting the counted sessions, after suppression: all columns of its cells together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from lms.core.suppression import is_small, suppress
from lms.reach.suppressed_cells import Gender, hidden_gender_rows

HIDDEN = "c"
_GENDERS = ("girls", "boys", "undisclosed")
_FIELDS = ("sessions", *_GENDERS, "pupils", "adults")
# Beside the cells: different pupils by county. Never more than the participations beside them.
_UNIQUE = "unique"


@dataclass(frozen=True, slots=True)
class CountedParts:
    """Count cells by part, and the different pupils of each where they are counted. `totals` are
    those of the country by column, as they stand beside the breakdown."""

    cells: Mapping[str, Mapping[str, Any]]
    unique: Mapping[str, Any] = field(default_factory=dict)
    totals: Mapping[str, int] = field(default_factory=dict)

    def column(self, name: str) -> dict[str, Any]:
        """One column by part."""
        if name == _UNIQUE:
            return dict(self.unique)
        return {part: cell[name] for part, cell in self.cells.items()}


def public_cut(counted: CountedParts, earlier: Sequence[CountedParts] = ()) -> CountedParts:
    """The cut as the public may see it. `earlier` is what was public of it before."""
    parts = set(counted.cells)
    hidden = _hidden_columns(counted, earlier)
    held = [part for part, cell in counted.cells.items() if cell["sessions"]]
    withdrawn = any(gone >= parts for gone in hidden.values() if parts)
    if withdrawn and len(held) < 2 < 1 + len(parts):
        # Whatever stands in the country stands in that one part: its zeros elsewhere would say so.
        hidden = dict.fromkeys(hidden, parts)
    columns = {name: counted.column(name) for name in _FIELDS}
    cells = {
        part: {name: HIDDEN if part in hidden[name] else columns[name][part] for name in _FIELDS}
        for part in counted.cells
    }
    unique = {
        part: HIDDEN if part in hidden["pupils"] else number
        for part, number in counted.unique.items()
    }
    return CountedParts(cells, unique)


def _hidden_columns(counted: CountedParts, earlier: Sequence[CountedParts]) -> dict[str, set[str]]:
    """The hidden parts by column."""
    pupils = _hidden_pupils(counted, earlier)
    rows = {
        part: Gender(*(cell[name] for name in _GENDERS)) for part, cell in counted.cells.items()
    }
    genders = _hidden_genders(counted, earlier, rows, pupils) if rows else set()
    if genders is None:
        genders = pupils = set(rows)
    sums = {name: sum(rows[part][at] for part in genders) for at, name in enumerate(_GENDERS)}
    whole = genders >= rows.keys()
    return {
        "sessions": _hidden(counted, earlier, "sessions"),
        "pupils": pupils,
        "adults": _hidden(counted, earlier, "adults"),
        # A kind that none of the hidden parts has is known to be zero in each: it is shown.
        **{name: genders if whole or sums[name] else set() for name in _GENDERS},
    }


def _hidden_genders(
    counted: CountedParts,
    earlier: Sequence[CountedParts],
    rows: Mapping[str, Gender],
    pupils: set[str],
) -> set[str] | None:
    """The parts whose genders are hidden; None: nothing to hide behind."""
    also = set[str]().union(*(_moved(counted, earlier, name) for name in _GENDERS))
    while (hidden := hidden_gender_rows(rows, pupils, also)) is not None:
        more = set[str]().union(
            *(with_large_change(counted, earlier, name, hidden) for name in _GENDERS)
        )
        if more <= hidden:
            return hidden
        also |= more
    return None


def _hidden_pupils(counted: CountedParts, earlier: Sequence[CountedParts]) -> set[str]:
    """Participations and different pupils are hidden in the same parts: each says much of the
    other, where hardly any child came twice."""
    hidden = _hidden(counted, earlier, "pupils")
    while counted.unique:
        more = _hidden(counted, earlier, _UNIQUE, hidden)
        if more == hidden:
            break
        hidden = _hidden(counted, earlier, "pupils", more)
    return hidden


def _hidden(
    counted: CountedParts,
    earlier: Sequence[CountedParts],
    name: str,
    also: set[str] | None = None,
) -> set[str]:
    column, wanted = counted.column(name), _moved(counted, earlier, name) | (also or set())
    while True:
        shown = suppress(column, wanted)
        hidden = {part for part, figure in shown.items() if figure is None}
        wanted = with_large_change(counted, earlier, name, hidden)
        if wanted == hidden:
            return hidden


def _moved(counted: CountedParts, earlier: Sequence[CountedParts], name: str) -> set[str]:
    now = counted.column(name)
    moved: set[str] = set()
    for old in earlier:
        then = old.column(name)
        if _withdrawn(then):
            continue  # there is nothing to subtract from
        moved |= {part for part, n in now.items() if part in then and moved_little(n, then[part])}
    return moved


def _withdrawn(column: Mapping[str, object]) -> bool:
    return bool(column) and all(figure == HIDDEN for figure in column.values())


def with_large_change(
    counted: CountedParts, earlier: Sequence[CountedParts], name: str, hidden: set[str]
) -> set[str]:
    """The hidden parts and those that must follow them, so that what moved in all hidden parts
    together since an earlier version is no small figure either. When everything that moved is
    hidden, their change is that of the country, which is never hidden."""
    now, hidden = counted.column(name), set(hidden)
    for old in earlier:
        then = old.column(name)
        if _withdrawn(then) or name not in old.totals:
            continue
        moved = sorted((n, part) for part, n in now.items() if n != then.get(part, 0))
        while hidden and is_small(abs(_change(now, then, old.totals[name], hidden))):
            shown = [part for _n, part in moved if part not in hidden]
            if not shown:
                break
            hidden.add(shown[0])
    return hidden


def _change(
    now: Mapping[str, int], then: Mapping[str, Any], total_then: int, hidden: set[str]
) -> int:
    """What moved in the hidden parts together, as anyone can subtract it."""
    shown_then = sum(
        figure for part, figure in then.items() if part not in hidden and figure != HIDDEN
    )
    return sum(now[part] for part in hidden) - (total_then - shown_then)


def moved_little(now: int, then: object) -> bool:
    """Whether the difference to what was public is a small figure, or was hidden then."""
    return then == HIDDEN or (isinstance(then, int) and is_small(abs(now - then)))
