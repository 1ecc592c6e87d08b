"""What the screen of a step shows, without a class or within one."""

from collections.abc import Sequence

from django.core.cache import caches
from django.urls import reverse

from lessons.models import ModulePage, StepPage
from lessons.screens import QuestionScreen, question_screen
from lessons.selectors.modules import Outline, StepRow, outline_of, step_url
from lms.core import generation
from quizzes.models import Question
from quizzes.selectors import sheet_of
from quizzes.sheets import QuestionSheet


def sheet(question_id: int) -> QuestionSheet:
    """A question of the bank as it is asked now, kept by each worker while nothing changes."""
    key = f"sheet:{generation.current()}:{question_id}"
    known = caches["local"].get(key)
    if known is None:
        known = sheet_of(Question.objects.get(pk=question_id))
        caches["local"].set(key, known)
    return known


def step_context(
    page: StepPage,
    module: Outline | ModulePage | None = None,
    steps: Sequence[StepRow] | None = None,
    *,
    values: Sequence[str] = (),
    problem: str = "",
) -> dict[str, object]:
    """The template's names; `steps` are those of the way through, `values` what was answered."""
    if module is None:
        module = page.get_parent().specific
    if steps is None:
        steps = outline_of(module).steps if isinstance(module, ModulePage) else module.steps
    place = next((n for n, row in enumerate(steps) if row.pk == page.pk), len(steps))
    following = steps[place + 1] if place + 1 < len(steps) else None
    return {
        "page": page,
        "module": module,
        "number": place + 1,
        "total": max(len(steps), place + 1),
        "next_step": following,
        "next_url": way_on(module.slug, following),
        "previous_url": way_back(module.slug, steps[place - 1] if place else None),
        "page_url": step_url(module.slug, page.slug),
        "question": _question(page, values, problem),
        "note_open": bool(values or problem),
    }


def way_on(module_slug: str, following: StepRow | None) -> str:
    """Where "next" leads: to the next step, after the last one to the review."""
    if following:
        return step_url(module_slug, following.slug)
    return reverse("modules:review", args=[module_slug])


def way_back(module_slug: str, before: StepRow | None) -> str:
    """Where "back" leads: to the step before, from the first one to the module's own page."""
    if before:
        return step_url(module_slug, before.slug)
    return reverse("modules:module", args=[module_slug])


def _question(page: StepPage, values: Sequence[str], problem: str) -> QuestionScreen | None:
    if page.question_id is None:
        return None
    return question_screen(sheet(page.question_id), values, problem=problem)
