"""What readers see of campaigns."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from django.conf import settings
from django.db import models
from django.urls import reverse
from wagtail.models import Page

from lms.campaigns.enums import FIGURE_KINDS, PEOPLE_METHODS, Channel, Method
from lms.campaigns.models import (
    CampaignIndexPage,
    CampaignOrganisation,
    CampaignPage,
    CampaignRunRevision,
)
from lms.core.headcounts import Headcount, People, total
from lms.core.qualifiers import Qualifier, least_exact
from lms.core.record_status import RecordStatus
from lms.core.suppression import is_small, suppress
from lms.core.text import alphabetical


class RunFact(NamedTuple):
    """One verified figure of a campaign."""

    event: tuple[int, str]
    channel: str
    method: Method
    qualifier: str
    figure: Headcount
    county: str
    locality: str


@dataclass(frozen=True, slots=True)
class ReachLine:
    """What is shown of one channel and one way of counting; a count of None is too small."""

    channel: str
    method: str
    qualifier: str
    count: int | None


class ReachPlace(NamedTuple):
    """A county, the localities that were named, and how many editions were held there."""

    county: str
    localities: str
    editions: int


@dataclass(frozen=True, slots=True)
class CampaignReach:
    """Whom a campaign reached, as everybody may see it. `people` add up to `total` (RR11); the
    lines of `impressions` and `estimates` add up to nothing."""

    people: tuple[ReachLine, ...]
    total: int | None
    impressions: tuple[ReachLine, ...]
    estimates: tuple[ReachLine, ...]
    places: tuple[ReachPlace, ...]


def campaign_list(index: CampaignIndexPage) -> dict[str, object]:
    """The campaigns of a list, the latest first; those that have ended apart."""
    running: list[CampaignPage] = []
    ended: list[CampaignPage] = []
    for page in CampaignPage.objects.child_of(index).offered().order_by("-starts_on", "title"):
        (ended if page.has_ended() else running).append(page)
    return {"running": running, "ended": ended}


def campaign_by_slug(slug: str, language: str) -> CampaignPage | None:
    """The published campaign with this address in this language."""
    found = CampaignPage.objects.offered().select_related("locale")
    return found.filter(slug=slug, locale__language_code=language).first()


def campaign_by_short(short: str, language: str) -> CampaignPage | None:
    """The published campaign behind a short address: in this language, else in any. Whoever types
    it from a poster may write it in capitals."""
    offered = CampaignPage.objects.offered().select_related("locale")
    found = offered.filter(short=short)
    if not found.exists():
        found = offered.filter(short__iexact=short)
    own = found.filter(locale__language_code=language).first()
    return own or found.order_by("pk").first()


def campaigns_to_choose() -> list[CampaignPage]:
    """Every published campaign once, in the first language that has it, for a form."""
    pages = CampaignPage.objects.live().filter(alias_of__isnull=True).select_related("locale")
    by_key: dict[UUID, CampaignPage] = {}
    for page in pages.order_by("-starts_on", "pk"):
        known = by_key.get(page.translation_key)
        if known is None or page.locale.language_code == settings.LANGUAGE_CODE:
            by_key[page.translation_key] = page
    return list(by_key.values())


def campaign_context(page: CampaignPage) -> dict[str, object]:
    """What the template of a campaign shows."""
    advert = list(page.advert_lines.all())
    parent: Page = page.get_parent()
    return {
        "advert": advert,
        "signs": [line for line in advert if line.sign],
        "reach": campaign_reach(page),
        "organisations": [row.organisation for row in _carriers(page)],
        "index_url": parent.url,
        "index_title": parent.title,
        "short_address": short_address(page),
    }


def _carriers(page: CampaignPage) -> list[CampaignOrganisation]:
    """The members that carry a campaign; of a page as it is edited, those that are not saved."""
    rows = list(page.carriers.all())
    models.prefetch_related_objects(rows, "organisation")
    return rows


def short_address(page: CampaignPage) -> str:
    """The whole short address, as it is printed."""
    return settings.SITE_URL + reverse("short_campaign", args=[page.short])


def campaign_reach(page: CampaignPage) -> CampaignReach | None:
    """The verified figures of a campaign in all its languages; None when there are none."""
    facts = list(_facts(page))
    if not facts:
        return None
    counted = list(_counted(facts))
    people = total(People, (figure for _fact, figure in counted))
    return CampaignReach(
        people=_people_lines([fact for fact, _figure in counted], is_small(people.count)),
        total=None if is_small(people.count) else people.count,
        impressions=_apart(facts, Method.IMPRESSIONS),
        estimates=_apart(facts, Method.ESTIMATE),
        places=_places(facts),
    )


def _facts(page: CampaignPage) -> Iterator[RunFact]:
    """A verified figure was looked at by somebody else than whoever wrote it."""
    revisions = CampaignRunRevision.objects.latest_at().filter(
        campaign__translation_key=page.translation_key, status=RecordStatus.VERIFIED
    )
    rows = revisions.order_by("run__year", "run__event_key", "pk").values_list(
        "run__year", "run__event_key", "channel", "run__method", "qualifier", "people",
        "county__name", "locality",
    )  # fmt: skip
    for year, event, channel, how, qualifier, people, county, locality in rows:
        method = Method(how)
        guessed = method == Method.ESTIMATE
        yield RunFact(
            event=(year, event),
            channel=channel,
            method=method,
            qualifier=Qualifier.ESTIMATED if guessed else qualifier,
            figure=FIGURE_KINDS[method](people),
            county=county or "",
            locality=locality,
        )


def _counted(facts: Iterable[RunFact]) -> Iterator[tuple[RunFact, People]]:
    """RR11: of every event its highest count of people, the first of equal ones."""
    best: dict[tuple[int, str], tuple[RunFact, People]] = {}
    for fact in facts:
        if not isinstance(fact.figure, People):
            continue
        known = best.get(fact.event)
        if known is None or fact.figure > known[1]:
            best[fact.event] = (fact, fact.figure)
    yield from best.values()


def _people_lines(facts: list[RunFact], is_hidden: bool) -> tuple[ReachLine, ...]:
    groups = _grouped(facts)
    sums = {key: _sum(group) for key, group in groups.items()}
    shown = dict.fromkeys(sums) if is_hidden else suppress(sums)
    return tuple(_line(group, shown[key]) for key, group in groups.items())


def _apart(facts: Iterable[RunFact], method: Method) -> tuple[ReachLine, ...]:
    """Figures that are no count of people, by channel."""
    groups = _grouped(fact for fact in facts if fact.method == method)
    sums = {key: _sum(group) for key, group in groups.items()}
    return tuple(
        _line(group, None if is_small(sums[key]) else sums[key]) for key, group in groups.items()
    )


def _sum(group: list[RunFact]) -> int:
    """The sum of figures of one method."""
    return total(FIGURE_KINDS[group[0].method], (fact.figure for fact in group)).count


def _grouped(facts: Iterable[RunFact]) -> dict[str, list[RunFact]]:
    """The figures by channel and method, in the order in which both are listed."""
    groups: dict[str, list[RunFact]] = defaultdict(list)
    for channel in Channel:
        for method in (*PEOPLE_METHODS, Method.IMPRESSIONS, Method.ESTIMATE):
            groups[f"{channel}.{method}"] = []
    for fact in facts:
        groups[f"{fact.channel}.{fact.method}"].append(fact)
    return {key: group for key, group in groups.items() if group}


def _line(group: list[RunFact], count: int | None) -> ReachLine:
    first, qualifier = group[0], least_exact(fact.qualifier for fact in group)
    return ReachLine(
        channel=str(Channel(first.channel).label),
        method=str(first.method.label),
        qualifier=str(Qualifier(qualifier).label),
        count=count,
    )


def _places(facts: Iterable[RunFact]) -> tuple[ReachPlace, ...]:
    """Editions by county; how many people were met at one place is not said."""
    events: dict[str, set[tuple[int, str]]] = defaultdict(set)
    localities: dict[str, set[str]] = defaultdict(set)
    for fact in facts:
        if fact.county:
            events[fact.county].add(fact.event)
            localities[fact.county] |= {fact.locality} - {""}
    return tuple(
        ReachPlace(
            county, ", ".join(sorted(localities[county], key=alphabetical)), len(events[county])
        )
        for county in sorted(events, key=alphabetical)
    )
