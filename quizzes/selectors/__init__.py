"""Reads of questions, answers and what is counted of them."""

from quizzes.selectors.attempts import answers_of, attempt_of
from quizzes.selectors.questions import (
    draft_of,
    latest_version,
    latest_versions,
    questions_of,
    sheet_of,
)

__all__ = [
    "answers_of",
    "attempt_of",
    "draft_of",
    "latest_version",
    "latest_versions",
    "questions_of",
    "sheet_of",
]
