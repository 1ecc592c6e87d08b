"""The members' index, a profile for each with what it offers, the working groups, how to join."""

import tomllib
from pathlib import Path

from django.conf import settings
from wagtail.models import Locale, Page

from lms.organisations.models import County, MemberOrganisation
from lms.pages.models import (
    MemberIndexPage,
    MemberOffer,
    MemberPage,
    StandardPage,
    WorkingGroup,
    WorkingGroupsPage,
)
from lms.pages.starter.standing import story_from_html

FOLDER = Path(__file__).parent
PROFILES = settings.BASE_DIR / "lms" / "organisations" / "starter" / "members.toml"
LANGUAGES = ("ro", "en")
INDEX = {
    "ro": ("Organizații membre", "membri", "Organizațiile care lucrează împreună în ProTECT."),
    "en": ("Member organisations", "membri", "The organisations that work together in ProTECT."),
}
SOURCE = {
    "ro": "prezentarea platformei ProTECT, 2020",
    "en": "the presentation of the ProTECT platform, 2020",
}


def load() -> int:
    """Add the pages that are not there yet; return how many."""
    rows = tomllib.loads(PROFILES.read_text())["members"]
    offers = tomllib.loads((FOLDER / "offers.toml").read_text())["offers"]
    groups = tomllib.loads((FOLDER / "groups.toml").read_text())
    added = sum(_load(row, offers, language) for language in LANGUAGES for row in rows)
    return added + sum(_load_groups(groups, one) + _load_join(groups, one) for one in LANGUAGES)


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


def _load(row: dict, offers: list[dict], language: str) -> bool:
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
        website=row.get("website", ""),
        source=SOURCE[language],
        body=story_from_html(row[f"profile_{language}"]),
    )
    own = [offer for offer in offers if offer["code"] == row["code"]]
    for order, offer in enumerate(own):
        page.offers.add(_offer(offer, order, language))
    original = MemberPage.objects.filter(organisation=organisation).exclude(locale=locale).first()
    _add(_index(language, locale), page, original)
    return True


def _offer(row: dict, order: int, language: str) -> MemberOffer:
    offer = MemberOffer(
        sort_order=order,
        kind=row["kind"],
        for_whom=row["for_whom"],
        what=row[f"what_{language}"],
        where=row.get(f"where_{language}", ""),
    )
    offer.counties = list(County.objects.filter(pk__in=row.get("counties", [])))
    return offer


def _load_groups(data: dict, language: str) -> bool:
    locale = Locale.objects.get(language_code=language)
    if WorkingGroupsPage.objects.filter(locale=locale).exists():
        return False
    page = WorkingGroupsPage(
        title=data[f"title_{language}"],
        slug=data[f"slug_{language}"],
        locale=locale,
        intro=data[f"intro_{language}"],
        search_description=data[f"intro_{language}"],
        source=data[f"source_{language}"],
    )
    for order, row in enumerate(data["groups"]):
        name, aim = row[f"name_{language}"], row[f"aim_{language}"]
        page.groups.add(WorkingGroup(sort_order=order, name=name, aim=aim))
    _add(_index(language, locale), page, WorkingGroupsPage.objects.first())
    return True


def _load_join(data: dict, language: str) -> bool:
    locale, row = Locale.objects.get(language_code=language), data["join"]
    if StandardPage.objects.filter(slug=row[f"slug_{language}"], locale=locale).exists():
        return False
    page = StandardPage(
        title=row[f"title_{language}"],
        slug=row[f"slug_{language}"],
        locale=locale,
        intro=row[f"intro_{language}"],
        search_description=row[f"intro_{language}"],
        body=story_from_html(row[f"body_{language}"]),
    )
    _add(_index(language, locale), page, StandardPage.objects.filter(slug=row["slug_ro"]).first())
    return True


def _add(index: MemberIndexPage, page: Page, original: Page | None) -> None:
    """Publish a page below the index, as a translation of the one in another language."""
    if original:
        page.translation_key = original.translation_key
    index.add_child(instance=page)
    page.save_revision().publish()
