"""Lessons by one code: a plan and its translations are one lesson, counted as one."""

from typing import NamedTuple
from uuid import UUID

from lessons.enums import Setting
from lessons.models import LessonPlanPage
from lms.core.grades import grades_label

SOURCE_LANGUAGE = "ro"


class Lesson(NamedTuple):
    """A plan as counting knows it: the slug of its Romanian page, in all languages."""

    code: str
    class_only: bool


def lessons_by_page() -> dict[int, Lesson]:
    """Every plan by page key, translations included. One query."""
    rows = _plans()
    code_of = {row.key: row.slug for row in rows}
    return {row.page: Lesson(code_of[row.key], row.setting == Setting.CLASS) for row in rows}


def lesson_titles(language: str) -> dict[str, str]:
    """The title of every plan by its code, in this language where it is translated, with its
    grades: plans for younger and for older pupils may share a title."""
    rows = _plans()
    code_of = {row.key: row.slug for row in rows}
    return {code_of[key]: title for key, title in _titles(rows, language).items()}


def titles_by_page(language: str) -> dict[int, str]:
    """The same titles by page key, for what was said of a plan before its address changed."""
    rows = _plans()
    titles = _titles(rows, language)
    return {row.page: titles[row.key] for row in rows}


class _Plan(NamedTuple):
    page: int
    key: UUID
    slug: str
    title: str
    language: str
    setting: str
    grade_from: int
    grade_to: int

    @property
    def full_title(self) -> str:
        grades = grades_label(range(self.grade_from, self.grade_to + 1))
        return f"{self.title} ({grades})"


def _titles(rows: list[_Plan], language: str) -> dict[UUID, str]:
    titles = {row.key: row.full_title for row in rows}
    return titles | {row.key: row.full_title for row in rows if row.language == language}


def _plans() -> list[_Plan]:
    """Every plan, Romanian pages last, so that in a dictionary by translation key they stay."""
    columns = (
        "pk", "translation_key", "slug", "title", "locale__language_code", "setting",
        "grade_from", "grade_to",
    )  # fmt: skip
    plans = map(_Plan._make, LessonPlanPage.objects.order_by("pk").values_list(*columns))
    return sorted(plans, key=lambda plan: plan.language == SOURCE_LANGUAGE)
