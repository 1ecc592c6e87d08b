"""Reads about a teacher's classes, and about the place that a device sits in."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Count, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from lessons.models import ModulePage
from lms.classrooms.models import SchoolClass, Seat
from lms.people.models import Learner, User

# Whoever did not register an hour within two weeks is not reminded any longer.
REMIND_FOR = timedelta(days=14)


@dataclass(frozen=True)
class ListedClass:
    """A class in the list of its teacher."""

    school_class: SchoolClass
    title: str
    pupils: int
    is_open: bool


def listed_classes(user: User) -> list[ListedClass]:
    """The teacher's classes, the latest first: one query."""
    now = timezone.now()
    rows = SchoolClass.objects.for_user(user).select_related("module", "session")
    return [
        ListedClass(
            school_class=row,
            title=row.module.title,
            pupils=row.joined if row.joined is not None else row.seated,  # type: ignore[attr-defined]
            is_open=row.is_open(now),
        )
        for row in rows.annotate(seated=Count("seats"))
    ]


def open_classes(user: User) -> "QuerySet[SchoolClass]":
    """The teacher's classes that run at this moment."""
    running = SchoolClass.objects.for_user(user).open_at(timezone.now())
    return running.select_related("module")


def classes_to_report(user: User) -> "QuerySet[SchoolClass]":
    """The teacher's classes that were held lately, with pupils, and are no class session yet."""
    now = timezone.now()
    classes = SchoolClass.objects.for_user(user).unreported().ended(now)
    lately = classes.filter(opened_at__gte=now - REMIND_FOR)
    seated = lately.annotate(seated=Count("seats")).exclude(seated=0, joined=None)
    return seated.exclude(joined=0)


def pupils_of(school_class: SchoolClass) -> int:
    """How many joined, also when their places are gone."""
    if school_class.joined is not None:
        return school_class.joined
    return school_class.seats.count()


def minutes_of(school_class: SchoolClass, now: datetime | None = None) -> int:
    """How long it was open, in whole minutes, at least one."""
    until = school_class.closed_at or min(school_class.closes_at, now or timezone.now())
    return max(1, round((until - school_class.opened_at).total_seconds() / 60))


def seat_of(learner: Learner | None) -> Seat | None:
    """The place of a learner, with the class and its code; None without one."""
    if learner is None:
        return None
    seats = Seat.objects.filter(learner=learner).select_related(
        "learner", "school_class__code", "school_class__module__locale"
    )
    return seats.first()


def module_address(module: ModulePage) -> str:
    """The path of a module in its own language."""
    with override(module.locale.language_code):
        return reverse("modules:module", args=[module.slug])


def joining_address(school_class: SchoolClass) -> str:
    """What the QR code holds: the whole address, in the module's language, that joins."""
    with override(school_class.module.locale.language_code):
        path = reverse("joining:enter", args=[school_class.code.code])
    return settings.SITE_URL + path
