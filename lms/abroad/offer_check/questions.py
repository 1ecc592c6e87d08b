"""The questions about an offer and what each answer means. Files and pure functions.

A file is CSV, one a language: key,weight,question,advice. Every question is put so that "yes" is
safe. `weight` is the same in all languages: without what is marked "stop" nobody should leave;
what is marked "ask" must be asked first.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from lms.abroad.language_files import rows_in

FOLDER = Path(__file__).parent


class Weight(StrEnum):
    """How much hangs on a question."""

    STOP = "stop"
    ASK = "ask"


class Reply(StrEnum):
    """The answers that the form offers, in its words; none at all is as good as not knowing."""

    YES = "da"
    NO = "nu"
    UNKNOWN = "nu-stiu"


@dataclass(frozen=True)
class Question:
    """One question and what to do where it is not answered by yes."""

    key: str
    weight: Weight
    text: str
    advice: str


@dataclass(frozen=True)
class Answered:
    """A question with its reply."""

    question: Question
    reply: Reply


@dataclass(frozen=True)
class Assessment:
    """What must be cleared up, the heaviest first, and what is clear."""

    open: tuple[Answered, ...]
    clear: tuple[Answered, ...]

    @property
    def must_wait(self) -> bool:
        """Whether something is missing without which nobody should leave."""
        return any(one.question.weight is Weight.STOP for one in self.open)


@cache
def questions(language: str) -> tuple[Question, ...]:
    """All questions in this language, or in Romanian where there are none in it."""
    return tuple(
        Question(row["key"], Weight(row["weight"]), row["question"], row["advice"])
        for row in rows_in(FOLDER, language)
    )


def reply_of(value: str | None) -> Reply:
    """What was sent, as an answer: whatever the form does not offer is not knowing."""
    return next((reply for reply in Reply if reply.value == value), Reply.UNKNOWN)


def assess(asked: tuple[Question, ...], sent: Mapping[str, str]) -> Assessment:
    """What these answers ({key of a question: value}) leave open."""
    answered = [Answered(one, reply_of(sent.get(one.key))) for one in asked]
    risky = [one for one in answered if one.reply is not Reply.YES]
    return Assessment(
        # Sorting is stable: among equals the order of the questions stays.
        open=tuple(sorted(risky, key=lambda one: one.question.weight is not Weight.STOP)),
        clear=tuple(one for one in answered if one.reply is Reply.YES),
    )
