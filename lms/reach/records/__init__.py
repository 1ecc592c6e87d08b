"""The lists behind figures that are no class sessions: campaigns, trainings, declarations.

Each is a table like those of the yearly report, whose last line is the figure that opens it.
"""

from lms.reach.records.campaigns import campaign_list
from lms.reach.records.declared import declared_list
from lms.reach.records.trainings import training_list
from lms.reach.records.wanted import NO_AUDIENCE, RecordFilter, RecordList

__all__ = [
    "NO_AUDIENCE",
    "RecordFilter",
    "RecordList",
    "campaign_list",
    "declared_list",
    "training_list",
]
