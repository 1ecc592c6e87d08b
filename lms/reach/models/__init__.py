"""What reach owns: figures that nobody else records, periods, frozen reports, decisions."""

from lms.reach.models.audit import AuditEvent
from lms.reach.models.completions import ImportedCompletion
from lms.reach.models.declared import DeclaredFigure, DeclaredFigureRevision
from lms.reach.models.periods import ReportingPeriod, Submission
from lms.reach.models.reports import ReachReport
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
    "ImportedCompletion",
    "ImportedTrainee",
    "ImportedTraining",
    "ImportedTrainingRevision",
    "ReachReport",
    "ReportingPeriod",
    "Submission",
    "Target",
]
