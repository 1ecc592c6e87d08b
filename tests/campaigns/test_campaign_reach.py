"""Whom a campaign reached, as everybody may see it."""

import pytest

from lms.campaigns.enums import Channel, Method
from lms.campaigns.selectors import campaign_reach
from lms.core.qualifiers import Qualifier
from lms.core.record_status import RecordStatus
from tests.campaigns.builders import make_campaign, make_run, make_translation
from tests.factories import CountyFactory, MemberOrganisationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def page():
    return make_campaign()


def counts(lines):
    return [line.count for line in lines]


@pytest.mark.parametrize("status", set(RecordStatus) - {RecordStatus.VERIFIED})
def test_only_what_somebody_else_verified_is_shown(page, status):
    make_run(page, 40, status=status)
    assert campaign_reach(page) is None


def test_a_run_of_another_campaign_is_not_shown(page):
    make_run(make_campaign(), 40)
    make_run(None, 40)
    assert campaign_reach(page) is None


def test_all_languages_of_a_campaign_show_the_same(page):
    english = make_translation(page)
    make_run(page, 40)
    make_run(english, 30)
    assert campaign_reach(page).total == campaign_reach(english).total == 70


def test_impressions_and_estimates_stand_apart_and_add_to_nothing(page):
    make_run(page, 40)
    make_run(page, 9000, Method.IMPRESSIONS, channel=Channel.SOCIAL)
    make_run(page, 500, Method.ESTIMATE, channel=Channel.PRESS)
    reach = campaign_reach(page)
    assert (reach.total, counts(reach.people)) == (40, [40])
    assert (counts(reach.impressions), counts(reach.estimates)) == ([9000], [500])


def test_a_joint_event_counts_once_with_its_highest_figure(page):
    for people in (300, 280):
        make_run(page, people, event="gara", organisation=MemberOrganisationFactory())
    reach = campaign_reach(page)
    assert (reach.total, counts(reach.people)) == (300, [300])


def test_an_event_counted_both_ways_stands_in_one_line(page):
    own = MemberOrganisationFactory()
    make_run(page, 40, event="gara", organisation=own)
    make_run(page, 90, Method.UNIQUE_VISITORS, event="gara", organisation=own)
    reach = campaign_reach(page)
    assert (reach.total, counts(reach.people)) == (90, [90])


def test_the_lines_add_up_to_the_total(page):
    make_run(page, 40)
    make_run(page, 60, channel=Channel.STREET)
    make_run(page, 25, channel=Channel.STREET)
    reach = campaign_reach(page)
    assert sum(counts(reach.people)) == reach.total == 125


def test_a_figure_below_ten_is_hidden_and_so_is_what_would_give_it_away(page):
    make_run(page, 7)
    make_run(page, 60, channel=Channel.STREET)
    make_run(page, 200, channel=Channel.SCHOOL)
    reach = campaign_reach(page)
    assert (reach.total, counts(reach.people)) == (267, [None, None, 200])


def test_of_fewer_than_ten_in_all_nothing_is_shown(page):
    make_run(page, 7)
    make_run(page, 9, Method.ESTIMATE)
    reach = campaign_reach(page)
    assert (reach.total, counts(reach.people), counts(reach.estimates)) == (None, [None], [None])


def test_a_sum_is_as_exact_as_its_least_exact_part(page):
    make_run(page, 40)
    make_run(page, 60, qualifier=Qualifier.ABOUT)
    assert campaign_reach(page).people[0].qualifier == "circa"


def test_places_say_editions_and_not_people(page):
    county = CountyFactory()
    for locality in ("Turda", "Cluj-Napoca", "Turda"):
        make_run(page, 40, county=county, locality=locality)
    make_run(page, 40)
    assert campaign_reach(page).places == (("Cluj", "Cluj-Napoca, Turda", 3),)
