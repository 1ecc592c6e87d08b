"""From a published plan to the sheet that its kit is built from.

The sheet holds texts ready to print: figures put in, labels in the plan's own language. It is the
whole input of a build, so its hash says whether anything changed.
"""

import dataclasses
import hashlib
import json
from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Any, cast

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from wagtail.blocks import StreamValue

from lessons import selectors
from lessons.kit_recordings import recordings_of
from lessons.kits import sheets
from lessons.kits.cleaning import with_each_text
from lessons.models import LessonEdition, LessonPlanPage, Worksheet
from lms.core import facts
from lms.helplines.selectors import lines_for
from media.blocks import story_items
from media.twins import tasks_of
from quizzes.enums import Kind
from quizzes.selectors import questions_of

# What a kit's page of questions can say: one answer to each. Other kinds belong to modules.
QUIZ_KINDS = frozenset({Kind.SINGLE, Kind.TRUE_FALSE})


def source_hash(sheet: sheets.PlanSheet) -> str:
    """The fingerprint of everything in a kit but its version and the day it was built. Of the
    signed code, which carries its moment, the key that signs now stands in it."""
    signing_key = selectors.registration_ring().fingerprint
    content = dataclasses.asdict(
        dataclasses.replace(sheet, version=0, built_on=date.min, register_url=signing_key)
    )
    return hashlib.sha256(json.dumps(content, default=str, sort_keys=True).encode()).hexdigest()


def sheet_of(
    plan: LessonPlanPage, edition: LessonEdition, version: int, day: date
) -> sheets.PlanSheet:
    """The sheet of this plan in its own language."""
    language = plan.locale.language_code
    with translation.override(language):
        token = selectors.registration_token(edition)
        register_path = reverse("classrooms:register")
        sheet = sheets.PlanSheet(
            locale=language,
            slug=plan.slug,
            edition_label=edition.school_year,
            version=version,
            built_on=day,
            address=f"{settings.SITE_URL}{reverse('lessons:plan', args=[plan.slug])}",
            register_url=f"{settings.SITE_URL}{register_path}?set={token}",
            short_register_url=f"{settings.SITE_URL}{register_path}".split("://", 1)[1],
            **_words(plan),
            **_parts(plan, language),
            recordings=tuple(sheet for sheet, _file in recordings_of(plan)),
        )
        return with_each_text(sheet, partial(facts.replace_tokens, language=language))


def _words(plan: LessonPlanPage) -> dict[str, Any]:
    return {
        "title": plan.title,
        "subtitle": plan.subtitle,
        "summary": plan.summary,
        "essential_question": plan.essential_question,
        "outcomes": tuple(plan.outcome_list),
        "age_band_label": str(plan.get_age_band_display()),
        "grades_label": plan.grades_label,
        "theme_label": str(plan.get_theme_display()),
        "duration": plan.duration,
        "short_duration": plan.short_duration,
        "licence": plan.licence,
        "content_note": plan.content_note,
        "materials": tuple(plan.material_list),
        "background_html": plan.background,
        "before_html": plan.before_class,
        "after_html": plan.after_class,
        "trusted_map_html": plan.trusted_map,
        "disclosure_html": plan.disclosure,
        "exit_questions": tuple(plan.exit_question_list),
    }


def _parts(plan: LessonPlanPage, language: str) -> dict[str, Any]:
    letter = sheets.Letter(plan.family_letter_title, plan.family_letter)
    return {
        "steps": tuple(
            sheets.Step(s.title, s.minutes, s.short_minutes, str(s.get_grouping_display()), s.body)
            for s in plan.steps.all()
        ),
        "vocabulary": tuple(
            sheets.Term(item["term"], item["definition"])
            for item in story_items(plan.body, "vocabulary")
        ),
        "misconceptions": tuple(
            sheets.Misconception(item["belief"], str(item["reply"]))
            for item in story_items(plan.body, "misconceptions")
        ),
        "cases": tuple(
            sheets.Case(
                p.case.title,
                p.case.story,
                tuple(p.case.question_list),
                p.case.teacher_note,
            )
            for p in plan.case_places.all()
            if p.case.may_be_told
        ),
        "worksheets": tuple(_worksheet(w) for w in plan.worksheets.all()),
        "slides": tuple(sheets.Slide(s.title, s.body, s.notes) for s in plan.slides.all()),
        "quiz": _quiz(plan),
        "family_letter": letter if plan.family_letter else None,
        "helplines": tuple(
            sheets.HelpLine(line.number, line.name, line.for_whom, line.hours, line.cost)
            for line in lines_for(language, plan.theme)
            if line.dial
        ),
        "statistics": tuple(
            sheets.Statistic(f.label, f.value, f.period, f.source_title)
            for f in selectors.facts_of(plan, language)
        ),
        "hooks": tuple(
            sheets.Hook(h.school_year, h.hook.local_name, h.note) for h in plan.hooks.all()
        ),
        "crc": tuple(
            f"{a.number}. {a.name_en if language == 'en' else a.name}" for a in plan.articles.all()
        ),
    }


def _tasks(block: StreamValue.StreamChild) -> Iterator[sheets.Task]:
    """What of a block is done on paper: a task, or the text of an activity."""
    if block.block_type == "task":
        yield sheets.Task(
            block.value["prompt"],
            tuple(block.value["options"] or ()),
            block.value["lines"] or 0,
            block.value["answer"] or "",
        )
    elif block.block_type == "activity" and (activity := block.value["activity"]):
        for prompt, options in tasks_of(activity.title, activity.text):
            yield sheets.Task(prompt, options, 0, "")


def _worksheet(worksheet: Worksheet) -> sheets.Worksheet:
    tasks = tuple(task for block in worksheet.tasks for task in _tasks(block))
    return sheets.Worksheet(
        slug=worksheet.slug,
        title=worksheet.title,
        tasks=tasks,
        audience=cast(sheets.Audience, worksheet.audience),
        private=worksheet.private,
        intro=worksheet.intro,
    )


def _quiz(plan: LessonPlanPage) -> tuple[sheets.QuizQuestion, ...]:
    if plan.quiz is None:
        return ()
    return tuple(
        sheets.QuizQuestion(
            question.text,
            tuple(sheets.Choice(c.text, c.is_correct, c.feedback) for c in question.choices.all()),
        )
        for question in questions_of(plan.quiz)
        if question.kind in QUIZ_KINDS
    )
