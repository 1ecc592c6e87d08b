"""R48: no story of a person goes out without four ticks, whichever way it is let out."""

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail import hooks
from wagtail.models import Page, Workflow
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from lms.core.story_ticks import TICKS
from lms.pages.models import MagazineArticlePage, NewsPage, StoryCheck
from lms.pages.stories.rules import StoryRefused
from lms.pages.stories.services import withdraw_consent
from lms.people.enums import Role
from tests.factories import make_user
from tests.pages.stories import consent, make_article, make_issue, make_news, make_story, publish

pytestmark = pytest.mark.django_db

GOING_OUT = (
    {"action-publish": "1"},
    {"action-submit": "1"},
    {"action-workflow-action": "1", "workflow-action-name": "approve"},
    {"action-publish": "1", "go_live_at": "2030-01-01 10:00"},
)
ALL = dict.fromkeys(TICKS, "on")
MISSING = "Confirmați înainte de publicare."


@pytest.fixture
def person(roles):
    return make_user(Role.EDITOR)


@pytest.fixture
def editor(client, person):
    client.force_login(person)
    return client


def send(client, page, *parts):
    """Post the editor's form of an article; returns the page as it then is."""
    data = {
        **{name: getattr(page, name) for name in ("title", "slug", "summary", "source")},
        "pen_name": "Ilinca",
        "content_note": "Vorbește despre datorii.",
        "tells_a_story": "on",
        "body": streamfield([("paragraph", rich_text("<p>Am plecat.</p>"))]),
        "comments": inline_formset([]),
    }
    for part in parts:
        data |= part
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    html = client.post(address, nested_form_data(data), follow=True).content.decode()
    return MagazineArticlePage.objects.get(pk=page.pk), html


@pytest.mark.parametrize("left_out", TICKS)
@pytest.mark.parametrize("action", GOING_OUT)
def test_r48_a_story_does_not_go_out_with_a_tick_missing(editor, action, left_out):
    article = make_article()
    consent(article)
    ticks = {name: "on" for name in TICKS if name != left_out}
    after, html = send(editor, article, action, ticks)
    assert MISSING in html
    assert not after.live
    assert not after.revisions.filter(approved_go_live_at__isnull=False).exists()
    assert after.current_workflow_state is None


def test_r48_with_all_four_it_goes_out_and_who_and_when_is_kept(editor, person):
    article = make_article()
    consent(article)
    before = timezone.now()
    after, _html = send(editor, article, {"action-publish": "1"}, ALL)
    assert after.live
    check = StoryCheck.objects.get()
    assert (check.checked_by, check.page_number) == (person, article.pk)
    assert check.revision_number == after.live_revision_id
    assert before <= check.checked_at <= timezone.now()


def test_r25_a_consent_taken_back_while_the_form_is_saved_keeps_the_story_in(editor):
    article = make_article()
    consent(article)

    def take_back(_request, page):
        withdraw_consent(story=page.translation_key, by=None)

    with hooks.register_temporarily("before_publish_page", take_back):
        after, html = send(editor, article, {"action-publish": "1"}, ALL)
    assert not after.live
    assert "Acordul a fost retras." in html


def test_r48_four_ticks_do_not_stand_for_a_consent(editor):
    after, html = send(editor, make_article(), {"action-publish": "1"}, ALL)
    assert "nu are un acord înregistrat" in html
    assert not after.live
    assert not StoryCheck.objects.exists()


def test_a_draft_is_kept_without_ticks_and_the_ticks_of_a_draft_let_nothing_out(editor):
    article = make_article()
    consent(article)
    after, html = send(editor, article, ALL)
    assert MISSING not in html
    assert not StoryCheck.objects.exists()
    with pytest.raises(StoryRefused, match="confirmat"):
        after.latest_revision.publish()


@pytest.mark.parametrize("left_out", ["pen_name", "content_note"])
def test_a_story_without_pen_name_or_note_does_not_go_out(editor, left_out):
    article = make_article()
    consent(article)
    after, html = send(editor, article, {"action-publish": "1"}, ALL, {left_out: ""})
    assert "Completați înainte de publicare." in html
    assert not after.live


