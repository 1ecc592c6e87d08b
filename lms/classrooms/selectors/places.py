"""What a class allows its learners: the answer to `lessons.places`."""

from typing import NamedTuple
from uuid import UUID

from django.core.cache import caches
from django.utils import timezone

from lessons.places import ClassPlace
from lms.classrooms.models import ClassStep, SchoolClass, Seat
from lms.people.models import Learner


class _Fixed(NamedTuple):
    """What never changes of a class once it is open."""

    group: UUID
    module: UUID
    steps: tuple[int, ...]


def place_of_learner(learner: Learner) -> ClassPlace | None:
    """The learner's class as it stands at this moment: one light query. Every request of every
    pupil asks, so what is fixed when a class opens is read once by each worker."""
    rows = Seat.objects.values_list(
        "school_class",
        "school_class__current_step",
        "school_class__paused",
        "school_class__closed_at",
        "school_class__closes_at",
        "school_class__expires_at",
    )
    try:
        pk, current, paused, closed_at, closes_at, expires_at = rows.get(learner=learner)
    except Seat.DoesNotExist:
        return None
    fixed = _fixed(pk)
    return ClassPlace(
        group=fixed.group,
        steps=fixed.steps,
        current=current,
        open=closed_at is None and timezone.now() < closes_at,
        paused=paused,
        expires_at=expires_at,
        module=fixed.module,
    )


def _fixed(pk: int) -> _Fixed:
    key = f"class:{pk}"
    known = caches["local"].get(key)
    if known is None:
        classes = SchoolClass.objects.values_list("public_id", "module__translation_key")
        group, module = classes.get(pk=pk)
        steps = ClassStep.objects.filter(school_class=pk).values_list("step", flat=True)
        known = _Fixed(group, module, tuple(steps))
        caches["local"].set(key, known)
    return known
