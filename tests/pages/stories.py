"""Issues, articles and news with what they need behind them."""

import datetime
from uuid import uuid4

from wagtail.models import Locale

from lms.core.story_ticks import TICKS
from lms.pages.models import (
    MagazineArticlePage,
    MagazineIndexPage,
    MagazineIssuePage,
    NewsIndexPage,
    NewsPage,
    StoryCheck,
    StoryConsent,
    StoryWithdrawal,
)
from lms.pages.stories.services import record_consent
from tests.factories import make_home

WORDS = [("paragraph", "<p>Am plecat cu o valiză mică.</p>")]
AGREED = {
    "version": "2026-11",
    "agreed": "Publicarea textului, sub pseudonim.",
    "kept_where": "eLiberare, dosar R-12",
    "given_on": datetime.date(2026, 11, 2),
    "covers_translations": True,
}


def make_issue():
    issue = MagazineIssuePage.objects.first()
    if issue is None:
        index = make_home().add_child(instance=MagazineIndexPage(title="Revista", slug="revista"))
        issue = index.add_child(
            instance=MagazineIssuePage(
                title="Primul număr",
                slug="primul-numar",
                number="1",
                published_on=datetime.date(2026, 11, 30),
            )
        )
    return issue


def make_article(**fields):
    """A draft of a story, as an editor would leave it."""
    usual = {
        "title": "Valiza mică",
        "slug": "valiza-mica",
        "pen_name": "Ilinca",
        "summary": "Despre un drum.",
        "content_note": "Vorbește despre datorii.",
        "body": WORDS,
        "live": False,
    }
    article = MagazineArticlePage(**{**usual, **fields})
    make_issue().add_child(instance=article)
    article.save_revision()
    return article


def consent(page, by=None, **fields):
    return record_consent(page=page, by=by, **{**AGREED, **fields})


def confirm(page, by=None):
    """A revision with all four ticks, not published yet."""
    page.ticked = True
    return page.save_revision(user=by)


def publish(page, by=None):
    confirm(page, by).publish(user=by)
    page.refresh_from_db()
    return page


def make_story(**fields):
    """An article that readers have, with its consent."""
    article = make_article(**fields)
    consent(article)
    return publish(article)


def make_story_facts(by):
    """A row of every table that only grows, by this user."""
    given = StoryConsent.objects.create(story=uuid4(), language="ro", recorded_by=by, **AGREED)
    StoryWithdrawal.objects.create(consent=given, recorded_by=by)
    StoryCheck.objects.create(
        consent=given, page_number=1, revision_number=1, checked_by=by, **dict.fromkeys(TICKS, True)
    )


def make_news_index(language="ro"):
    index = NewsIndexPage.objects.filter(locale__language_code=language).first()
    if index is None:
        home = make_home()
        if language != "ro":
            locale = Locale.objects.get_or_create(language_code=language)[0]
            home = home.copy_for_translation(locale)
            home.save_revision().publish()
            home.refresh_from_db()
        index = home.add_child(
            instance=NewsIndexPage(title="Noutăți", slug="noutati", locale=home.locale)
        )
    return index


def make_news(language="ro", **fields):
    number = NewsPage.objects.count() + 1
    usual = {
        "title": f"Noutatea {number}",
        "slug": f"noutatea-{number}",
        "date": datetime.date(2026, 11, number),
        "summary": "Pe scurt.",
        "source": "ProTECT",
    }
    index = make_news_index(language)
    return index.add_child(instance=NewsPage(**{**usual, "locale": index.locale, **fields}))
