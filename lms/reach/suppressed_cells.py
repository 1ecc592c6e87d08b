"""Tables of two ways whose margins are public: which inner cells to hide so that none comes back.

Both functions suppose an attacker who knows every margin, also those that are hidden. A hidden
inner cell can then change without any margin changing, so that what protects one table does not
depend on what another one shows.
"""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from lms.core.suppression import is_small

Key = tuple[str, str]
# A node of the graph of hidden cells: ("r", row) or ("c", column).
Node = tuple[str, str]


class Gender(NamedTuple):
    """The pupils of a part by what was noted of them."""

    girls: int
    boys: int
    undisclosed: int


def hidden_gender_rows(
    rows: Mapping[str, Gender], hidden_pupils: Collection[str], also: Collection[str] = ()
) -> set[str] | None:
    """The parts whose girls, boys and undisclosed are all hidden; None: nothing to hide behind.

    A row is hidden whole when one of its figures is small, when its pupils are hidden, or when it
    is named in `also`; then the smallest others follow until every hidden figure may have more
    than one value.
    """
    hidden = {
        part
        for part, row in rows.items()
        if part in hidden_pupils or part in also or any(map(is_small, row))
    }
    if sum(1 for column in zip(*rows.values(), strict=True) if any(column)) < 2:
        # All pupils of the country are of one kind: the column repeats the pupils.
        return set(hidden_pupils)
    others = sorted((sum(row), part) for part, row in rows.items() if any(row))
    others = [(pupils, part) for pupils, part in others if part not in hidden]
    while not _rows_are_safe([rows[part] for part in hidden]):
        if not others:
            return None
        hidden.add(others.pop(0)[1])
    return hidden


def _rows_are_safe(rows: list[Gender]) -> bool:
    """Whether every figure of these rows has room between its Fréchet bounds, given all sums."""
    columns = [sum(column) for column in zip(*rows, strict=True)]
    whole = sum(columns)
    if not whole:
        return True
    alive = [column for column in columns if column]
    return len(alive) > 1 and all(
        max(0, sum(row) + column - whole) < min(sum(row), column)
        for row in rows
        if any(row)
        for column in alive
    )


def hidden_cells(
    cells: Mapping[Key, int],
    hidden_rows: Collection[str],
    hidden_columns: Collection[str],
    also: Collection[Key] = (),
) -> set[Key] | None:
    """The inner cells (row, column) to hide; None: the whole table stays private.

    Rows and columns whose margin is hidden are hidden whole, zeros too. Elsewhere zeros are shown.
    """
    whole = {key for key in cells if key[0] in hidden_rows or key[1] in hidden_columns}
    hidden = whole | {key for key, figure in cells.items() if is_small(figure) or key in also}
    while (pinned := _first_pinned(cells, hidden, whole)) is not None:
        follower = _follower(cells, hidden, pinned)
        if follower is None:
            return None
        hidden.add(follower)
    return hidden


def _follower(cells: Mapping[Key, int], hidden: set[Key], pinned: Key) -> Key | None:
    """The smallest shown cell, of the pinned one's row or column if there is one."""
    shown = [(figure, key) for key, figure in cells.items() if figure and key not in hidden]
    beside = [entry for entry in shown if entry[1][0] == pinned[0] or entry[1][1] == pinned[1]]
    return min(beside or shown)[1] if shown else None


def _first_pinned(cells: Mapping[Key, int], hidden: set[Key], whole: set[Key]) -> Key | None:
    """A hidden figure that has one possible value only.

    What can change together are cycles that raise one cell and lower the next: an edge leads from
    a row to a column where the cell may be raised, and back where it may be lowered.
    """
    ways: dict[Node, set[Node]] = {}
    for row, column in hidden:
        start, end = ("r", row), ("c", column)
        ways.setdefault(start, set()).add(end)
        least = 0 if (row, column) in whole else 1
        if cells[row, column] > least:
            ways.setdefault(end, set()).add(start)
    for key in sorted(hidden):
        start, end = ("r", key[0]), ("c", key[1])
        can_fall = start in ways.get(end, ())
        moves = _leads(ways, end, start) or (can_fall and _leads(ways, start, end))
        if cells[key] and not moves:
            return key
    return None


def _leads(ways: Mapping[Node, set[Node]], start: Node, end: Node) -> bool:
    """Whether a way leads from one node to the other without the edge between the two."""
    seen, front = {start}, [start]
    while front:
        node = front.pop()
        for other in ways.get(node, ()):
            if other == end:
                if node == start:
                    continue
                return True
            if other not in seen:
                seen.add(other)
                front.append(other)
    return False
