"""Standing pages: about, help, legal notices, how we count, the pupils' page."""

import re
import tomllib
from pathlib import Path

from django.conf import settings
from wagtail.models import Page

from lms.core.starter_pages import publish_below
from lms.pages.models import StandardPage

FOLDER = Path(__file__).parent
NOT_IN_FOOTER = {"ajutor", "elevi"}
LEGAL = {"confidentialitate", "confidentialitate-copii", "termeni"}
HEADING = re.compile(r"<h2>(.*?)</h2>", re.DOTALL)


def load() -> int:
    """Add the pages that are not there yet; return how many."""
    rows = tomllib.loads((FOLDER / "pages.toml").read_text())["pages"]
    return sum(
        _load(row, language)
        for row in rows
        for language, _name in settings.LANGUAGES
        if f"slug_{language}" in row
    )


def story_from_html(html: str) -> list[tuple[str, str]]:
    """Split a text at its second-level headings into heading and paragraph blocks."""
    blocks: list[tuple[str, str]] = []
    for index, part in enumerate(HEADING.split(html)):
        if part.strip():
            blocks.append(("heading" if index % 2 else "paragraph", part.strip()))
    return blocks


def _load(row: dict, language: str) -> bool:
    slug, here = row[f"slug_{language}"], {"locale__language_code": language}
    if StandardPage.objects.filter(slug=slug, **here).exists():
        return False
    page = StandardPage(
        title=row[f"title_{language}"],
        slug=slug,
        intro=row[f"intro_{language}"],
        search_description=row[f"intro_{language}"],
        body=story_from_html(row[f"body_{language}"]),
        feature="helplines" if row["slug_ro"] == "ajutor" else "",
        states_legal_facts=row["slug_ro"] in LEGAL,
        in_footer=row["slug_ro"] not in NOT_IN_FOOTER,
    )
    original = StandardPage.objects.filter(slug=row["slug_ro"]).exclude(**here).first()
    publish_below(Page.objects.get(depth=2, **here), page, original)
    return True
