"""Writes about questions and answers."""

from quizzes.drafts import read_question
from quizzes.marking import BadResponse
from quizzes.services.answers import MOST_TRIES, open_attempt, set_expiry, submit_answer
from quizzes.services.folding import fold_expired_attempts
from quizzes.services.packages import (
    Taken,
    drop_old_packages,
    drop_package,
    receive_package,
    save_package,
)
from quizzes.services.problems import TooLate, TooManyTries
from quizzes.services.questions import add_question, current_version

__all__ = [
    "MOST_TRIES",
    "BadResponse",
    "Taken",
    "TooLate",
    "TooManyTries",
    "add_question",
    "current_version",
    "drop_old_packages",
    "drop_package",
    "fold_expired_attempts",
    "open_attempt",
    "read_question",
    "receive_package",
    "save_package",
    "set_expiry",
    "submit_answer",
]
