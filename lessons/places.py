"""Where a learner's class stands: a registry that the app of classes fills.

A module does not know classes. It asks here whether this learner sits in one, which steps the
teacher chose, and whether answers are taken right now.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from lms.people.models import Learner


@dataclass(frozen=True)
class ClassPlace:
    """What the class of one learner allows at this moment.

    `group` is the class's public id, `module` the translation_key of its module (None: any).
    `steps` are the ids of the chosen StepPages (None: all); `current` is the one that everybody is
    at when the teacher sets the pace (None: each at their own).
    """

    group: UUID
    steps: tuple[int, ...] | None
    current: int | None
    open: bool
    paused: bool
    expires_at: datetime
    module: UUID | None = None


Lookup = Callable[[Learner], ClassPlace | None]
_lookups: list[Lookup] = []


def register(lookup: Lookup) -> None:
    """Add a function (learner) -> ClassPlace or None. Registering it again changes nothing."""
    if lookup not in _lookups:
        _lookups.append(lookup)


def place_of(learner: Learner) -> ClassPlace | None:
    """The learner's place in a class, or None when no class knows the learner."""
    return next((place for lookup in _lookups if (place := lookup(learner))), None)
