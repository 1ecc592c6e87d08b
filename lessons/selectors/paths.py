"""What the page of a year's path shows, and which paths there are."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from lessons.models import LessonPlanPage, ModulePage, PathStep, YearPathPage
from lessons.models.paths import SCHOOL_MONTHS, TAUGHT
from lessons.selectors.modules import public_modules
from lms.core.periods import parse_school_year


@dataclass(frozen=True)
class ShownStep:
    """A step with what readers can open of it now."""

    step: PathStep
    plan: LessonPlanPage | None
    module: ModulePage | None


@dataclass(frozen=True)
class Month:
    """A month of the school year and what is done in it; maybe nothing yet. The last one is none:
    what the school puts where it wants."""

    name: str
    steps: list[ShownStep]


def year_paths(language: str) -> "QuerySet[YearPathPage]":
    """The published paths of a language, the youngest pupils first."""
    paths = YearPathPage.objects.live().public().filter(locale__language_code=language)
    return paths.filter(alias_of__isnull=True).defer("body").order_by("grade_from", "title")


def public_path(slug: str, language: str) -> YearPathPage | None:
    """A published path that everybody may read; None for one behind a view restriction."""
    paths = YearPathPage.objects.live().public().select_related("locale")
    return paths.filter(slug=slug, locale__language_code=language).first()


def path_context(path: YearPathPage) -> dict[str, object]:
    """Return the template's names. A lesson that was retired or withdrawn is not offered here."""
    steps = list(path.steps.select_related("hook"))
    plans = LessonPlanPage.objects.offered().public().defer("body")
    offered = plans.in_bulk([step.plan_id for step in steps if step.plan_id])
    modules = public_modules(path.locale.language_code).defer("body")
    open_now = modules.in_bulk([step.module_id for step in steps if step.module_id])
    start = parse_school_year(path.school_year)
    shown: dict[int | None, list[ShownStep]] = {}
    for step in steps:
        one = ShownStep(step, offered.get(step.plan_id), open_now.get(step.module_id))
        if one.plan or one.module or step.hook:
            shown.setdefault(step.month, []).append(one)
    months = [
        Month(f"{name} {start if number >= TAUGHT[0] else start + 1}", shown.get(number, []))
        for number, name in SCHOOL_MONTHS
    ]
    if None in shown:
        months.append(Month(_("fără dată fixă"), shown[None]))
    return {"months": months}
