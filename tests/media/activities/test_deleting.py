"""An activity that a page shows stays; whoever would delete it reads where it is."""

import pytest
from django.urls import reverse

from lms.people.enums import Role
from media.models import Activity
from tests.factories import make_user
from tests.media.activities.builders import make_activity
from tests.media.player.pages import make_page

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _editor(client, roles):
    client.force_login(make_user(Role.EDITOR))


def test_an_activity_that_a_page_shows_is_not_deleted(client):
    activity = make_activity()
    make_page(activity)
    client.post(reverse("activity:delete", args=[activity.pk]))
    assert Activity.objects.exists()


def test_whoever_would_delete_it_reads_in_how_many_places_it_is(client):
    activity = make_activity()
    make_page(activity)
    asked = client.get(reverse("activity:delete", args=[activity.pk])).content.decode()
    assert "Apare într-un loc." in asked
    assert "Nu se poate șterge cât timp apare acolo." in asked


def test_whoever_would_delete_one_that_is_nowhere_reads_so(client):
    asked = client.get(reverse("activity:delete", args=[make_activity().pk]))
    assert "Nu apare nicăieri." in asked.content.decode()


def test_the_pages_that_show_an_activity_are_listed(client):
    activity = make_activity()
    page = make_page(activity)
    listed = client.get(reverse("activity:usage", args=[activity.pk])).content.decode()
    assert page.title in listed
