"""A plan behind a view restriction keeps its kit, its editions and its title to itself."""

import pytest
from django.urls import reverse
from wagtail.models import PageViewRestriction

from tests.factories import make_user
from tests.lessons.kits import make_kit

pytestmark = pytest.mark.django_db


@pytest.fixture
def kit():
    """The kit of a plan that only people with an account may read."""
    kit = make_kit()
    restriction = PageViewRestriction.LOGIN
    PageViewRestriction.objects.create(page=kit.edition.plan, restriction_type=restriction)
    return kit


def addresses(kit) -> dict[str, str]:
    edition = kit.edition
    words = [edition.plan.slug, edition.school_year]
    return {
        "kit": reverse("lessons:kit_file", args=[*words, kit.version, "set.zip"]),
        "part": reverse("lessons:kit_file", args=[*words, kit.version, "plan.pdf"]),
        "edition": reverse("lessons:edition", args=words),
        "questions": reverse("lessons:download_questions", args=words[:1]),
    }


@pytest.mark.parametrize("what", ["kit", "part", "edition", "questions"])
def test_a_stranger_gets_nothing_of_it(client, kit, what):
    assert client.get(addresses(kit)[what]).status_code == 404


def test_a_kept_page_is_forgotten_once_it_is_restricted(
    client, settings, django_capture_on_commit_callbacks
):
    settings.PAGE_CACHE = True
    plan = make_kit().edition.plan
    before = client.get(plan.url)
    with django_capture_on_commit_callbacks(execute=True):
        restriction = PageViewRestriction.LOGIN
        PageViewRestriction.objects.create(page=plan, restriction_type=restriction)
    assert (before.status_code, client.get(plan.url).status_code) == (200, 302)


@pytest.mark.parametrize("what", ["kit", "part", "edition", "questions"])
def test_a_reader_whom_it_is_for_gets_it(client, kit, what):
    client.force_login(make_user())
    assert client.get(addresses(kit)[what]).status_code == 200


def test_no_cache_on_the_way_keeps_its_kit(client, kit):
    client.force_login(make_user())
    assert "private" in client.get(addresses(kit)["kit"]).headers["Cache-Control"]


def test_the_catalogue_does_not_name_it(client, kit):
    assert kit.edition.plan.slug not in client.get("/lectii/").content.decode()


def test_nor_does_the_catalogue_find_it(client, kit):
    found = client.get("/lectii/", {"q": kit.edition.plan.title}).content.decode()
    assert f"/lectii/{kit.edition.plan.slug}/" not in found
