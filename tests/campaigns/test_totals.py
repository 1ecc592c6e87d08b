"""R24: people of campaigns stand in row 4 of section 4 beside its other parts, nowhere else."""

import pytest

from lms.campaigns.enums import Channel, Method
from lms.core.periods import Period
from lms.reach.annual import annual_tables
from lms.reach.counting.year import INFORMED
from lms.reach.selectors import live_report
from lms.reach.selectors.annual import annual_report
from tests.campaigns.builders import make_campaign, make_run
from tests.factories import SchoolFactory
from tests.reach.factories import make_session

pytestmark = pytest.mark.django_db
YEAR = Period.year(2026)


@pytest.fixture
def _before(db):
    """Twenty pupils in a class, whatever campaigns do."""
    make_session(school=SchoolFactory())


def run_everything():
    page = make_campaign()
    make_run(page, 500, channel=Channel.STREET)
    make_run(page, 90_000, Method.IMPRESSIONS, channel=Channel.SOCIAL)
    make_run(page, 7_000, Method.ESTIMATE, channel=Channel.PRESS)


def report():
    return annual_report(2026).report


@pytest.mark.usefixtures("_before")
def test_r24_campaigns_add_to_row_four_of_section_4_and_to_no_other_total():
    before, sessions = report(), live_report(YEAR)
    run_everything()
    after = report()
    changed = {key for key in after.section_4 if after.section_4[key] != before.section_4[key]}
    assert changed == {INFORMED}
    assert after.section_4[INFORMED] - before.section_4[INFORMED] == 500
    assert after.trained == before.trained
    assert live_report(YEAR).contacts == sessions.contacts
    assert live_report(YEAR).unique_pupils == sessions.unique_pupils


@pytest.mark.usefixtures("_before")
def test_r24_row_four_always_stands_with_its_components():
    run_everything()
    informed = report().informed
    table = next(one for one in annual_tables(annual_report(2026)) if one.key == "T1")
    parts = {row.key: row.cells[-1] for row in table.rows if row.key.startswith(f"{INFORMED}.")}
    assert parts[f"{INFORMED}.campaigns"] == informed.campaigns == 500
    assert parts[f"{INFORMED}.class_unique_pupils"] == 20
    assert sum(parts.values()) == report().section_4[INFORMED]


@pytest.mark.usefixtures("_before")
def test_r24_impressions_and_estimates_are_listed_apart_and_never_added():
    run_everything()
    campaigns = report().campaigns
    assert campaigns.people == 500
    assert campaigns.excluded == {"impressions": 90_000, "estimate": 7_000}
