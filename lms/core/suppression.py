"""Public breakdowns without small figures, and without any that subtraction would bring back.

No public table goes round this module. The national total stands beside every breakdown, so
whoever subtracts what is shown from it learns the sum of what is hidden: that sum must be of at
least two parts, must not be a small figure itself, and must leave each of them more than one
value that it may have (a hidden part is known to be at least 1, because zeros are shown).
"""

from collections.abc import Collection, Mapping

SMALLEST_SHOWN = 10


def is_small(figure: int) -> bool:
    """Whether a figure is of so few people that it is never shown."""
    return 0 < figure < SMALLEST_SHOWN


def suppress(parts: Mapping[str, int], also: Collection[str] = ()) -> dict[str, int | None]:
    """The parts of one total as the public may see them: None is hidden. Order is kept.

    Every figure from 1 to 9 is hidden, and every part named in `also`. While the hidden ones are
    not safe, the smallest shown one follows them. Zeros are shown, unless there is nothing else to
    hide behind: then the whole breakdown is hidden and only its total remains.

    Raises:
        ValueError: a figure below zero.
    """
    if any(figure < 0 for figure in parts.values()):
        raise ValueError("people cannot be fewer than none")
    hidden = {part for part, figure in parts.items() if is_small(figure) or part in also}
    if not hidden:
        return dict(parts)
    shown = sorted(
        (figure, part) for part, figure in parts.items() if figure and part not in hidden
    )
    while not _is_safe(parts, hidden):
        if not shown:
            return dict.fromkeys(parts)
        hidden.add(shown.pop(0)[1])
    return {part: None if part in hidden else figure for part, figure in parts.items()}


def _is_safe(parts: Mapping[str, int], hidden: set[str]) -> bool:
    together = sum(parts[part] for part in hidden)
    return len(hidden) > 1 and together >= SMALLEST_SHOWN and together > len(hidden)
