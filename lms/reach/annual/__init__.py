"""The yearly report T1–T12 as values: one set of tables for the screen and for every file."""

from lms.reach.annual.plain import as_plain, from_plain
from lms.reach.annual.report import AnnualReport, SubmissionLine, TargetLine
from lms.reach.annual.tables import annual_tables
from lms.reach.annual.values import AnnualRow, AnnualTable, Column, Kind, Value

__all__ = [
    "AnnualReport",
    "AnnualRow",
    "AnnualTable",
    "Column",
    "Kind",
    "SubmissionLine",
    "TargetLine",
    "Value",
    "annual_tables",
    "as_plain",
    "from_plain",
]
