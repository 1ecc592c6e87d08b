"""Opening and leading a class. Whatever is pressed twice, or in two windows, holds once."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lessons.models import ModulePage, StepPage
from lms.classrooms.enums import Pace
from lms.classrooms.models import ClassStep, JoinCode, SchoolClass, Seat
from lms.classrooms.services.problems import ClassIsOver
from lms.core.codes import new_code
from lms.organisations.models import School
from lms.people.models import User
from lms.people.services import set_learners_expiry
from quizzes.services import set_expiry

OPEN_FOR = timedelta(minutes=90)
EXTENSION = timedelta(minutes=30)
# A class that is longer than a school day was forgotten.
LONGEST = timedelta(hours=8)
_MOST_TRIES = 5


def open_class(
    *,
    client_id: UUID,
    teacher: User,
    module: ModulePage,
    steps: Sequence[StepPage],
    pace: Pace | str = Pace.SELF,
    class_label: str = "",
    school: School | None = None,
) -> SchoolClass:
    """Open a class at these steps of a module, or return the one that this `client_id` opened.

    Raises:
        ValidationError: no step was chosen, or one is of another module.
        PermissionDenied: the id opened somebody else's class.
    """
    if not steps or any(not step.is_child_of(module) for step in steps):
        raise ValidationError(_("Alegeți cel puțin un pas al modulului."))
    now = timezone.now()
    for _try in range(_MOST_TRIES):
        known = SchoolClass.objects.filter(client_id=client_id).first()
        if known is not None:
            if known.teacher_id != teacher.pk:
                raise PermissionDenied
            return known
        try:
            with transaction.atomic():
                school_class = SchoolClass.objects.create(
                    client_id=client_id,
                    teacher=teacher,
                    module=module,
                    school=school,
                    class_label=class_label,
                    pace=pace,
                    opened_at=now,
                    closes_at=now + OPEN_FOR,
                    expires_at=_expiry(now + OPEN_FOR),
                    current_step=steps[0] if pace == Pace.TEACHER else None,
                )
                ClassStep.objects.bulk_create(
                    ClassStep(school_class=school_class, step=step, number=number)
                    for number, step in enumerate(steps, start=1)
                )
                JoinCode.objects.create(school_class=school_class, code=new_code())
                return school_class
        except IntegrityError:
            # The form came twice at once, or the code is taken: look again.
            continue
    raise IntegrityError("no free code for a class")


def pause_class(*, school_class: SchoolClass) -> SchoolClass:
    """Let the pupils wait. Raises ClassIsOver."""
    return _set(school_class, paused=True)


def resume_class(*, school_class: SchoolClass) -> SchoolClass:
    """Let the pupils go on. Raises ClassIsOver."""
    return _set(school_class, paused=False)


def show_step(*, school_class: SchoolClass, number: int) -> SchoolClass:
    """Bring everybody to this step: said by its number and not as "the next one", so that two
    windows that press at once do not skip one.

    Raises:
        ClassIsOver: it ended meanwhile.
        ValidationError: pupils go at their own pace, or there is no such step.
    """
    step = school_class.steps.filter(number=number).first()
    if step is None or not school_class.has_teacher_pace:
        raise ValidationError(_("Pasul nu este în această clasă."))
    return _set(school_class, current_step_id=step.step_id)


@transaction.atomic
def extend_class(*, school_class: SchoolClass, closes_at: datetime) -> SchoolClass:
    """Half an hour more than `closes_at`, what the window showed: pressed in two windows, or
    twice, it adds once. Raises ClassIsOver."""
    known = _locked_open(school_class)
    if known.closes_at == closes_at:
        known.closes_at = min(closes_at + EXTENSION, known.opened_at + LONGEST)
        _expire(known, _expiry(known.closes_at))
        known.save(update_fields=["closes_at", "expires_at"])
    return known


@transaction.atomic
def close_class(*, school_class: SchoolClass) -> SchoolClass:
    """End the class now; one that has ended stays as it ended."""
    known = SchoolClass.objects.select_for_update().get(pk=school_class.pk)
    now = timezone.now()
    if known.is_open(now):
        known.closed_at = now
        _expire(known, _expiry(now))
        known.save(update_fields=["closed_at", "expires_at"])
    return known


def _set(school_class: SchoolClass, **values: object) -> SchoolClass:
    """Write these values if the class is open at this moment: one statement, no reading before."""
    now = timezone.now()
    if not SchoolClass.objects.open_at(now).filter(pk=school_class.pk).update(**values):
        raise ClassIsOver
    school_class.refresh_from_db()
    return school_class


def _locked_open(school_class: SchoolClass) -> SchoolClass:
    known = SchoolClass.objects.select_for_update().get(pk=school_class.pk)
    if not known.is_open():
        raise ClassIsOver
    return known


def _expiry(ended_at: datetime) -> datetime:
    return ended_at + timedelta(hours=settings.FORGET_PUPILS_AFTER_HOURS)


def _expire(school_class: SchoolClass, moment: datetime) -> None:
    """Move the end of everything that is kept for the class, inside the caller's transaction."""
    school_class.expires_at = moment
    learners = Seat.objects.filter(school_class=school_class).values_list("learner", flat=True)
    set_learners_expiry(learners=learners, expires_at=moment)
    set_expiry(group=school_class.public_id, expires_at=moment)
