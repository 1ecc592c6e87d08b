"""What the records of each organisation say of the figures that it may also declare (RR14)."""

from datetime import datetime

from lms.core.periods import Period
from lms.reach.counting import Standing, count_campaigns, count_trainings, judge
from lms.reach.counting.cohorts import largest_of_each_cohort
from lms.reach.counting.facts import SessionFact
from lms.reach.counting.year import INFORMED, TRAINED
from lms.reach.selectors.facts import session_facts
from lms.reach.selectors.years import campaign_facts, training_facts


def recorded_figures(year: int, as_of: datetime | None = None) -> dict[tuple[str, str], int]:
    """People by (organisation's code, indicator), for the two indicators that records feed.
    Online completions have no organisation and are in none."""
    period = Period.year(year)
    judged = judge(session_facts(period, as_of))
    counted = [row.fact for row in judged if row.standing is Standing.COUNTED]
    figures: dict[tuple[str, str], int] = {}
    for organisation in {fact.organisation for fact in counted}:
        figures[organisation, INFORMED] = _informed_by(organisation, counted)
    for organisation, people in count_campaigns(campaign_facts(year, as_of)).by_org.items():
        figures[organisation, INFORMED] = figures.get((organisation, INFORMED), 0) + people
    for organisation, cell in count_trainings(training_facts(period, as_of)).by_org.items():
        figures[organisation, TRAINED] = cell.persons
    return figures


def _informed_by(organisation: str, counted: list[SessionFact]) -> int:
    """Different pupils and adults in the counted sessions of one organisation."""
    own = [fact for fact in counted if fact.organisation == organisation]
    pupils = sum(fact.pupils for fact in largest_of_each_cohort(own))
    return pupils + sum(fact.adults for fact in own)
