from datetime import date

import pytest

from lessons import selectors, services
from lessons.models import LessonEdition
from lessons.services import kits
from lms.core.keyring import BadToken
from tests.factories import make_edition, make_plan
from tests.lessons.kits import make_kit

pytestmark = pytest.mark.django_db


@pytest.fixture
def no_build(monkeypatch):
    """Publishing without building files."""
    monkeypatch.setattr(kits, "build_kit", lambda *, edition: edition)


def publish(plan, year):
    plan.edition_year = year
    plan.save_revision().publish()
    services.publish_edition(plan=plan)


def test_publishing_opens_the_edition_of_the_year(no_build):
    plan = make_plan()
    publish(plan, "2026-2027")
    assert [e.school_year for e in plan.editions.all()] == ["2026-2027"]


def test_publishing_again_in_a_year_moves_its_edition(no_build):
    plan = make_plan()
    publish(plan, "2026-2027")
    plan.title = "Alt titlu"
    publish(plan, "2026-2027")
    assert plan.editions.get().revision.as_object().title == "Alt titlu"


def test_a_new_year_leaves_the_edition_before_it_untouched(no_build):
    plan = make_plan(title="Titlul vechi")
    publish(plan, "2025-2026")
    plan.title = "Titlul nou"
    publish(plan, "2026-2027")
    assert plan.editions.get(school_year="2025-2026").revision.as_object().title == "Titlul vechi"


@pytest.fixture
def two_editions(no_build):
    plan = make_plan(slug="plan", title="Titlul vechi")
    publish(plan, "2025-2026")
    plan.title = "Titlul nou"
    publish(plan, "2026-2027")
    return plan


def test_an_older_edition_is_read_as_it_was(client, two_editions):
    assert "Titlul vechi" in client.get("/lectii/plan/2025-2026/").content.decode()


def test_an_older_edition_says_that_it_was_replaced(client, two_editions):
    assert "a fost înlocuită" in client.get("/lectii/plan/2025-2026/").content.decode()


def test_the_newest_edition_does_not_say_so(client, two_editions):
    assert "a fost înlocuită" not in client.get("/lectii/plan/").content.decode()


def test_an_older_edition_offers_its_own_kit(client, two_editions):
    make_kit(two_editions.editions.get(school_year="2025-2026"))
    assert (
        "/lectii/plan/2025-2026/set-v1/set.zip"
        in client.get("/lectii/plan/2025-2026/").content.decode()
    )


def test_an_older_edition_of_a_retired_plan_says_that_it_was_retired(client, two_editions):
    two_editions.retired_on, two_editions.retired_reason = date(2026, 11, 1), "Legea s-a schimbat."
    two_editions.save_revision().publish()
    assert "Legea s-a schimbat." in client.get("/lectii/plan/2025-2026/").content.decode()


def test_an_older_edition_of_a_retired_plan_offers_no_kit(client, two_editions):
    make_kit(two_editions.editions.get(school_year="2025-2026"))
    two_editions.retired_on, two_editions.retired_reason = date(2026, 11, 1), "Legea s-a schimbat."
    two_editions.save_revision().publish()
    assert "set.zip" not in client.get("/lectii/plan/2025-2026/").content.decode()


def test_a_year_without_an_edition_is_not_found(client, two_editions):
    assert client.get("/lectii/plan/2019-2020/").status_code == 404


def test_what_was_taught_is_not_purged(two_editions):
    from django.core.management import call_command

    call_command("purge_revisions", verbosity=0)
    assert LessonEdition.objects.filter(revision__isnull=False).count() == 2


def test_a_printed_code_leads_to_its_edition():
    edition = make_edition()
    assert selectors.edition_of_token(selectors.registration_token(edition)) == edition


def test_a_code_that_was_changed_leads_nowhere():
    token = selectors.registration_token(make_edition())
    with pytest.raises(BadToken):
        selectors.edition_of_token(token[:-1] + ("A" if token[-1] != "A" else "B"))


def test_codes_printed_before_a_key_change_still_lead_there(settings):
    settings.LINK_SIGNING_KEYS = ["old"]
    edition = make_edition()
    token = selectors.registration_token(edition)
    settings.LINK_SIGNING_KEYS = ["new", "old"]
    assert selectors.edition_of_token(token) == edition
