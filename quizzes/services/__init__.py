"""Writes about questions, answers and what activities say."""

from quizzes.drafts import read_question
from quizzes.marking import BadResponse
from quizzes.services.answers import MOST_TRIES, open_attempt, set_expiry, submit_answer
from quizzes.services.folding import fold_expired_attempts
from quizzes.services.launches import Launch, keep_state, launch_to_play, open_activity
from quizzes.services.problems import (
    BadState,
    ForeignLaunch,
    StartedOver,
    TooLate,
    TooManyTries,
    TooOften,
)
from quizzes.services.questions import add_question, current_version
from quizzes.services.statements import Receipt, Sent, record_statements

__all__ = [
    "MOST_TRIES",
    "BadResponse",
    "BadState",
    "ForeignLaunch",
    "Launch",
    "Receipt",
    "Sent",
    "StartedOver",
    "TooLate",
    "TooManyTries",
    "TooOften",
    "add_question",
    "current_version",
    "fold_expired_attempts",
    "keep_state",
    "launch_to_play",
    "open_activity",
    "open_attempt",
    "read_question",
    "record_statements",
    "set_expiry",
    "submit_answer",
]
