"""The library and what is in it on the first day: written by the platform itself."""

import tomllib
from pathlib import Path

from wagtail.models import Locale, Page

from lms.pages.models import ResourceAudience, ResourceIndexPage, ResourcePage
from lms.pages.starter.standing import story_from_html

FILE = Path(__file__).parent / "resources.toml"
INDEX = {
    "ro": (
        "Resurse",
        "Ghiduri, afișe, cercetări și standarde, de citit, de tipărit sau de arătat.",
    ),
    "en": ("Resources", "Guides, posters, research and standards, to read, to print or to show."),
}


def load() -> int:
    """Add the resources that are not there yet; return how many."""
    rows = tomllib.loads(FILE.read_text())["resources"]
    return sum(_load(row, language) for language in INDEX for row in rows)


def _index(language: str, locale: Locale) -> ResourceIndexPage:
    index = ResourceIndexPage.objects.filter(locale=locale).first()
    if index:
        return index
    title, intro = INDEX[language]
    index = ResourceIndexPage(
        title=title, slug="resurse", intro=intro, search_description=intro, locale=locale
    )
    original = ResourceIndexPage.objects.first()
    if original:
        index.translation_key = original.translation_key
    Page.objects.get(depth=2, locale=locale).add_child(instance=index)
    index.save_revision().publish()
    return index


def _load(row: dict, language: str) -> bool:
    locale = Locale.objects.get(language_code=language)
    if ResourcePage.objects.filter(slug=row[f"slug_{language}"], locale=locale).exists():
        return False
    page = ResourcePage(
        title=row[f"title_{language}"],
        slug=row[f"slug_{language}"],
        locale=locale,
        kind=row["kind"],
        language=language,
        year=row["year"],
        publisher="ProTECT",
        feature=row.get("feature", ""),
        summary=row[f"summary_{language}"],
        search_description=row[f"summary_{language}"],
        body=story_from_html(row[f"body_{language}"]),
    )
    for order, audience in enumerate(row["audiences"]):
        page.audiences.add(ResourceAudience(sort_order=order, audience=audience))
    original = ResourcePage.objects.filter(slug=row["slug_ro"]).exclude(locale=locale).first()
    if original:
        page.translation_key = original.translation_key
    _index(language, locale).add_child(instance=page)
    page.save_revision().publish()
    return True
