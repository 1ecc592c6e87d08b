"""The questions of a module as other sites read them: H5P and GIFT."""

from functools import partial

from django.utils.translation import get_language

from lessons.selectors.modules import Outline
from lms.core import facts
from quizzes.drafts import make_sheet, with_each_text
from quizzes.enums import Kind
from quizzes.gift import write
from quizzes.models import Question
from quizzes.selectors import Download, draft_of, h5p_of


def _ids(module: Outline) -> list[int]:
    return list(dict.fromkeys(row.question for row in module.steps if row.question))


def _questions(module: Outline) -> list[Question]:
    ids = _ids(module)
    found = Question.objects.prefetch_related("choices", "scenes").in_bulk(ids)
    return [found[pk] for pk in ids]


def has_h5p(module: Outline) -> bool:
    """Whether a question of the module has a form in H5P."""
    known = Question.objects.filter(pk__in=_ids(module))
    return known.exclude(kind=Kind.FREE_TEXT).exists()


def questions_as_gift(module: Outline) -> str:
    """The questions as Moodle's bank reads them, with the values of today in them."""
    values = partial(facts.replace_tokens, language=get_language() or "ro")
    drafts = (with_each_text(draft_of(question), values) for question in _questions(module))
    return write(map(make_sheet, drafts))


def questions_as_h5p(module: Outline) -> Download | None:
    """The file to send, each question once; None when no question has a form in H5P."""
    language = get_language() or "ro"
    return h5p_of(_questions(module), title=module.title, language=language)
