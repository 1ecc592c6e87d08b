"""The magazine as readers get it, and a story that is taken back."""

import threading

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone
from wagtail.models import Locale, Page

from lms.pages.models import MagazineArticlePage, StoryConsent, StoryWithdrawal
from lms.pages.stories.rules import StoryRefused
from lms.pages.stories.services import NoConsentError, withdraw_consent
from tests.factories import make_home
from tests.pages.stories import confirm, consent, make_article, make_issue, make_story, publish
from tests.searching import search_pages

pytestmark = pytest.mark.django_db
STORY = "/revista/primul-numar/valiza-mica/"
ISSUE = "/revista/primul-numar/"


def withdraw(page):
    return withdraw_consent(story=page.translation_key, by=None)


def test_r25_an_issue_shows_articles_with_pen_name_and_content_note(client):
    make_story()
    html = client.get(ISSUE).content.decode()
    assert "Valiza mică" in html
    assert "Ilinca" in html
    assert "Cu notă despre conținut" in html


def test_r25_a_story_begins_with_its_note_and_a_way_past_it(client):
    make_story()
    html = client.get(STORY).content.decode()
    note, words = html.index("Vorbește despre datorii."), html.index("Am plecat cu o valiză")
    assert note < words
    assert '<summary class="button">Continuați</summary>' in html
    assert f'<a class="button note-gate__skip" href="{ISSUE}">Săriți peste</a>' in html
    assert "1 minut de citit" in html


def test_r25_taking_a_consent_back_takes_the_story_down_everywhere_at_once(
    client, django_capture_on_commit_callbacks
):
    story = make_story()
    assert client.get(STORY).status_code == 200
    for address in (ISSUE, "/sitemap.xml"):
        assert "valiza-mica" in client.get(address).content.decode()
    # The pages are kept now; nothing but the stamp makes them anew.
    with django_capture_on_commit_callbacks(execute=True):
        assert withdraw(story) == 1
    gone = client.get(STORY)
    assert gone.status_code == 410
    assert "Am plecat" not in gone.content.decode()
    assert "Ilinca" not in gone.content.decode()
    assert "Textul nu mai este aici" in gone.content.decode()
    assert "Valiza" not in client.get(ISSUE).content.decode()
    assert "valiza-mica" not in client.get("/sitemap.xml").content.decode()
    assert list(search_pages("valiza", "ro")) == []


def test_r25_it_goes_in_every_language(client):
    story = make_story()
    english = translated(story)
    publish(english)
    assert client.get(english.url).status_code == 200
    assert withdraw(story) == 2
    assert client.get(english.url).status_code == 410


def translated(story):
    """The English page of a story, below English copies of what it stands in."""
    locale = Locale.objects.get_or_create(language_code="en")[0]
    for above in (make_home(), story.issue.get_parent().specific, story.issue):
        copy = above.copy_for_translation(locale)
        copy.save_revision().publish()
    return story.copy_for_translation(locale)


def test_a_consent_without_translations_lets_no_translation_out():
    article = make_article()
    consent(article, covers_translations=False)
    publish(article)
    with pytest.raises(StoryRefused, match="traduceri"):
        publish(translated(article))


def test_r25_it_cannot_be_published_again_without_a_new_consent(client):
    story = make_story()
    revision = story.latest_revision
    withdraw(story)
    with pytest.raises(StoryRefused, match="retras"):
        revision.publish()
    with pytest.raises(StoryRefused, match="retras"):
        confirm(MagazineArticlePage.objects.get()).publish()
    consent(story)
    # A new consent is not yet a look at the text.
    with pytest.raises(StoryRefused, match="confirmat"):
        revision.publish()
    publish(MagazineArticlePage.objects.get())
    assert client.get(STORY).status_code == 200


def test_unticking_the_box_does_not_free_a_story_that_was_taken_back():
    story = make_story()
    withdraw(story)
    story.tells_a_story = False
    with pytest.raises(StoryRefused):
        story.save_revision().publish()


