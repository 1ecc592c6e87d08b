"""Writes about class sessions: each is one transaction and adds a revision, never changes one."""

from lms.classrooms.services.changing import correct_class_session, void_class_session
from lms.classrooms.services.confirming import claim_email, confirm_class_session
from lms.classrooms.services.deciding import (
    accept_class_sessions,
    return_class_session,
    set_duplicate_override,
)
from lms.classrooms.services.forgetting import forget_waiting_imports
from lms.classrooms.services.importing import receive_import, register_import
from lms.classrooms.services.problems import ComesTooLate, NotOpen
from lms.classrooms.services.registering import register_class_session, registered_before

__all__ = [
    "ComesTooLate",
    "NotOpen",
    "accept_class_sessions",
    "claim_email",
    "confirm_class_session",
    "correct_class_session",
    "forget_waiting_imports",
    "receive_import",
    "register_class_session",
    "register_import",
    "registered_before",
    "return_class_session",
    "set_duplicate_override",
    "void_class_session",
]
