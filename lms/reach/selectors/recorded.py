"""What the records of an organisation say of the figures that it may also declare (RR14), and what
is recorded and declared of a project."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Sum

from lms.classrooms.selectors import latest_revisions
from lms.core.periods import Period
from lms.organisations.models import FundingProject
from lms.reach.counting import Standing, count_campaigns, count_declared, count_trainings
from lms.reach.counting.trainings import NOBODY_TRAINED
from lms.reach.counting.year import INFORMED, TRAINED
from lms.reach.selectors.judged import Judgements, judgements
from lms.reach.selectors.people import unique_pupils
from lms.reach.selectors.years import campaign_facts, declared_facts, training_facts


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
    return _informed(own)


def reached_by_project(
    project: FundingProject, indicator: str, counted: Judgements, as_of: datetime | None = None
) -> int | None:
    """What the year's records and declarations that name a project say of an indicator; `counted`
    are the year's counted sessions. None for people trained: no training names a project."""
    if indicator == TRAINED:
        return None
    year = counted.period.start.year
    declared = count_declared(declared_facts(year, as_of, project=project)).totals
    if indicator != INFORMED:
        return declared.get(indicator, 0)
    campaigns = count_campaigns(campaign_facts(year, as_of, project=project)).people
    return declared.get(INFORMED, 0) + campaigns + _informed(_of_project(project, counted, as_of))


def _of_project(project: FundingProject, counted: Judgements, as_of: datetime | None) -> Judgements:
    named: set[str] = set()
    if counted.extra:
        held = latest_revisions(as_of).in_period(counted.period).filter(project=project)
        named = set(held.values_list("session__reference", flat=True))
    return counted.where(
        counted.lines.filter(revision__project=project),
        [row for row in counted.extra if row.fact.reference in named],
    )


def _informed(own: Judgements) -> int:
    pupils = sum(pupils for *_parts, pupils in unique_pupils(own).values())
    adults = own.lines.aggregate(adults=Sum("adults"))["adults"] or 0
    return pupils + adults + sum(row.fact.adults for row in own.extra)
