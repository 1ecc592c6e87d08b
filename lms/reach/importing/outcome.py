"""What an import did."""

from dataclasses import dataclass, field


@dataclass
class Outcome:
    """Rows that were added, and rows that were known already; the years that they speak of."""

    added: int = 0
    known: int = 0
    years: set[int] = field(default_factory=set)
