"""Years that were reported before there was this platform."""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from lms.reach.enums import PeriodState, Verb
from lms.reach.models import AuditEvent, ReportingPeriod


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
            AuditEvent.objects.create(role="system", verb=Verb.IMPORTED, subject=f"period:{year}")
            made.append(period)
    return made
