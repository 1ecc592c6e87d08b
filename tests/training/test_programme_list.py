"""The list of programmes and its filter by audience."""

import pytest
from wagtail.models import PageViewRestriction

from lms.training.selectors import programme_list
from tests.factories import make_home
from tests.training.programmes import make_programme

pytestmark = pytest.mark.django_db


def titles(audience=""):
    return [card.page.title for card in programme_list("ro", audience).cards]


def test_programmes_stand_by_kind_then_by_title():
    make_programme(title="Zi de lecții", kind="predare")
    make_programme(title="Șoapte", kind="detectare")
    make_programme(title="Semne", kind="detectare")
    make_programme(title="Început", kind="constientizare")
    assert titles() == ["Început", "Semne", "Șoapte", "Zi de lecții"]


def test_an_audience_leaves_the_programmes_that_are_for_it():
    make_programme(title="Pentru preoți", audiences=("preoti", "ong"))
    make_programme(title="Pentru polițiști", audiences=("politisti",))
    assert titles("preoti") == ["Pentru preoți"]


def test_an_unknown_audience_leaves_all_of_them():
    make_programme(title="Unul")
    assert titles("marinari") == ["Unul"]


def test_the_filter_offers_the_audiences_that_have_a_programme():
    make_programme(audiences=("preoti",))
    make_programme(audiences=("preoti", "ong"))
    found = programme_list("ro")
    assert [(option.value, option.count) for option in found.options] == [("preoti", 2), ("ong", 1)]


def test_an_alias_is_not_a_second_programme():
    make_programme(title="Unul").create_alias(update_slug="altul")
    assert titles() == ["Unul"]


def test_a_programme_that_is_not_for_everybody_is_not_named():
    programme = make_programme()
    login = PageViewRestriction.LOGIN
    PageViewRestriction.objects.create(page=programme, restriction_type=login)
    assert titles() == []


def test_the_number_of_queries_does_not_grow(django_assert_num_queries):
    for _number in range(4):
        make_programme(audiences=("preoti", "ong"))
    with django_assert_num_queries(3):
        programme_list("ro")


def test_the_page_shows_what_the_filter_leaves(client):
    make_programme(title="Pentru preoți", audiences=("preoti",))
    make_programme(title="Pentru polițiști", audiences=("politisti",))
    page = client.get("/formare/?grup=preoti").content.decode()
    assert ("Pentru preoți" in page, "Pentru polițiști" in page) == (True, False)


def test_the_page_says_when_there_is_none_for_an_audience(client):
    make_programme(audiences=("preoti",))
    assert "Încă nu avem un program" in client.get("/formare/?grup=elevi").content.decode()


def test_the_page_says_when_there_is_none_in_a_language(client):
    make_home()
    page = client.get("/en/formare/").content.decode()
    assert 'href="/formare/" hreflang="ro"' in page


def test_the_menu_leads_to_the_list(client):
    make_home()
    assert '<a href="/formare/">Formare</a>' in client.get("/").content.decode()
