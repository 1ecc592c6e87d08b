"""Modules and the order of their steps."""

from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse

from lessons.models import LessonPlanPage, ModulePage, StepDone, StepPage
from lms.core import generation
from lms.core.enums import AgeBand, Theme
from lms.people.models import Learner

DRAWINGS = {
    Theme.ONLINE: "img/phone-shield.svg",
    Theme.ABROAD: "img/bridge.svg",
    Theme.RIGHTS: "img/lamp.svg",
    Theme.RELATIONSHIPS: "img/two-hands.svg",
}


class StepRow(NamedTuple):
    """What is known of a step before it is shown."""

    pk: int
    key: UUID
    slug: str
    title: str
    question: int | None


@dataclass(frozen=True)
class Outline:
    """A published module and its published steps in order."""

    pk: int
    key: UUID
    slug: str
    title: str
    summary: str
    age_band: str
    steps: tuple[StepRow, ...]


def public_modules(language: str) -> "QuerySet[ModulePage]":
    """The published modules that have a step to begin with and that everybody may read."""
    below = StepPage.objects.live().public().filter(path__startswith=OuterRef("path"))
    modules = ModulePage.objects.live().public().filter(locale__language_code=language)
    return modules.filter(Exists(below)).order_by("path")


def module_counts(language: str) -> dict[AgeBand, int]:
    """How many modules there are for each age, ages without one left out."""
    found = list(public_modules(language).values_list("age_band", flat=True))
    return {band: found.count(band) for band in AgeBand if band in found}


def outline(slug: str, language: str) -> Outline | None:
    """A published module by its address, kept by each worker for as long as nothing changes."""

    def made() -> Outline | None:
        module = public_modules(language).filter(slug=slug).first()
        return outline_of(module) if module else None

    return generation.kept(f"module:{language}:{slug}", made)


def outline_of(module: ModulePage) -> Outline:
    """A module with its published steps."""
    rows = open_steps(module).values_list("pk", "translation_key", "slug", "title", "question_id")
    return Outline(
        pk=module.pk,
        key=module.translation_key,
        slug=module.slug,
        title=module.title,
        summary=module.summary,
        age_band=module.age_band,
        steps=tuple(map(StepRow._make, rows)),
    )


def open_steps(module: ModulePage) -> "QuerySet[StepPage]":
    """The steps of a module that are published and not kept for some readers, in order."""
    return StepPage.objects.live().public().child_of(module).order_by("path")


def module_context(module: ModulePage) -> dict[str, object]:
    """What the first page of a module shows besides its own words."""
    steps = outline_of(module).steps if module.pk else ()
    plan = module.plan.localized if module.plan else None
    return {
        "module": module,
        "picture": DRAWINGS.get(Theme(module.theme)) if module.theme else DRAWINGS[Theme.ONLINE],
        "total": len(steps),
        "plan": plan if plan and plan.live else None,
        "start_url": step_url(module.slug, steps[0].slug) if steps else "",
    }


def modules_of_plan(plan: LessonPlanPage) -> list[ModulePage]:
    """The modules with which pupils can go on after this lesson, in its language, without their
    bodies; kept by each worker while nothing changes."""
    language = plan.locale.language_code
    modules = public_modules(language).filter(plan__translation_key=plan.translation_key)
    name = f"modules-of:{language}:{plan.translation_key}"
    return generation.kept(name, lambda: list(modules.defer("body")))


def done_steps(learner: Learner, module: Outline) -> set[UUID]:
    """The steps of this module, by translation key, that the learner is done with."""
    done = StepDone.objects.filter(learner=learner)
    keys = set(done.values_list("step__translation_key", flat=True))
    return keys.intersection(row.key for row in module.steps)


def step_url(module_slug: str, step_slug: str) -> str:
    """The address of a step."""
    return reverse("modules:step", args=[module_slug, step_slug])
