"""The members' index, a profile for each with what it offers, the working groups, how to join."""

import tomllib
from pathlib import Path

from django.conf import settings

from lms.core.starter_pages import list_page, publish_below
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


def _index(language: str) -> MemberIndexPage:
    title, slug, intro = INDEX[language]
    return list_page(MemberIndexPage, language, title=title, slug=slug, intro=intro)


def _load(row: dict, offers: list[dict], language: str) -> bool:
    organisation = MemberOrganisation.objects.get(code=row["code"])
    kin = MemberPage.objects.filter(organisation=organisation)
    if kin.filter(locale__language_code=language).exists():
        return False
    page = MemberPage(
        title=row["name"],
        slug=row["slug"],
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
    publish_below(_index(language), page, kin.first())
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
    if WorkingGroupsPage.objects.filter(locale__language_code=language).exists():
        return False
    page = WorkingGroupsPage(
        title=data[f"title_{language}"],
        slug=data[f"slug_{language}"],
        intro=data[f"intro_{language}"],
        search_description=data[f"intro_{language}"],
        source=data[f"source_{language}"],
    )
    for order, row in enumerate(data["groups"]):
        name, aim = row[f"name_{language}"], row[f"aim_{language}"]
        page.groups.add(WorkingGroup(sort_order=order, name=name, aim=aim))
    publish_below(_index(language), page, WorkingGroupsPage.objects.first())
    return True


def _load_join(data: dict, language: str) -> bool:
    row, here = data["join"], {"locale__language_code": language}
    if StandardPage.objects.filter(slug=row[f"slug_{language}"], **here).exists():
        return False
    page = StandardPage(
        title=row[f"title_{language}"],
        slug=row[f"slug_{language}"],
        intro=row[f"intro_{language}"],
        search_description=row[f"intro_{language}"],
        body=story_from_html(row[f"body_{language}"]),
    )
    original = StandardPage.objects.filter(slug=row["slug_ro"]).first()
    publish_below(_index(language), page, original)
    return True
