"""What the page of a plan shows."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.conf import settings
from django.core.cache import caches
from django.db.models import Max, Q
from django.urls import reverse
from django.utils.translation import get_language

from lessons.enums import FileAudience
from lessons.models import Kit, KitFile, LessonEdition, LessonPlanPage
from lessons.selectors.figures import facts_of
from lessons.selectors.modules import modules_of_plan

SHAPES = {
    "online": ("online", "circle"),
    "abroad": ("work", "square"),
    "rights": ("rights", "triangle"),
    "relationships": ("relationships", "hexagon"),
}


@dataclass(frozen=True)
class OfferedFile:
    """One format of a part, with its address."""

    url: str
    format: str
    size: int


@dataclass(frozen=True)
class OfferedPart:
    """A part of a kit in the formats that it comes in."""

    title: str
    files: list[OfferedFile]


@dataclass(frozen=True)
class OfferedKit:
    """A kit as the plan's page offers it: all at once, the pupils' half, and each part."""

    version: int
    built_on: object
    url: str
    size: int
    pupil_url: str
    pupil_size: int
    count: int
    groups: list[tuple[str, list[OfferedPart]]]


def public_plan(slug: str, language: str) -> LessonPlanPage | None:
    """Return a published plan that everybody may read, in two queries; Wagtail's own routing
    takes seven. None also for a plan behind a view restriction, which Wagtail must ask for."""
    plans = LessonPlanPage.objects.live().public().select_related("locale")
    return plans.filter(slug=slug, locale__language_code=language).first()


def plan_context(plan: LessonPlanPage, edition: LessonEdition | None = None) -> dict[str, object]:
    """Return the template's names; `edition` is the one being read (the newest by default)."""
    # An aggregate drops the model's own ordering.
    found = LessonEdition.objects.filter(plan_id=plan.pk).order_by("-school_year")
    offered = Q(kits__withdrawn=False)
    numbered = [
        (edition, edition.newest_kit)
        for edition in found.annotate(newest_kit=Max("kits__version", filter=offered))
    ]
    editions = [edition for edition, _version in numbered]
    versions = {edition.pk: version for edition, version in numbered}
    newest = editions[0] if editions else None
    shown = next((e for e in editions if edition and e.pk == edition.pk), newest)
    # Read once, for the template and for the list of sources alike.
    plan.steps.get_object_list()
    return {
        # Not `full_url`, which asks the shared cache for the roots of all sites, twice.
        "address": f"{settings.SITE_URL}{reverse('lessons:plan', args=[plan.slug])}",
        "edition": shown,
        "editions": editions,
        "is_replaced": shown != newest,
        "kit": _kit(plan, shown, versions[shown.pk]) if shown and not plan.retired_on else None,
        "facts": facts_of(plan, plan.locale.language_code),
        "theme_class": SHAPES[plan.theme][0],
        "theme_shape": SHAPES[plan.theme][1],
        "cases": [
            place.case
            for place in plan.case_places.select_related("case")
            if place.case.may_be_told
        ],
        "articles": list(plan.articles.values_list("number", flat=True)),
        "modules": modules_of_plan(plan),
        "hooks": list(plan.hooks.select_related("hook")),
    }


def _kit(plan: LessonPlanPage, edition: LessonEdition, version: int | None) -> OfferedKit | None:
    """The edition's newest kit; None while there is none. A kit never changes, so what is offered
    is put together once a version and language."""
    if version is None:
        return None
    key = f"kit:{edition.pk}:{version}:{plan.slug}:{get_language()}"
    offered = caches["local"].get(key)
    if offered is None:
        kit = Kit.objects.get(edition=edition, version=version)
        offered = _offered(plan, edition, kit)
        caches["local"].set(key, offered)
    return offered


def _offered(plan: LessonPlanPage, edition: LessonEdition, kit: Kit) -> OfferedKit:
    def url(name: str) -> str:
        return reverse("lessons:kit_file", args=[plan.slug, edition.school_year, kit.version, name])

    def parts(group: Iterable[KitFile]) -> list[OfferedPart]:
        by_title: dict[str, list[OfferedFile]] = {}
        for file in group:
            offered = OfferedFile(url(file.name), file.format.upper(), file.size)
            by_title.setdefault(file.title, []).append(offered)
        return [OfferedPart(title, formats) for title, formats in by_title.items()]

    files = list(kit.files.all())
    order = list(FileAudience)
    files.sort(key=lambda file: order.index(FileAudience(file.audience)))
    return OfferedKit(
        version=kit.version,
        built_on=kit.built_at,
        url=url("set.zip"),
        size=kit.size,
        pupil_url=url("set-elevi.zip"),
        pupil_size=kit.pupil_size,
        count=len(files),
        groups=[
            (str(FileAudience(audience).label), parts(group))
            for audience, group in groupby(files, key=lambda file: file.audience)
        ],
    )
