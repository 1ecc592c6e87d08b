"""Paths for a school year from their TOML file; translations joined by `key`."""

import tomllib
from pathlib import Path

from wagtail.models import Locale

from lessons.models import CurriculumHook, LessonPlanPage, ModulePage, PathStep, YearPathPage
from lessons.starter.plans import index_page
from lms.core.starter_pages import publish_below

FILE = Path(__file__).parent / "paths.toml"


def load() -> int:
    """Add and publish the paths that are not there yet; return how many were added."""
    return sum(_load(row) for row in tomllib.loads(FILE.read_text())["paths"])


def _load(row: dict) -> bool:
    locale = Locale.objects.get(language_code=row["locale"])
    if YearPathPage.objects.filter(slug=row["slug"], locale=locale).exists():
        return False
    path = YearPathPage(
        grade_from=row["grades"][0],
        grade_to=row["grades"][1],
        search_description=row["summary"],
        **{name: row[name] for name in ("title", "slug", "summary", "school_year")},
    )
    for order, step in enumerate(row["steps"]):
        path.steps.add(_step(step, order, locale))
    original = YearPathPage.objects.filter(slug=row["key"]).exclude(locale=locale).first()
    publish_below(index_page(row["locale"]), path, original)
    return True


def _step(row: dict, order: int, locale: Locale) -> PathStep:
    there = {"locale": locale}
    return PathStep(
        sort_order=order,
        month=row.get("month"),
        note=row.get("note", ""),
        hook=CurriculumHook.objects.get(code=row["hook"]) if "hook" in row else None,
        plan=LessonPlanPage.objects.get(slug=row["plan"], **there) if "plan" in row else None,
        module=ModulePage.objects.get(slug=row["module"], **there) if "module" in row else None,
    )
