"""The cascade: to which training a class session of a trained teacher belongs.

Every counted session belongs to one training or to none, whoever looks at it, so that the sessions
of all trainings together are never more than were counted.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from lms.reach.counting.facts import SessionFact


class Training(NamedTuple):
    """A closed training: the tokens of those who were there (RR13), and the day of its last
    sitting."""

    key: int
    held_on: date
    teachers: frozenset[str]
    is_on_teaching: bool = False


def attribute(
    trainings: Iterable[Training], counted: Iterable[SessionFact]
) -> Mapping[int, list[SessionFact]]:
    """The sessions by the training that they belong to.

    A session belongs to a training that its teacher was at and that ended on an earlier day: to
    the last one on teaching the plans, and where there is none, to the last of any kind. Of two on
    one day the one with the higher key.
    """
    of_teacher: dict[str, list[Training]] = defaultdict(list)
    for training in sorted(trainings, key=_rank, reverse=True):
        for teacher in training.teachers:
            of_teacher[teacher].append(training)
    found: dict[int, list[SessionFact]] = defaultdict(list)
    for fact in counted:
        # RR13: of a session without a teacher nobody knows whether anyone was trained.
        first = next(
            (one for one in of_teacher.get(fact.teacher, ()) if one.held_on < fact.date), None
        )
        if fact.teacher and first is not None:
            found[first.key].append(fact)
    return found


def _rank(training: Training) -> tuple[bool, date, int]:
    return training.is_on_teaching, training.held_on, training.key
