"""Lesson plans from their TOML files: one plan a file, translations joined by `key`."""

import tomllib
from pathlib import Path

from wagtail.models import Locale

from lessons.models import (
    CaseStudy,
    ConventionArticle,
    CurriculumHook,
    LessonIndexPage,
    LessonPlanPage,
    LessonSlide,
    LessonStep,
    PlanCase,
    PlanHook,
    Worksheet,
)
from lessons.starter.quizzes import add_quiz
from lms.core.starter_pages import list_page
from media.models import Recording

FOLDER = Path(__file__).parent / "plans"
INDEX_WORDS = {
    "ro": ("Lecții", "Planuri de lecție gata de folosit, cu tot ce este de tipărit sau de arătat."),
    "en": ("Lessons", "Lesson plans ready to teach, with everything to print or to show."),
}
INLINES = {
    "steps": LessonStep,
    "slides": LessonSlide,
}


def load() -> int:
    """Add and publish the plans that are not there yet; return how many were added."""
    files = sorted(FOLDER.glob("*.toml"), key=lambda path: (not path.stem.endswith(".ro"), path))
    return sum(_load_file(tomllib.loads(path.read_text())) for path in files)


def index_page(language: str) -> LessonIndexPage:
    """The catalogue in this language, made below its home page when missing."""
    title, intro = INDEX_WORDS[language]
    return list_page(LessonIndexPage, language, title=title, slug="lectii", intro=intro)


def _load_file(data: dict) -> bool:
    locale = Locale.objects.get(language_code=data["locale"])
    if LessonPlanPage.objects.filter(slug=data["slug"], locale=locale).exists():
        return False
    plan = _plan(data, locale)
    original = _original(data["key"], locale)
    if original:
        plan.translation_key = original.translation_key
    index_page(data["locale"]).add_child(instance=plan)
    plan.articles.set(ConventionArticle.objects.filter(number__in=data["crc"]))
    plan.full_clean()
    plan.save_revision().publish()
    return True


def _original(key: str, locale: Locale) -> LessonPlanPage | None:
    return LessonPlanPage.objects.filter(slug=key).exclude(locale=locale).first()


def _plan(data: dict, locale: Locale) -> LessonPlanPage:
    same = (
        "title",
        "slug",
        "subtitle",
        "summary",
        "essential_question",
        "age_band",
        "theme",
        "duration",
        "setting",
        "needs_devices",
        "needs_internet",
        "sensitivity",
        "content_note",
        "licence",
        "review_by",
        "change_note",
        "background",
        "trusted_map",
    )
    plan = LessonPlanPage(
        locale=locale,
        search_description=data["summary"],
        grade_from=min(data["grades"]),
        grade_to=max(data["grades"]),
        outcomes="\n".join(data["outcomes"]),
        materials="\n".join(data["materials"]),
        exit_questions="\n".join(question["text"] for question in data["exit_questions"]),
        before_class=data["before"],
        after_class=data["after"],
        disclosure=data["disclosure"]["body"],
        family_letter_title=data["family_letter"]["title"],
        family_letter=data["family_letter"]["body"],
        quiz=add_quiz(data["key"], f"{data['title']}, {data['subtitle']}", data["quiz"], locale),
        body=_story(data),
        **{name: data[name] for name in same if name in data},
    )
    _add_parts(plan, data, locale)
    return plan


def _story(data: dict) -> list[tuple[str, object]]:
    films = Recording.objects.filter(slug__in=data.get("recordings", []))
    return [
        *(("recording", film) for film in films),
        ("vocabulary", data["vocabulary"]),
        ("misconceptions", data["misconceptions"]),
    ]


def _add_parts(plan: LessonPlanPage, data: dict, locale: Locale) -> None:
    for name, model in INLINES.items():
        for order, row in enumerate(data[name]):
            getattr(plan, name).add(model(sort_order=order, **row))
    for order, row in enumerate(data["worksheets"]):
        tasks = [("task", task) for task in row.pop("tasks")]
        plan.worksheets.add(Worksheet(sort_order=order, tasks=tasks, **row))
    for order, slug in enumerate(data["cases"]):
        case = CaseStudy.objects.get(slug=slug, locale=locale)
        plan.case_places.add(PlanCase(sort_order=order, case=case))
    for order, row in enumerate(data["hooks"]):
        hook = CurriculumHook.objects.get(code=row["code"])
        plan.hooks.add(
            PlanHook(sort_order=order, school_year=row["school_year"], hook=hook, note=row["note"])
        )
