"""The members' index and a profile for each."""

import tomllib

from django.conf import settings
from wagtail.models import Locale, Page

from lms.organisations.models import MemberOrganisation
from lms.pages.models import MemberIndexPage, MemberPage
from lms.pages.starter.standing import story_from_html

PROFILES = settings.BASE_DIR / "lms" / "organisations" / "starter" / "members.toml"
INDEX = {
    "ro": ("Organizații membre", "membri", "Organizațiile care lucrează împreună în ProTECT."),
    "en": ("Member organisations", "membri", "The organisations that work together in ProTECT."),
}


def load() -> int:
    """Add the profiles that are not there yet; return how many."""
    rows = tomllib.loads(PROFILES.read_text())["members"]
    return sum(_load(row, language) for language in ("ro", "en") for row in rows)


def _index(language: str, locale: Locale) -> MemberIndexPage:
    index = MemberIndexPage.objects.filter(locale=locale).first()
    if index:
        return index
    title, slug, intro = INDEX[language]
    index = MemberIndexPage(title=title, slug=slug, intro=intro, locale=locale)
    original = MemberIndexPage.objects.first()
    if original:
        index.translation_key = original.translation_key
    Page.objects.get(depth=2, locale=locale).add_child(instance=index)
    index.save_revision().publish()
    return index


def _load(row: dict, language: str) -> bool:
    locale = Locale.objects.get(language_code=language)
    organisation = MemberOrganisation.objects.get(code=row["code"])
    if MemberPage.objects.filter(organisation=organisation, locale=locale).exists():
        return False
    page = MemberPage(
        title=row["name"],
        slug=row["slug"],
        locale=locale,
        organisation=organisation,
        summary=row[f"summary_{language}"],
        search_description=row[f"summary_{language}"],
        body=story_from_html(row[f"profile_{language}"]),
    )
    original = MemberPage.objects.filter(organisation=organisation).exclude(locale=locale).first()
    if original:
        page.translation_key = original.translation_key
    _index(language, locale).add_child(instance=page)
    page.save_revision().publish()
    return True
