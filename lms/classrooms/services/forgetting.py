"""What is kept for a while only."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from lms.classrooms.models import JoinCode, SchoolClass, SessionImport
from lms.classrooms.selectors.live import passed_counts

# Long enough to ask a colleague about a row; the rows may hold teachers' e-mail addresses.
KEEP_FOR = timedelta(days=7)


def forget_waiting_imports() -> int:
    """Drop the files that were looked at and not registered within a week; return how many."""
    waiting = SessionImport.objects.filter(
        registered_at=None, uploaded_at__lt=timezone.now() - KEEP_FOR
    )
    return waiting.delete()[0]


def close_classes_left_open() -> int:
    """Note down the end of the classes that the clock has closed; return how many."""
    return SchoolClass.objects.left_open(timezone.now()).update(closed_at=F("closes_at"))


def count_classes_that_go(now: datetime | None = None) -> int:
    """Write down what stays of the classes whose time has come: how many joined, how many got
    past each step. Their codes can be drawn again. Returns how many there were.

    Runs before the learners are deleted, and their places with them. Each class is a transaction
    of its own; one that was counted is not counted again, one that was missed is caught up with.
    """
    now = now or timezone.now()
    due = list(SchoolClass.objects.run_out(now).values_list("pk", flat=True))
    return sum(_count(pk, now) for pk in due)


@transaction.atomic
def _count(pk: int, now: datetime) -> bool:
    # Two ticks at once: the second waits here and then finds it done.
    school_class = SchoolClass.objects.select_for_update().get(pk=pk)
    if school_class.forgotten_at is not None:
        return False
    passed = passed_counts(school_class)
    for step in school_class.steps.select_related("step"):
        step.passed = passed.get(step.step.translation_key, 0)
        step.save(update_fields=["passed"])
    school_class.joined = school_class.seats.count()
    school_class.forgotten_at = now
    school_class.closed_at = school_class.ended_at
    school_class.save(update_fields=["joined", "forgotten_at", "closed_at"])
    JoinCode.objects.filter(school_class=school_class).delete()
    return True
