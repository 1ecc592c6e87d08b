"""The sittings of an event: when it is held. What was said of a sitting stays with that sitting,
whatever its number becomes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from uuid import UUID

from django.db.models import F

from lms.training.models import TrainingEvent, TrainingSitting
from lms.training.services.problems import SittingsUnclear

# Numbers are taken out of the way before they are given anew: no two may be equal in between.
_OUT_OF_THE_WAY = 1_000


@dataclass(frozen=True)
class SittingPlan:
    """When one sitting is held, and where if not at the event's own place. `public_id` is that of
    the sitting which is moved, None of a new one."""

    starts_at: datetime
    ends_at: datetime
    place: str = ""
    public_id: UUID | None = None


def set_sittings(event: TrainingEvent, plans: Sequence[SittingPlan]) -> None:
    """Hold the event at these times; numbers follow the time. A sitting at which something was
    said of anybody is never taken away.

    Raises SittingsUnclear.
    """
    ordered = sorted(plans, key=lambda plan: plan.starts_at)
    overlaps = any(one.ends_at > after.starts_at for one, after in pairwise(ordered))
    if not ordered or overlaps or any(one.ends_at <= one.starts_at for one in ordered):
        raise SittingsUnclear
    kept = {plan.public_id for plan in ordered if plan.public_id}
    surplus = event.sittings.exclude(public_id__in=kept)
    if surplus.filter(attendance__isnull=False).exists():
        raise SittingsUnclear
    surplus.delete()
    event.sittings.update(number=F("number") + _OUT_OF_THE_WAY)
    known = {sitting.public_id: sitting for sitting in event.sittings.all()}
    for number, plan in enumerate(ordered, start=1):
        # A key that is not of this event, or comes twice, is that of no sitting.
        known_one = known.pop(plan.public_id, None) if plan.public_id else None
        sitting = known_one or TrainingSitting(event=event)
        sitting.number, sitting.place = number, plan.place
        sitting.starts_at, sitting.ends_at = plan.starts_at, plan.ends_at
        sitting.save()
