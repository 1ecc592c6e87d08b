"""A question that was written, with what it left behind."""

from dataclasses import dataclass

from media.h5p.content import Nested
from quizzes.exchange.losses import Lost


@dataclass(frozen=True, slots=True)
class Written:
    """Content for a question set, and its losses."""

    content: Nested
    losses: tuple[Lost, ...] = ()
