"""Writes about questions, answers and what activities say."""

from quizzes.drafts import read_question
from quizzes.marking import BadResponse
from quizzes.services.answers import MOST_TRIES, open_attempt, set_expiry, submit_answer
from quizzes.services.folding import fold_expired_attempts
from quizzes.services.launches import Launch, keep_state, launch_to_play, open_activity
from quizzes.services.packages import (
    Taken,
    drop_old_packages,
    drop_package,
    receive_package,
    save_package,
)
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
    "Taken",
    "TooLate",
    "TooManyTries",
    "TooOften",
    "add_question",
    "current_version",
    "drop_old_packages",
    "drop_package",
    "fold_expired_attempts",
    "keep_state",
    "launch_to_play",
    "open_activity",
    "open_attempt",
    "read_question",
    "receive_package",
    "record_statements",
    "save_package",
    "set_expiry",
    "submit_answer",
]
