"""The curriculum: six themes of the Convention by grade, and the lessons of one article."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import override

from lessons.enums import CurriculumTheme
from lessons.models import ConventionArticle, LessonPlanPage, ModulePage
from lessons.selectors.modules import public_modules
from lms.core.enums import AgeBand
from lms.core.grades import GRADES, PRE, grade_label, grades_label

# The table shows the grades of school; nothing of ours is for kindergarten or for XIII yet.
SHOWN = range(13)


@dataclass(frozen=True)
class Entry:
    """A lesson or a module in a cell of the table."""

    title: str
    url: str
    is_module: bool
    grades: frozenset[int]
    themes: frozenset[str]


@dataclass(frozen=True)
class Cell:
    """Grades beside each other for which one theme has the same lessons; maybe none yet."""

    grades: str
    width: int
    entries: list[Entry]


@dataclass(frozen=True)
class ThemeRow:
    """A theme with its articles and its cells from the preparatory class to XII."""

    label: str
    articles: list[ConventionArticle]
    cells: list[Cell]


@dataclass(frozen=True)
class Curriculum:
    """The table, and the modules that no lesson places in it."""

    grades: list[str]
    rows: list[ThemeRow]
    unplaced: list[ModulePage]


def curriculum(language: str) -> Curriculum:
    """All themes by all grades, in as many queries whatever the number of lessons."""
    articles = list(ConventionArticle.objects.all())
    themes = _themes_of_plans({article.pk: article.theme for article in articles})
    modules = list(public_modules(language).select_related("plan").defer("body", "plan__body"))
    entries = [_of_plan(plan, themes) for plan in _plans(language)]
    entries += [_of_module(module, themes) for module in modules if module.plan]
    return Curriculum(
        grades=[grade_label(grade) if grade else "" for grade in SHOWN],
        rows=[
            ThemeRow(
                label=str(theme.label),
                articles=[article for article in articles if article.theme == theme],
                cells=_cells([entry for entry in entries if theme in entry.themes]),
            )
            for theme in CurriculumTheme
        ],
        unplaced=[module for module in modules if not module.plan],
    )


def articles_by_theme() -> list[tuple[str, list[ConventionArticle]]]:
    """The articles that lessons may carry, by theme."""
    articles = list(ConventionArticle.objects.all())
    return [
        (str(theme.label), [article for article in articles if article.theme == theme])
        for theme in CurriculumTheme
    ]


def plans_with_article(article: ConventionArticle, language: str) -> "QuerySet[LessonPlanPage]":
    """Every lesson of a language that carries the article, by title."""
    return _plans(language).filter(articles=article).order_by("title", "subtitle")


def untranslated_with_article(
    article: ConventionArticle, language: str, found: Iterable[LessonPlanPage]
) -> list[tuple[LessonPlanPage, str]]:
    """(lesson, address) of the Romanian lessons that carry it and are not in this language."""
    if language == "ro":
        return []
    known: set[UUID] = {plan.translation_key for plan in found}
    others = [p for p in plans_with_article(article, "ro") if p.translation_key not in known]
    with override("ro"):
        return [(plan, reverse("lessons:plan", args=[plan.slug])) for plan in others]


def modules_with_article(article: ConventionArticle, language: str) -> "QuerySet[ModulePage]":
    """The modules whose lesson carries the article."""
    return public_modules(language).filter(plan__articles=article).distinct().defer("body")


def _plans(language: str) -> "QuerySet[LessonPlanPage]":
    plans = LessonPlanPage.objects.offered().public().filter(locale__language_code=language)
    return plans.defer("body")


def _themes_of_plans(themes: dict[int, str]) -> dict[int, frozenset[str]]:
    """The themes of every plan, by its id."""
    carried = LessonPlanPage.articles.through.objects.values_list(
        "lessonplanpage_id", "conventionarticle_id"
    )
    found: dict[int, set[str]] = {}
    for plan, article in carried:
        found.setdefault(plan, set()).add(themes[article])
    return {plan: frozenset(names) for plan, names in found.items()}


def _of_plan(plan: LessonPlanPage, themes: dict[int, frozenset[str]]) -> Entry:
    title = f"{plan.title}, {plan.subtitle}" if plan.subtitle else plan.title
    url = reverse("lessons:plan", args=[plan.slug])
    return Entry(title, url, False, frozenset(plan.grades), themes.get(plan.pk, frozenset()))


def _of_module(module: ModulePage, themes: dict[int, frozenset[str]]) -> Entry:
    """A module stands where its lesson does, for the grades of its own age only."""
    band = {row.grade for row in GRADES if row.band == AgeBand(module.age_band)} - {PRE}
    plan = module.plan
    grades = frozenset(plan.grades) & band if plan else frozenset(band)
    url = reverse("modules:module", args=[module.slug])
    return Entry(module.title, url, True, grades, themes.get(module.plan_id, frozenset()))


def _cells(entries: list[Entry]) -> list[Cell]:
    def of(grade: int) -> tuple[Entry, ...]:
        return tuple(entry for entry in entries if grade in entry.grades)

    cells = []
    for found, run in groupby(SHOWN, key=of):
        grades = list(run)
        cells.append(Cell(grades_label(grades), len(grades), list(found)))
    return cells
