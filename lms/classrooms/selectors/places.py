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
    pupil asks, so what is fixed when a class opens, and where a learner sits, is remembered."""
    pk = _class_of(learner)
    if pk is None:
        return None
    state = SchoolClass.objects.values_list(
        "current_step", "paused", "closed_at", "closes_at", "expires_at"
    )
    try:
        current, paused, closed_at, closes_at, expires_at = state.get(pk=pk)
    except SchoolClass.DoesNotExist:
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


def _class_of(learner: Learner) -> int | None:
    """The class that a learner sits in. A learner never moves to another one."""
    key = f"seat:{learner.pk.hex}"
    pk = caches["learners"].get(key)
    if pk is None:
        pk = Seat.objects.filter(learner=learner).values_list("school_class", flat=True).first()
        if pk is not None:
            caches["learners"].set(key, pk)
    return pk


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
