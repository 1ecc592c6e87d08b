"""What a teacher sees of a class: counts, never a pupil."""

from uuid import UUID

from django.db.models import Count, F

from lessons.models import StepDone
from lms.classrooms.models import SchoolClass


def passed_counts(school_class: SchoolClass) -> dict[UUID, int]:
    """How many got past each step, in whatever language they read it: by translation key."""
    done = StepDone.objects.filter(learner__seat__school_class=school_class)
    counted = done.values(key=F("step__translation_key")).annotate(
        pupils=Count("learner", distinct=True)
    )
    return {row["key"]: row["pupils"] for row in counted}
