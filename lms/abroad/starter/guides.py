"""The list of countries and a guide for each, in every language that has a home page."""

import tomllib
from pathlib import Path

from django.utils import timezone
from wagtail.models import Locale, Page

from lms.abroad.countries import COUNTRIES
from lms.abroad.models import AbroadIndexPage, CountryGuidePage
from lms.core import generation
from lms.core.starter_pages import list_page

SLUG = "munca-in-strainatate"


def load() -> int:
    """Add the pages that are not there yet; return how many guides."""
    words = tomllib.loads((Path(__file__).parent / "words.toml").read_text(encoding="utf-8"))
    added = 0
    for home in Page.objects.filter(depth=2).select_related("locale").order_by("path"):
        language = home.locale.language_code
        if language in words:
            added += _load(home.locale, words[language])
    if added:
        generation.advance()
    return added


def _load(locale: Locale, words: dict[str, str]) -> int:
    index = list_page(
        AbroadIndexPage,
        locale.language_code,
        title=words["index_title"],
        slug=SLUG,
        intro=words["index_intro"],
        search_description=words["index_intro"],
    )
    known = set(CountryGuidePage.objects.child_of(index).values_list("country", flat=True))
    # The same country is one page in every language: translations share their key.
    keys = dict(CountryGuidePage.objects.values_list("country", "translation_key"))
    added = 0
    for code, country in COUNTRIES.items():
        if code in known:
            continue
        page = CountryGuidePage(
            title=words["title"].format(country=country.name(locale.language_code)),
            slug=country.slug,
            locale=locale,
            country=code,
            intro=words["intro"],
            search_description=words["intro"],
        )
        if code in keys:
            page.translation_key = keys[code]
        _publish(index, page)
        added += 1
    return added


def _publish(parent: Page, page: Page) -> None:
    """Add a page as a published one. Wagtail's own way saves and indexes it three times, which is
    half a minute for a hundred and twenty."""
    now = timezone.now()
    page.live, page.first_published_at, page.last_published_at = True, now, now
    parent.add_child(instance=page)
    revision = page.save_revision(changed=False)
    Page.objects.filter(pk=page.pk).update(live_revision=revision)
