"""Years that were reported before there was this platform."""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from lms.reach.enums import PeriodState, Verb
from lms.reach.models import ReportingPeriod
from lms.reach.services.auditing import record
from lms.reach.services.periods import subject_of


@transaction.atomic
def approve_legacy_years(*, years: Iterable[int]) -> list[ReportingPeriod]:
    """Let the years that came by import and that nobody opened here stand as approved; the running
    year and those that have a period stay as they are. Returns the periods that were made."""
    made = []
    past = {year for year in years if year < timezone.localdate().year}
    known = set(ReportingPeriod.objects.filter(year__in=past).values_list("year", flat=True))
    for year in sorted(past - known):
        period, is_new = ReportingPeriod.objects.get_or_create(
            year=year, defaults={"state": PeriodState.APPROVED, "approved_at": timezone.now()}
        )
        if is_new:
            record(actor=None, verb=Verb.IMPORTED, subject=subject_of(period))
            made.append(period)
    return made
