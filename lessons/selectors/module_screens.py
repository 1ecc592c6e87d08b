"""What the screen of a step shows, without a class or within one."""

from collections.abc import Sequence

from django.urls import reverse

from lessons.models import ModulePage, StepPage
from lessons.selectors.modules import Outline, StepRow, outline_of, step_url
from lms.core import generation
from quizzes.enums import Kind
from quizzes.models import Question
from quizzes.presentation import ShownQuestion, present
from quizzes.selectors import sheet_of
from quizzes.sheets import QuestionSheet


def sheet(question_id: int) -> QuestionSheet:
    """A question of the bank as it is asked now, kept by each worker while nothing changes."""
    return generation.kept(
        f"sheet:{question_id}", lambda: sheet_of(Question.objects.get(pk=question_id))
    )


def step_context(
    page: StepPage,
    module: Outline | ModulePage | None = None,
    steps: Sequence[StepRow] | None = None,
    *,
    question: ShownQuestion | None = None,
) -> dict[str, object]:
    """The template's names; `steps` are those of the way through, `question` as far as it is
    answered."""
    if module is None:
        module = page.get_parent().specific
    if steps is None:
        steps = outline_of(module).steps if isinstance(module, ModulePage) else module.steps
    place = next((n for n, row in enumerate(steps) if row.pk == page.pk), len(steps))
    following = steps[place + 1] if place + 1 < len(steps) else None
    return {
        "page": page,
        "words": page.body,
        "module": module,
        "number": place + 1,
        "total": max(len(steps), place + 1),
        "next_step": following,
        "next_url": way_on(module.slug, following),
        "previous_url": way_back(module.slug, steps[place - 1] if place else None),
        "question": question or (asked(page.question_id) if page.question_id else None),
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


def asked(question_id: int) -> ShownQuestion:
    """A question before anybody answered it."""
    shown = sheet(question_id)
    # What is typed as free text is never known: its closing words stand ready at once.
    return present(shown, response=() if shown.kind == Kind.FREE_TEXT else None)
