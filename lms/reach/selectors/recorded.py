"""What the records of an organisation say of the figures that it may also declare (RR14)."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Sum

from lms.core.periods import Period
from lms.reach.counting import Standing, count_campaigns, count_trainings
from lms.reach.counting.trainings import NOBODY_TRAINED
from lms.reach.counting.year import INFORMED, TRAINED
from lms.reach.selectors.judged import Judgements, judgements
from lms.reach.selectors.people import unique_pupils
from lms.reach.selectors.years import campaign_facts, training_facts


def recorded_figures(
    year: int, organisations: Iterable[str], as_of: datetime | None = None
) -> dict[tuple[str, str], int]:
    """People by (organisation's code, indicator), for the two indicators that records feed.
    Online completions have no organisation and are in none."""
    period = Period.year(year)
    counted = judgements(period, as_of).standing(Standing.COUNTED)
    campaigns = count_campaigns(campaign_facts(year, as_of)).by_org
    trained = count_trainings(training_facts(period, as_of)).by_org
    figures: dict[tuple[str, str], int] = {}
    for code in organisations:
        figures[code, INFORMED] = informed_by(code, counted) + campaigns.get(code, 0)
        figures[code, TRAINED] = trained.get(code, NOBODY_TRAINED).persons
    return figures


def informed_by(organisation: str, counted: Judgements) -> int:
    """Different pupils and adults in the counted sessions of one organisation."""
    own = counted.where(
        counted.lines.filter(organisation=organisation),
        [row for row in counted.extra if row.fact.organisation == organisation],
    )
    pupils = sum(pupils for *_parts, pupils in unique_pupils(own).values())
    adults = own.lines.aggregate(adults=Sum("adults"))["adults"] or 0
    return pupils + adults + sum(row.fact.adults for row in own.extra)
