"""Writes about classes and about class sessions. Each is one transaction; what is said of a session
is a revision that is added, never changed."""

from lms.classrooms.services.changing import (
    correct_class_session,
    locked_latest,
    void_class_session,
)
from lms.classrooms.services.classes import (
    close_class,
    extend_class,
    open_class,
    pause_class,
    resume_class,
    show_step,
)
from lms.classrooms.services.confirming import claim_email, confirm_class_session
from lms.classrooms.services.deciding import (
    accept_class_sessions,
    merge_session,
    return_class_session,
    set_duplicate_override,
    verify_class_session,
)
from lms.classrooms.services.forgetting import (
    close_classes_left_open,
    count_classes_that_go,
    forget_waiting_imports,
)
from lms.classrooms.services.importing import receive_import, register_import
from lms.classrooms.services.joining import join_class, rejoin_class
from lms.classrooms.services.problems import (
    ClassIsFull,
    ClassIsOver,
    ComesTooLate,
    NotOpen,
    OwnSession,
    TooManyGuesses,
    UnknownCode,
    UnknownSeat,
)
from lms.classrooms.services.registering import register_class_session, registered_before

__all__ = [
    "ClassIsFull",
    "ClassIsOver",
    "ComesTooLate",
    "NotOpen",
    "OwnSession",
    "TooManyGuesses",
    "UnknownCode",
    "UnknownSeat",
    "accept_class_sessions",
    "claim_email",
    "close_class",
    "close_classes_left_open",
    "confirm_class_session",
    "correct_class_session",
    "count_classes_that_go",
    "extend_class",
    "forget_waiting_imports",
    "join_class",
    "locked_latest",
    "merge_session",
    "open_class",
    "pause_class",
    "receive_import",
    "register_class_session",
    "register_import",
    "registered_before",
    "rejoin_class",
    "resume_class",
    "return_class_session",
    "set_duplicate_override",
    "show_step",
    "verify_class_session",
    "void_class_session",
]