def test_it_is_taken_back_once():
    story = make_story()
    withdraw(story)
    with pytest.raises(NoConsentError):
        withdraw(story)
    assert StoryWithdrawal.objects.count() == 1


def test_of_several_consents_none_is_left_in_force():
    story = make_story()
    consent(story)
    withdraw(story)
    assert not StoryConsent.objects.in_force().exists()


def schedule(page):
    page.go_live_at = timezone.now() + timezone.timedelta(hours=1)
    confirm(page).publish()
    return make_due(page)


def make_due(page):
    """Let the hour come for which a page is scheduled."""
    revision = page.revisions.get(approved_go_live_at__isnull=False)
    revision.approved_go_live_at = timezone.now() - timezone.timedelta(minutes=1)
    revision.content["go_live_at"] = revision.approved_go_live_at.isoformat()
    revision.save()
    return revision


def test_a_scheduled_story_that_was_taken_back_stays_down():
    article = make_article()
    consent(article)
    schedule(article)
    withdraw(article)
    call_command("publish_scheduled", verbosity=0)
    assert not Page.objects.get(pk=article.pk).live


def test_a_story_that_may_not_go_out_does_not_hold_up_what_is_scheduled_after_it():
    article, other = make_article(), make_article(slug="alta", tells_a_story=False)
    consent(article)
    due = schedule(article)
    other.go_live_at = timezone.now() + timezone.timedelta(hours=1)
    other.save_revision().publish()
    StoryWithdrawal.objects.create(consent=StoryConsent.objects.get())
    make_due(other)
    call_command("publish_scheduled", verbosity=0)
    due.refresh_from_db()
    assert due.approved_go_live_at is None
    assert Page.objects.get(pk=other.pk).live
    assert not Page.objects.get(pk=article.pk).live


def test_an_address_of_a_draft_that_nobody_saw_is_not_said_to_be_gone(client):
    article = make_article()
    consent(article)
    withdraw(article)
    assert client.get(STORY).status_code == 404


def test_an_erased_page_is_not_there_and_the_record_stays(client):
    story = make_story()
    withdraw(story)
    story.delete()
    assert client.get(STORY).status_code == 404
    assert StoryWithdrawal.objects.count() == 1


def test_an_issue_without_stories_says_so(client):
    make_issue()
    assert "nu este încă nicio poveste" in client.get(ISSUE).content.decode()


def test_a_word_of_the_editors_needs_no_consent_and_no_pen_name(client):
    article = make_article(tells_a_story=False, pen_name="", content_note="")
    article.save_revision().publish()
    html = client.get(STORY).content.decode()
    assert "Din partea redacției" in html
    assert "noarchive" not in html


def test_pages_ask_the_same_number_of_questions_however_many_articles_there_are(
    client, django_assert_max_num_queries, django_assert_num_queries
):
    make_story()
    client.get(ISSUE)
    with django_assert_max_num_queries(15) as first:
        client.get(f"{ISSUE}?x=1")
    for number in range(4):
        make_story(slug=f"alta-{number}")
    with django_assert_num_queries(len(first)):
        client.get(f"{ISSUE}?x=2")
    for address in (STORY, "/revista/"):
        with django_assert_max_num_queries(15):
            client.get(f"{address}?x=3")


@pytest.mark.django_db(transaction=True)
def test_publishing_while_a_consent_is_taken_back_never_leaves_the_story_out():
    story = make_story()
    revision = story.latest_revision
    problems = []

    def run(action):
        try:
            action()
        except StoryRefused:
            pass
        except Exception as error:
            problems.append(error)
        finally:
            connection.close()

    both = [
        threading.Thread(target=run, args=[action])
        for action in (revision.publish, lambda: withdraw(story)) * 2
    ]
    for thread in both:
        thread.start()
    for thread in both:
        thread.join()
    assert [error for error in problems if not isinstance(error, NoConsentError)] == []
    assert not MagazineArticlePage.objects.get().live
