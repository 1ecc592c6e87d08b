from lms.classrooms.models.classes import ClassStep, SchoolClass
from lms.classrooms.models.imports import SessionImport
from lms.classrooms.models.revisions import ClassSessionRevision
from lms.classrooms.models.seats import JoinCode, Seat
from lms.classrooms.models.sessions import ClassSession

__all__ = [
    "ClassSession",
    "ClassSessionRevision",
    "ClassStep",
    "JoinCode",
    "SchoolClass",
    "Seat",
    "SessionImport",
]
