"""Which PDF says what: the data of each template, picked from the sheet.

A pupil's document gets only what pupils may read, so that nothing else can be printed into it.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from lessons.kits.labels import labels_for
from lessons.kits.richtext import as_data, parse
from lessons.kits.sheets import Letter, PlanSheet, QuizQuestion, Worksheet
from lms.core.numbers import format_date
from lms.core.qr import qr_svg

Data = Mapping[str, Any]


def _rich(html: str) -> list[dict[str, Any]]:
    return as_data(parse(html))


def frame_data(sheet: PlanSheet) -> dict[str, Any]:
    """What every document needs: words, who and when, help lines."""
    return {
        "labels": dict(labels_for(sheet.locale)),
        "locale": sheet.locale,
        "title": sheet.title,
        "subtitle": sheet.subtitle,
        "summary": sheet.summary,
        "grades": sheet.grades_label,
        "age_band": sheet.age_band_label,
        "theme": sheet.theme_label,
        "edition": sheet.edition_label,
        "version": sheet.version,
        "licence": sheet.licence,
        "built_on": format_date(sheet.built_on),
        "helplines": [
            {"number": h.number, "name": h.name, "for_whom": h.for_whom, "terms": h.terms}
            for h in sheet.helplines
        ],
    }


def teacher_data(sheet: PlanSheet) -> dict[str, Any]:
    """The frame with the addresses that register a class session."""
    return frame_data(sheet) | {
        "address": sheet.address,
        "register_url": sheet.register_url,
        "short_register_url": sheet.short_register_url,
        "qr_svg": qr_svg(sheet.register_url),
    }


def plan_data(sheet: PlanSheet) -> Data:
    return teacher_data(sheet) | {
        "essential_question": sheet.essential_question,
        "outcomes": sheet.outcomes,
        "content_note": sheet.content_note,
        "materials": sheet.materials,
        "duration": sheet.duration,
        "short_duration": sheet.short_duration,
        "background": _rich(sheet.background_html),
        "before": _rich(sheet.before_html),
        "after": _rich(sheet.after_html),
        "trusted_map": _rich(sheet.trusted_map_html),
        "disclosure": _rich(sheet.disclosure_html),
        "steps": [
            {
                "title": s.title,
                "minutes": s.minutes,
                "short_minutes": s.short_minutes,
                "grouping": s.grouping_label,
                "body": _rich(s.body_html),
            }
            for s in sheet.steps
        ],
        "exit_questions": sheet.exit_questions,
        **_reference_data(sheet),
    }


def _reference_data(sheet: PlanSheet) -> dict[str, Any]:
    return {
        "misconceptions": [{"belief": m.belief, "reply": m.reply} for m in sheet.misconceptions],
        "vocabulary": [{"term": t.term, "definition": t.definition} for t in sheet.vocabulary],
        "cases": [
            {
                "title": c.title,
                "story": _rich(c.story_html),
                "questions": c.questions,
                "note": _rich(c.teacher_note_html),
            }
            for c in sheet.cases
        ],
        "statistics": [
            {
                "label": s.label,
                "value": s.value,
                "period": s.period,
                "source_title": s.source_title,
            }
            for s in sheet.statistics
        ],
        "hooks": [
            {"school_year": h.school_year, "label": h.label, "note": h.note} for h in sheet.hooks
        ],
        "crc": sheet.crc,
    }


def unnumbered(prompt: str, number: int) -> str:
    """The prompt without a number of its own: the documents number the tasks themselves."""
    return prompt.removeprefix(f"{number}.").lstrip()


def options_across(options: Sequence[str]) -> int:
    """How many options stand side by side: as many as the longest one leaves room for."""
    longest = max(map(len, options), default=0)
    return 3 if longest <= 17 else 2 if longest <= 38 else 1


def worksheet_data(sheet: PlanSheet, worksheet: Worksheet, *, answers: bool) -> Data:
    """One worksheet; its answers are in the data only when they are asked for."""
    return frame_data(sheet) | {
        "answers": answers,
        "worksheet": {
            "title": worksheet.title,
            "intro": worksheet.intro,
            "private": worksheet.private,
            "tasks": [
                {
                    "prompt": unnumbered(t.prompt, number),
                    "options": t.options,
                    "across": options_across(t.options),
                    "lines": t.lines,
                    "answer": t.answer if answers else "",
                }
                for number, t in enumerate(worksheet.tasks, start=1)
            ],
        },
    }


def quiz_data(sheet: PlanSheet, *, key: bool) -> Data:
    """The quiz as paper, or with the fitting answers and what to say about each choice."""
    return frame_data(sheet) | {
        "key": key,
        "questions": [_question(question, key) for question in sheet.quiz],
    }


def _question(question: QuizQuestion, key: bool) -> dict[str, Any]:
    return {
        "question": question.question,
        "choices": [
            {
                "text": c.text,
                "correct": c.correct and key,
                "feedback": c.feedback if key else "",
            }
            for c in question.choices
        ],
    }


def cases_data(sheet: PlanSheet) -> Data:
    """The stories and their questions, without the teacher's notes."""
    return frame_data(sheet) | {
        "cases": [
            {"title": c.title, "story": _rich(c.story_html), "questions": c.questions}
            for c in sheet.cases
        ]
    }


def letter_data(sheet: PlanSheet, letter: Letter) -> Data:
    return frame_data(sheet) | {"letter": {"title": letter.title, "body": _rich(letter.body_html)}}
