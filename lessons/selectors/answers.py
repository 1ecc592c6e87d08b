"""What a learner answered in a module of the class, and what a reader without one is shown."""

from uuid import UUID

from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from lessons.models import StepPage
from lessons.reviews import Review, review_of, unanswered
from lessons.selectors.module_screens import sheet
from lessons.selectors.modules import StepRow, step_url
from lms.core import generation
from lms.people.models import Learner
from media.selectors import is_public
from quizzes.enums import Kind
from quizzes.models import Answer
from quizzes.selectors import answers_of, attempt_of


def answers_in(learner: Learner, activity: UUID) -> dict[UUID, Answer]:
    """The learner's latest answer in each place, by the step's translation key."""
    attempt = attempt_of(learner.pk, activity)
    return {answer.step: answer for answer in answers_of(attempt)} if attempt else {}


def reviews(module_slug: str, steps: tuple[StepRow, ...]) -> list[Review]:
    """Every question of the module once, with all options and why."""
    asked = {row.question: row for row in reversed(steps) if row.question is not None}
    return [
        review_of(shown, step_url(module_slug, row.slug), None)
        for question, row in reversed(asked.items())
        if (shown := sheet(question)).kind != Kind.FREE_TEXT
    ]


def own_reviews(
    module_slug: str, steps: tuple[StepRow, ...], answers: dict[UUID, Answer]
) -> list[Review]:
    """Every question of the module with the learner's own answer; one that was not answered yet
    gives nothing away."""
    found = []
    for row in steps:
        if row.question is None:
            continue
        url = step_url(module_slug, row.slug)
        answer = answers.get(row.key)
        if answer is not None:
            found.append(review_of(answer.version.sheet, url, tuple(answer.response)))
        elif (shown := sheet(row.question)).kind != Kind.FREE_TEXT:
            found.append(unanswered(shown, url))
    return found


def step_words(
    page: StepPage, request: HttpRequest | None = None, *, in_class: bool = False
) -> SafeString:
    """The words of a published step as they stand on the screen, kept like the step itself.

    A recording is shown as this request may see it; to a class as everybody may.
    """
    kinds = {block["type"] for block in page.body.raw_data}
    if request is None or "recording" not in kinds:
        return _kept_words(page, {})
    saves_data = request.headers.get("Save-Data") == "on"
    in_pack = getattr(request, "in_pack", False)
    context = {"saves_data": saves_data, "in_pack": in_pack}
    films = [block.value for block in page.body if block.block_type == "recording"]
    if in_class or all(film is None or is_public(film) for film in films):
        return _kept_words(page, context)
    return page.body.render_as_block({**context, "request": request})


def _kept_words(page: StepPage, context: dict[str, object]) -> SafeString:
    varies = ":".join(str(value) for value in context.values())
    name = f"words:{get_language()}:{page.pk}:{varies}"
    return generation.kept(name, lambda: page.body.render_as_block(context))


def step_page(pk: int) -> StepPage:
    """A step with its picture, its sound and its language, kept by each worker while nothing
    changes."""
    steps = StepPage.objects.select_related("picture", "sound", "locale")
    return generation.kept(f"step:{pk}", lambda: steps.get(pk=pk))
