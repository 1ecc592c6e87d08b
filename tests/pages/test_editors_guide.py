"""The editors' guide is read in the admin."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from lms.people.enums import Role
from tests.factories import make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def guide(client, roles):
    """The screen, as an editor reads it."""
    client.force_login(make_user(Role.EDITOR))
    page = client.get(reverse("pages_guide")).content
    return BeautifulSoup(page, "html.parser").select_one(".editors-guide")


def test_the_guide_is_formatted(guide):
    assert guide.find("strong", string="Salvează ciorna")


def test_every_entry_of_the_contents_leads_to_a_part_of_the_guide(guide):
    entries = [link["href"].lstrip("#") for link in guide.nav.find_all("a")]
    assert entries == [title["id"] for title in guide.find_all("h2")]


def test_the_guide_is_in_the_help_menu(client, roles):
    client.force_login(make_user(Role.EDITOR))
    assert reverse("pages_guide") in client.get(reverse("wagtailadmin_home")).content.decode()
