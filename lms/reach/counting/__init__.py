"""Counting by the written rules (docs/how-reach-is-counted.md): pure functions over facts.

Nothing here reads a database. `count(facts, frame, completions)` is the one way in; what it
returns feeds the screen, every export and the public counter alike.
"""

from lms.reach.counting.breakdowns import Breakdown
from lms.reach.counting.cells import ZERO, Cell
from lms.reach.counting.count import count
from lms.reach.counting.facts import NO_ORGANISATION, SessionFact
from lms.reach.counting.online import CompletionFact, OnlineCell, OnlineCut, OnlineReport
from lms.reach.counting.report import Frame, Report, UniquePupils
from lms.reach.counting.standing import Judged, Standing, judge

__all__ = [
    "NO_ORGANISATION",
    "ZERO",
    "Breakdown",
    "Cell",
    "CompletionFact",
    "Frame",
    "Judged",
    "OnlineCell",
    "OnlineCut",
    "OnlineReport",
    "Report",
    "SessionFact",
    "Standing",
    "UniquePupils",
    "count",
    "judge",
]
