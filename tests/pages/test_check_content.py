"""What `manage.py check_content` finds, each broken on purpose."""

from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone
from django.utils.translation import get_language
from wagtail.models import Locale, Page

from lessons.models import Statistic
from lms.abroad.enums import Field
from lms.core import content_checks
from lms.helplines.models import Helpline
from lms.pages.keeping import links, reviews
from lms.pages.models import Door, StandardPage, TranslationState
from lms.pages.services import confirm_translation, set_review_date
from media.models import ContentImage
from tests.abroad.builders import make_fact
from tests.factories import UserFactory, make_home

pytestmark = pytest.mark.django_db


@pytest.fixture
def home(settings):
    settings.SITE_URL = "http://testserver"
    return make_home()


@pytest.fixture
def english(home):
    locale = Locale.objects.get_or_create(language_code="en")[0]
    root = Page.objects.get(depth=1)
    new = type(home)(title="ProTECT", slug="home-en", headline="a", lead="b", how_title="c")
    new.locale, new.translation_key = locale, home.translation_key
    return root.add_child(instance=new)


def add_page(home, slug="pagina", **fields):
    return home.add_child(
        instance=StandardPage(title=fields.pop("title", slug), slug=slug, **fields)
    )


def found(key):
    group = next(group for group in content_checks.groups() if group.key == key)
    return [f"{finding.where}: {finding.what}" for finding in group.find()]


def paragraph(html):
    return [("paragraph", html)]


def test_a_link_to_a_page_that_is_gone_is_found(home):
    add_page(home, body=paragraph('<p><a linktype="page" id="987654">aici</a></p>'))
    assert found("links") == ["pagina (ro): „page 987654” (body) nu duce nicăieri"]


def test_a_link_to_a_withdrawn_page_is_found_and_to_a_live_one_not(home):
    target = add_page(home, "tinta")
    add_page(home, body=paragraph(f'<p><a linktype="page" id="{target.pk}">aici</a></p>'))
    assert found("links") == []
    target.unpublish()
    assert len(found("links")) == 1


def test_a_link_to_a_document_that_is_gone_is_found(home):
    add_page(home, body=paragraph('<p><a linktype="document" id="5">aici</a></p>'))
    assert "document 5" in str(found("links"))


def test_an_address_in_a_text_is_asked_of_the_site(home):
    add_page(home, body=paragraph('<p><a href="/nu-exista/">a</a> <a href="/ajutor-x/">b</a></p>'))
    add_page(home, "ajutor-x")
    assert len(found("links")) == 1
    assert "/nu-exista/" in found("links")[0]


def test_asking_an_address_of_another_language_leaves_ours(home):
    links.Site().has("/uk/nicaieri/")
    assert get_language() == "ro"


def test_a_door_that_leads_nowhere_is_found(home):
    home.doors = [Door(title="Ușa", text="x", address="/nicaieri/", look="pupil")]
    home.save()
    assert "/nicaieri/" in str(found("links"))


def test_links_to_other_sites_are_not_asked(home):
    add_page(home, body=paragraph('<p><a href="https://example.org/x">a</a></p>'))
    assert found("links") == []


def test_an_image_without_a_description_is_found(home):
    ContentImage.objects.create(title="Fără", file="x.png", width=1, height=1)
    ContentImage.objects.create(title="Cu", file="y.png", width=1, height=1, description="Un zmeu")
    assert [line.split(":")[0] for line in found("descriptions")] == ["Fără"]


def test_a_page_without_english_is_found_and_one_with_it_not(home, english):
    page = add_page(home)
    assert "pagina: lipsește în limba: engleză" in found("missing")
    copy = page.copy_for_translation(english.locale)
    copy.save_revision().publish()
    assert "pagina: lipsește în limba: engleză" not in found("missing")


def test_the_help_page_is_expected_in_every_language(home, english):
    add_page(home, "ajutor", feature="helplines")
    missing = [line for line in found("missing") if line.startswith("ajutor")]
    said = [line.rsplit(" ", 1)[1] for line in missing]
    assert said == ["engleză", "maghiară", "ucraineană"]


@pytest.fixture
def translated(home, english):
    page = add_page(home)
    page.save_revision().publish()
    copy = page.copy_for_translation(english.locale)
    copy.save_revision().publish()
    return page, StandardPage.objects.get(pk=copy.pk)


def test_a_translation_is_older_once_its_original_is_published_again(translated):
    page, copy = translated
    assert found("older") == []
    page.save_revision().publish()
    assert len(found("older")) == 1
    copy.save_revision().publish()
    assert len(found("older")) == 1, "publishing a translation again confirms nothing"


def test_a_confirmed_translation_is_not_older_until_the_next_change(translated):
    page, copy = translated
    page.save_revision().publish()
    page.refresh_from_db()
    confirm_translation(page=copy, source=page, by=UserFactory())
    assert found("older") == []
    assert TranslationState.objects.get().source_revision == page.live_revision
    page.save_revision().publish()
    assert len(found("older")) == 1


def test_a_help_line_that_was_not_checked_for_half_a_year_is_found(home):
    today = timezone.localdate()
    long_ago = today - timedelta(days=181)
    for number, published, checked_on in (
        ("119", True, long_ago), ("112", False, long_ago), ("116", True, today),
    ):  # fmt: skip
        Helpline.objects.create(
            key=number, number=number, published=published, checked_on=checked_on,
            source_title="Raport", source_address="https://example.org/",
        )  # fmt: skip
    assert [line[:3] for line in found("helplines")] == ["119"]


def test_a_labour_fact_that_is_due_is_found_with_the_day_on_which_it_was_last_known(home):
    make_fact(source_day=date(2020, 1, 1))
    make_fact(Field.LEAVE, number=20, checked_on=timezone.localdate())
    assert found("labour") == [
        "Germania: Salariul minim pe lună, în euro: verificată ultima oară la 01.01.2020"
    ]


def test_a_figure_that_was_not_checked_for_a_year_is_found(home):
    Statistic.objects.create(key="RO.veche", value="1", checked_on=date(2020, 1, 1))
    Statistic.objects.create(key="RO.noua", value="1", checked_on=timezone.localdate())
    assert [line.split(":")[0] for line in found("figures")] == ["RO.veche"]


def test_a_page_is_read_again_a_year_after_its_publication_or_on_its_own_date(home):
    page = add_page(home)
    page.save_revision().publish()
    today = timezone.localdate()
    assert found("reviews") == []
    assert len(reviews.due_reviews(today + timedelta(days=366))) == 1
    set_review_date(page=page, review_by=today, note="legea", by=UserFactory())
    assert "legea" in found("reviews")[0]
    set_review_date(page=page, review_by=today + timedelta(days=500), by=UserFactory())
    assert reviews.due_reviews(today + timedelta(days=366)) == []


def run(*arguments):
    out = StringIO()
    try:
        call_command("check_content", *arguments, stdout=out)
    except SystemExit as stop:
        return stop.code, out.getvalue()
    return 0, out.getvalue()


def test_the_command_groups_counts_and_fails_on_what_readers_stumble_over(home):
    assert run("--only", "links")[0] == 0
    add_page(home, body=paragraph('<p><a href="/nu-exista/">a</a></p>'))
    code, text = run("--only", "links")
    assert code == 1
    assert "Legături care nu duc nicăieri [links]: 1" in text


def test_what_waits_its_turn_fails_only_when_asked_to_be_strict(home):
    add_page(home)
    assert run("--only", "missing")[0] == 0
    assert run("--strict", "--only", "missing")[0] == 1
