"""T9: what was promised beside what the records and declarations of its owner say."""

import pytest

from lms.campaigns.services import record_run
from lms.organisations.models import FundingProject
from lms.reach.annual import annual_tables
from lms.reach.models import Target
from lms.reach.selectors.annual import annual_report
from lms.reach.services.lines import refresh_lines
from lms.reach.services.recording import record_figure
from tests.factories import MemberOrganisationFactory, SchoolFactory
from tests.reach.factories import DAY, make_session, moment

pytestmark = pytest.mark.django_db
YEAR = 2026


@pytest.fixture
def project():
    return FundingProject.objects.create(code="NO-1", name="Prevenire")


def reached(indicator, **whose):
    Target.objects.create(indicator=indicator, year=YEAR, value=100, **whose)
    (table,) = (one for one in annual_tables(annual_report(YEAR)) if one.key == "T9")
    return table.cell("1", "reached")


@pytest.mark.parametrize("judged_before", [True, False])
def test_a_project_has_reached_the_people_of_its_sessions(project, judged_before):
    school = SchoolFactory()
    make_session(school=school, project=project, adults=3)
    # The same class at another lesson: no other pupils.
    make_session(school=school, project=project, girls=4, lesson_code="alta")
    make_session(school=school, label="8A")
    if judged_before:
        refresh_lines()
    assert reached("persoane_informate", project=project) == 23


def test_the_campaigns_and_declarations_of_a_project_count_for_it(project):
    organisation = MemberOrganisationFactory(code="ELIB")
    for key, of_project in (("targ", project), ("zi", None)):
        record_run(
            event_key=key, organisation_id=organisation.pk, year=YEAR, method="attendance",
            recorded_at=moment(DAY), people=30, status="reported", project=of_project,
        )  # fmt: skip
    record_figure(
        organisation_id=organisation.pk, indicator="persoane_informate", year=YEAR,
        recorded_at=moment(DAY), value=5, status="reported", in_addition=True, project=project,
    )  # fmt: skip
    assert reached("persoane_informate", project=project) == 35


def test_assistance_of_a_project_is_what_was_declared_for_it(project):
    organisation = MemberOrganisationFactory(code="ELIB")
    record_figure(
        organisation_id=organisation.pk, indicator="consiliere", year=YEAR,
        recorded_at=moment(DAY), value=7, status="verified", project=project,
    )  # fmt: skip
    assert reached("consiliere", project=project) == 7


def test_no_training_names_a_project(project):
    assert reached("persoane_instruite", project=project) is None


def test_a_member_has_reached_the_people_of_its_own_sessions():
    organisation = MemberOrganisationFactory(code="ELIB")
    make_session(school=SchoolFactory(), organisation=organisation, adults=2)
    make_session(school=SchoolFactory())
    assert reached("persoane_informate", organisation=organisation) == 22
