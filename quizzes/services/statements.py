"""Statements of players, taken one after the other: checked, scored again, never believed blindly.

A statement that cannot be is refused and keeps nobody from going on; one that came before is known.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db import transaction

from lms.people.models import Learner
from media.h5p.marking import ResponseError
from media.h5p.xapi import Refusal, read_statement
from quizzes.activity_contents import known_content
from quizzes.services.launches import lock_launch
from quizzes.services.passages import passage_of

# Of one pass through an activity, taken or refused.
MOST_STATEMENTS = 120
# A longer id is none of ours.
LONGEST_ID = 64


@dataclass(frozen=True, slots=True)
class Sent:
    """A statement as a page sent it, under an id that the page gave it: sent twice, it is one."""

    id: str
    statement: str


@dataclass
class Receipt:
    """What became of statements. `refused` are codes; `left` were too many and never looked at."""

    taken: int = 0
    known: int = 0
    left: int = 0
    refused: list[str] = field(default_factory=list)


def record_statements(*, token: str, learner: Learner, sent: Sequence[Sent]) -> Receipt:
    """Take statements in the order in which they came, all in one transaction.

    Raises:
        ForeignLaunch: the launch is not this learner's, or was never made here.
        StartedOver: the activity was started over since.
        TooLate: the launch or its attempt has run out.
    """
    receipt = Receipt()
    with transaction.atomic():
        launch = lock_launch(token, learner)
        known, passage = known_content(launch.revision), passage_of(launch)
        for place, one in enumerate(sent):
            digest = _digest(one)
            if digest in launch.seen:
                receipt.known += 1
                continue
            if len(launch.seen) >= MOST_STATEMENTS:
                receipt.left = len(sent) - place
                break
            launch.seen.append(digest)
            try:
                passage.add(known, read_statement(one.statement, known.items))
                receipt.taken += 1
            except (Refusal, ResponseError) as error:
                receipt.refused.append(error.code)
        passage.save()
        launch.save(update_fields=["seen"])
    return receipt


def _digest(sent: Sent) -> str:
    """What a statement is known by: its id, or what it says where it has none."""
    named = sent.id if 0 < len(sent.id) <= LONGEST_ID else sent.statement
    return hashlib.sha256(named.encode("utf-8", "surrogatepass")).hexdigest()[:16]
