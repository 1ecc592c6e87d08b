"""A run through an instrument: who answers and what was chosen so far, in a signed address.

The address is the only place where answers are. It is signed, so that it is either as we made it
or worth nothing, and it ends after a day: what stays in a browser's history leads to the beginning.
It must stand in the query of an address, never in its path: Django writes the path of a refused
request into the log, and nothing writes the query (docs/decisions).
"""

from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum

from django.conf import settings

from lms.core.keyring import BadToken, KeyRing
from lms.selfcheck.instrument import Instrument

LASTS = timedelta(days=1)


class Who(StrEnum):
    """As much as the help lines need to know; nobody has to say it."""

    YOUNG = "young"
    ADULT = "adult"
    UNSAID = "unsaid"


@dataclass(frozen=True)
class Run:
    """Who answers, and the places on the scale that were chosen, in the order of the items."""

    who: Who
    answers: tuple[int, ...] = ()

    def with_answer(self, answer: int) -> "Run":
        """This run one step further."""
        return replace(self, answers=(*self.answers, answer))

    def one_back(self) -> "Run":
        """This run before its last answer."""
        return replace(self, answers=self.answers[:-1])


def token_of(run: Run, instrument: Instrument) -> str:
    """The signed text that stands for this run."""
    return _ring(instrument).sign(f"{run.who.value}.{''.join(map(str, run.answers))}")


def read_token(token: str, instrument: Instrument) -> Run | None:
    """The run that this text stands for; None when it is not ours or too old."""
    try:
        payload = _ring(instrument).read(token, LASTS)
    except BadToken:
        return None
    who, _, answers = str(payload).partition(".")
    return Run(Who(who), tuple(map(int, answers)))


def _ring(instrument: Instrument) -> KeyRing:
    # Not the ring of what is printed: these addresses end long before a key is changed.
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    # An instrument that was changed has other questions: older addresses must not be read by it.
    shape = f"{len(instrument.items)}x{len(instrument.scale)}"
    return KeyRing(keys, salt=f"selfcheck.{instrument.key}.{shape}")
