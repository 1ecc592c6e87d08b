"""The year's report: class sessions and online completions only, until the others are counted."""

from datetime import datetime

from django.utils import timezone

from lms.core.periods import Period
from lms.reach.counting.campaigns import CampaignReport
from lms.reach.counting.declared import DeclaredReport
from lms.reach.counting.trainings import TrainingReport
from lms.reach.counting.year import YearReport
from lms.reach.selectors.reports import live_report


def year_report(year: int, as_of: datetime | None = None) -> YearReport:
    """Count the year as it was known at `as_of` (None is now)."""
    moment = as_of or timezone.now()
    sessions = live_report(Period.year(year), as_of)
    return YearReport(year, moment, sessions, CampaignReport(), TrainingReport(), DeclaredReport())
