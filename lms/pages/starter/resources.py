"""The library and what is in it on the first day: written by the platform itself."""

import tomllib
from pathlib import Path

from lms.core.starter_pages import list_page, publish_below
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


def _index(language: str) -> ResourceIndexPage:
    title, intro = INDEX[language]
    fields = {"title": title, "slug": "resurse", "intro": intro, "search_description": intro}
    return list_page(ResourceIndexPage, language, **fields)


def _load(row: dict, language: str) -> bool:
    here = {"locale__language_code": language}
    if ResourcePage.objects.filter(slug=row[f"slug_{language}"], **here).exists():
        return False
    page = ResourcePage(
        title=row[f"title_{language}"],
        slug=row[f"slug_{language}"],
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
    original = ResourcePage.objects.filter(slug=row["slug_ro"]).exclude(**here).first()
    publish_below(_index(language), page, original)
    return True