def test_a_scheduled_story_goes_out_in_its_hour_with_the_ticks_of_its_form(editor):
    article = make_article()
    consent(article)
    after, _html = send(editor, article, GOING_OUT[-1], ALL)
    scheduled = after.revisions.filter(approved_go_live_at__isnull=False)
    assert scheduled.count() == 1
    revision = scheduled.get()
    revision.content["go_live_at"] = None
    revision.save()
    revision.publish(log_action="wagtail.publish.scheduled")
    assert MagazineArticlePage.objects.get().live


def test_r48_a_workflow_lets_out_what_was_ticked_when_it_was_handed_in(editor, person):
    article = make_article()
    workflow = Workflow.objects.get(name="Moderators approval")
    consent(article)
    after, _html = send(editor, article, {"action-submit": "1"}, ALL)
    state = after.current_workflow_state
    assert state.workflow == workflow
    state.current_task_state.approve(user=person)
    assert MagazineArticlePage.objects.get().live


def test_a_revision_that_was_overwritten_is_not_the_one_that_was_ticked():
    article = make_story()
    revision = article.latest_revision
    article.summary = "Altceva."
    article.save_revision(overwrite_revision=revision)
    revision.refresh_from_db()
    with pytest.raises(StoryRefused, match="confirmat"):
        revision.publish()


def publish_in_bulk(client, page, **fields):
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    response = client.post(f"{url}?id={page.pk}&next=/admin/", fields)
    return client.get(response.url).content.decode()


@pytest.mark.parametrize("whole", [False, True])
def test_r48_publishing_in_bulk_lets_no_story_out(editor, whole):
    article = make_article()
    consent(article)
    page = make_issue() if whole else article
    html = publish_in_bulk(editor, page, **({"include_descendants": "on"} if whole else {}))
    assert "Nu s-a publicat nimic." in html
    assert not MagazineArticlePage.objects.get().live


@pytest.mark.parametrize("action", ["publish", "copy", "revert_to_page_revision"])
def test_r48_the_admins_own_api_lets_no_story_out(editor, action):
    article = make_article()
    consent(article)
    address = reverse("wagtailadmin_api:pages:action", args=[article.pk, action])
    sent = {"revision_id": article.latest_revision_id, "recursive": False, "keep_live": True}
    assert editor.post(address, sent).status_code == 404
    assert not MagazineArticlePage.objects.get().live


def test_publishing_in_bulk_lets_out_what_was_ticked_before(editor):
    story = make_story()
    story.unpublish()
    publish_in_bulk(editor, story)
    assert MagazineArticlePage.objects.get().live


def test_r48_a_copy_of_a_story_is_a_draft(editor, person):
    story = make_story()
    copy = story.copy(update_attrs={"slug": "copie"}, user=person)
    assert not Page.objects.get(pk=copy.pk).live
    with pytest.raises(StoryRefused, match="acord"):
        MagazineArticlePage.objects.get(pk=copy.pk).latest_revision.publish()


def test_r48_an_alias_of_a_story_is_never_live_not_even_when_the_story_is_published_again():
    story = make_story()
    alias = story.create_alias(update_slug="alias")
    assert not Page.objects.get(pk=alias.pk).live
    publish(story)
    assert not Page.objects.get(pk=alias.pk).live


def test_r48_news_that_tells_a_story_needs_the_same():
    item = make_news(tells_a_story=True)
    assert not NewsPage.objects.get().live
    with pytest.raises(StoryRefused):
        item.save_revision().publish()
    consent(item)
    with pytest.raises(StoryRefused):
        item.save_revision().publish()
    assert publish(item).live


def test_news_that_tells_no_story_needs_its_source_only(editor):
    item = make_news(live=False, source="")
    item.save_revision()
    assert "Completați" in publish_in_bulk(editor, item)
    item.source = "ProTECT"
    item.save_revision()
    publish_in_bulk(editor, item)
    assert NewsPage.objects.get().live


def test_a_story_is_not_copied_by_hand(editor):
    story = make_story()
    before = Page.objects.count()
    address = f"/admin/pages/{story.pk}/copy/"
    data = {"new_title": "A doua", "new_slug": "a-doua", "new_parent_page": story.get_parent().pk}
    assert (editor.post(address, data).status_code, Page.objects.count()) == (302, before)
