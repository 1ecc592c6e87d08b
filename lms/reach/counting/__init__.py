"""Counting by the written rules (docs/how-reach-is-counted.md): pure functions over facts.

Nothing here reads a database. `count(facts, frame, completions)` is the one way in; what it
returns feeds the screen, every export and the public counter alike.
"""

from lms.reach.counting.breakdowns import Breakdown
from lms.reach.counting.campaigns import CampaignFact, CampaignReport, count_campaigns
from lms.reach.counting.cells import ZERO, Cell
from lms.reach.counting.count import count
from lms.reach.counting.declared import DeclaredFact, DeclaredReport, count_declared
from lms.reach.counting.facts import NO_ORGANISATION, SessionFact
from lms.reach.counting.online import CompletionFact, OnlineCell, OnlineCut, OnlineReport
from lms.reach.counting.report import Frame, Report, UniquePupils
from lms.reach.counting.standing import Judged, Standing, judge
from lms.reach.counting.trainings import (
    TrainingCell,
    TrainingCut,
    TrainingFact,
    TrainingReport,
    count_trainings,
)
from lms.reach.counting.year import Informed, YearReport

__all__ = [
    "NO_ORGANISATION",
    "ZERO",
    "Breakdown",
    "CampaignFact",
    "CampaignReport",
    "Cell",
    "CompletionFact",
    "DeclaredFact",
    "DeclaredReport",
    "Frame",
    "Informed",
    "Judged",
    "OnlineCell",
    "OnlineCut",
    "OnlineReport",
    "Report",
    "SessionFact",
    "Standing",
    "TrainingCell",
    "TrainingCut",
    "TrainingFact",
    "TrainingReport",
    "UniquePupils",
    "YearReport",
    "count",
    "count_campaigns",
    "count_declared",
    "count_trainings",
    "judge",
]
