"""The report as values: what is asked for (Frame) and what was counted (Report)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from lms.core.periods import Period
from lms.reach.counting.breakdowns import Breakdown
from lms.reach.counting.cells import Cell
from lms.reach.counting.online import OnlineReport
from lms.reach.counting.standing import Judged

# Moves on when a rule counts differently, so that a frozen report says by which rules it counted.
RULES_VERSION = "3"


@dataclass(frozen=True, slots=True)
class Frame:
    """What is counted and which parts every table must show, zero or not, in order.

    `counted_elsewhere` names counted class sessions of other days that completions of the period
    are linked to.
    """

    period: Period
    as_of: datetime
    parts: Mapping[Breakdown, tuple[str, ...]] = field(default_factory=dict)
    counted_elsewhere: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class UniquePupils:
    """Different children, estimated by cohorts (RR8)."""

    girls: int = 0
    boys: int = 0
    undisclosed: int = 0
    pupils: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """Everything the rules say of one period at one moment.

    `contacts` is the whole; each of `breakdowns` adds up to it. `verified` is a part of it.
    `unconfirmed` stands beside it and is never added. `without_teacher` counts sessions.
    The three lists hold judged sessions, by reference. `online` stands apart (RR12).
    """

    period: Period
    as_of: datetime
    contacts: Cell
    verified: Cell
    unconfirmed: Cell
    breakdowns: Mapping[Breakdown, Mapping[str, Cell]]
    unique_pupils: UniquePupils
    unique_by_county: Mapping[str, int]
    schools: int
    teachers: int
    without_teacher: int
    quarantined: tuple[Judged, ...]
    duplicates: tuple[Judged, ...]
    warned: tuple[Judged, ...]
    online: OnlineReport
    rules_version: str = RULES_VERSION

    @property
    def counties_reached(self) -> int:
        """How many counties have a counted session."""
        return sum(1 for cell in self.breakdowns[Breakdown.COUNTY].values() if cell.sessions)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to show, counted or not."""
        return not (
            self.contacts.sessions
            or self.unconfirmed.sessions
            or self.quarantined
            or self.duplicates
            or self.online.online.completions
            or self.online.in_sessions.completions
        )
