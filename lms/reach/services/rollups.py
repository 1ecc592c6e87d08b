"""Making the monthly sums from the lines: a month as a whole, never by adding to it."""

from typing import Any

from django.db import transaction
from django.db.models import Count, QuerySet, Sum

from lms.reach.batches import insert_selected
from lms.reach.counting import Standing
from lms.reach.models import (
    DirtyMonth,
    JudgedSession,
    LessonRollup,
    OrganisationRollup,
    PlaceRollup,
)
from lms.reach.models.rollups import Rollup
from lms.reach.services.lines import hold_lines

# The columns of each rollup beside month and status.
ROLLUPS: dict[type[Rollup], tuple[str, ...]] = {
    PlaceRollup: ("county", "level", "medium", "group_type"),
    LessonRollup: ("organisation", "lesson", "modality"),
    OrganisationRollup: ("organisation", "county"),
}
SUMMED_STANDINGS = (Standing.COUNTED, Standing.UNCONFIRMED)
_PEOPLE = ("girls", "boys", "undisclosed", "pupils", "adults")


def refresh_rollups() -> int:
    """Make the sums of every dirty month anew, each month in one transaction; return how many."""
    months = sorted(DirtyMonth.objects.values_list("month", flat=True))
    return sum(_make_month(month) for month in months)


def names_of(rollup: type[Rollup]) -> tuple[str, ...]:
    """The columns of a rollup, without its key."""
    return ("month", "status", *ROLLUPS[rollup], "sessions", *_PEOPLE)


def live_sums(rollup: type[Rollup], month: str) -> "QuerySet[JudgedSession, tuple[Any, ...]]":
    """The rows that this rollup should have for a month, summed from its lines; the values are in
    the order of `names_of`."""
    lines = JudgedSession.objects.filter(month=month, standing__in=SUMMED_STANDINGS)
    groups = lines.order_by().values("month", "status", *ROLLUPS[rollup])
    sums = groups.annotate(sessions=Count("pk"), **{name: Sum(name) for name in _PEOPLE})
    return sums.values_list(*names_of(rollup))


@transaction.atomic
def _make_month(month: str) -> bool:
    hold_lines()
    # Under the lock: another process may have done it meanwhile.
    if not DirtyMonth.objects.filter(month=month).exists():
        return False
    for rollup in ROLLUPS:
        rollup._default_manager.filter(month=month).delete()
        insert_selected(rollup, names_of(rollup), live_sums(rollup, month))
    DirtyMonth.objects.filter(month=month).delete()
    return True
