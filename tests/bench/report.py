"""The table at the end: each figure beside its limit."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """One measured figure. `holds` is None when there is no limit or it was not measured."""

    name: str
    value: str
    limit: str = ""
    holds: bool | None = None


def at_most(name: str, value: float, limit: float, unit: str, note: str = "") -> Figure:
    """A figure that must not be above its limit."""
    return Figure(name, _shown(value, unit, note), f"≤ {limit:g} {unit}".strip(), value <= limit)


def at_least(name: str, value: float, limit: float, unit: str, note: str = "") -> Figure:
    """A figure that must not be below its limit."""
    return Figure(name, _shown(value, unit, note), f"≥ {limit:g} {unit}".strip(), value >= limit)


def only(name: str, value: float, unit: str, note: str = "") -> Figure:
    """A figure without a limit, for comparison."""
    return Figure(name, _shown(value, unit, note))


def table(figures: list[Figure]) -> str:
    """Return the figures as a Markdown table."""
    words = {True: "yes", False: "**no**", None: ""}
    rows = [(f.name, f.value, f.limit, words[f.holds]) for f in figures]
    rows = [("Figure", "Measured", "Limit", "Holds"), ("---",) * 4, *rows]
    widths = [max(len(row[i]) for row in rows) for i in range(4)]
    lines = [" | ".join(c.ljust(w) for c, w in zip(row, widths, strict=True)) for row in rows]
    return "\n".join(f"| {line} |" for line in lines)


def all_hold(figures: list[Figure]) -> bool:
    """Whether no limit was missed."""
    return all(figure.holds is not False for figure in figures)


def _shown(value: float, unit: str, note: str) -> str:
    digits = 0 if abs(value) >= 100 or value == int(value) else 1 if abs(value) >= 10 else 2
    return f"{value:.{digits}f} {unit}".strip() + (f" ({note})" if note else "")
