"""What a teacher sees of a class: counts, never a pupil."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, F
from django.utils import timezone

from lessons.models import StepDone
from lessons.selectors import sheet
from lms.classrooms.bars import Bar, share, step_bars
from lms.classrooms.models import ClassStep, SchoolClass
from lms.classrooms.selectors.activity_views import ActivityView, activity_views
from lms.classrooms.selectors.change_views import ChangeView, asks_twice, change_views
from lms.classrooms.selectors.classes import pupils_of
from lms.classrooms.selectors.question_views import QuestionView, question_view
from quizzes.selectors import StepTally, tallies_of_group


@dataclass(frozen=True, slots=True)
class StepProgress:
    """How many got past one step."""

    number: int
    title: str
    passed: int
    bar: Bar
    width: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class LiveClass:
    """A class at one moment. `following` is the step that "next" brings everybody to."""

    school_class: SchoolClass
    is_open: bool
    minutes_left: int
    joined: int
    steps: list[StepProgress]
    questions: list[QuestionView]
    activities: list[ActivityView]
    changes: list[ChangeView]
    asks_twice: bool
    current: StepProgress | None
    before: StepProgress | None
    following: StepProgress | None


def live_class(school_class: SchoolClass, now: datetime | None = None) -> LiveClass:
    """Everything on the teacher's page, in about ten queries however many pupils there are."""
    now = now or timezone.now()
    rows = _steps(school_class)
    joined = pupils_of(school_class)
    steps = _progress(school_class, rows, joined)
    at = next((n for n, step in enumerate(steps) if step.is_current), None)
    return LiveClass(
        school_class=school_class,
        is_open=school_class.is_open(now),
        minutes_left=max(0, round((school_class.closes_at - now).total_seconds() / 60)),
        joined=joined,
        steps=steps,
        questions=_questions(school_class, rows),
        activities=activity_views(school_class.public_id, rows),
        changes=change_views(school_class.public_id) if asks_twice(rows) else [],
        asks_twice=asks_twice(rows),
        current=steps[at] if at is not None else None,
        before=steps[at - 1] if at else None,
        following=steps[at + 1] if at is not None and at + 1 < len(steps) else None,
    )


def class_questions(school_class: SchoolClass) -> list[QuestionView]:
    """The questions of a class in their order, with what was chosen."""
    return _questions(school_class, _steps(school_class))


def passed_counts(school_class: SchoolClass) -> dict[UUID, int]:
    """How many got past each step, in whatever language they read it: by translation key."""
    done = StepDone.objects.filter(learner__seat__school_class=school_class)
    counted = done.values(key=F("step__translation_key")).annotate(
        pupils=Count("learner", distinct=True)
    )
    return {row["key"]: row["pupils"] for row in counted}


def _steps(school_class: SchoolClass) -> list[ClassStep]:
    return list(school_class.steps.select_related("step").defer("step__body"))


def _progress(school_class: SchoolClass, rows: list[ClassStep], joined: int) -> list[StepProgress]:
    live = {} if school_class.forgotten_at else passed_counts(school_class)
    counts = [
        row.passed if row.passed is not None else live.get(row.step.translation_key, 0)
        for row in rows
    ]
    return [
        StepProgress(
            number=row.number,
            title=row.step.title,
            passed=count,
            bar=bar,
            width=share(count, joined),
            is_current=row.step_id == school_class.current_step_id,
        )
        for row, count, bar in zip(rows, counts, step_bars(counts, joined), strict=True)
    ]


def _questions(school_class: SchoolClass, rows: list[ClassStep]) -> list[QuestionView]:
    tallies: dict[UUID, StepTally] = {}
    for tally in tallies_of_group(school_class.public_id):
        known = tallies.get(tally.step)
        # A question that an editor changed meanwhile has two versions: most answered the first.
        if known is None or tally.n > known.n:
            tallies[tally.step] = tally
    return [
        question_view(
            row.number,
            row.step.title,
            tallies[key].sheet if key in tallies else sheet(row.step.question_id or 0),
            tallies.get(key),
        )
        for row in rows
        if row.step.question_id is not None and (key := row.step.translation_key)
    ]
