from lms.classrooms.models.imports import SessionImport
from lms.classrooms.models.revisions import ClassSessionRevision
from lms.classrooms.models.sessions import ClassSession

__all__ = ["ClassSession", "ClassSessionRevision", "SessionImport"]
