"""What reach owns: figures that nobody else records, periods, frozen reports, decisions."""

from lms.reach.models.audit import AuditEvent
from lms.reach.models.completions import ImportedCompletion
from lms.reach.models.declared import DeclaredFigure, DeclaredFigureRevision
from lms.reach.models.lines import JudgedSession, LineState, NotedChange
from lms.reach.models.periods import ReportingPeriod, Submission
from lms.reach.models.reports import ReachReport
from lms.reach.models.rollups import DirtyMonth, LessonRollup, OrganisationRollup, PlaceRollup
from lms.reach.models.targets import Target
from lms.reach.models.trainings import (
    ImportedTrainee,
    ImportedTraining,
    ImportedTrainingRevision,
)

__all__ = [
    "AuditEvent",
    "DeclaredFigure",
    "DeclaredFigureRevision",
    "DirtyMonth",
    "ImportedCompletion",
    "ImportedTrainee",
    "ImportedTraining",
    "ImportedTrainingRevision",
    "JudgedSession",
    "LessonRollup",
    "LineState",
    "NotedChange",
    "OrganisationRollup",
    "PlaceRollup",
    "ReachReport",
    "ReportingPeriod",
    "Submission",
    "Target",
]
