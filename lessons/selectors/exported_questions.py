"""The questions of a module as H5P."""

from django.utils.translation import get_language

from lessons.selectors.modules import Outline
from quizzes.enums import Kind
from quizzes.models import Question
from quizzes.selectors import Download, h5p_of


def _ids(module: Outline) -> list[int]:
    return list(dict.fromkeys(row.question for row in module.steps if row.question))


def has_h5p(module: Outline) -> bool:
    """Whether a question of the module has a form in H5P."""
    known = Question.objects.filter(pk__in=_ids(module))
    return known.exclude(kind=Kind.FREE_TEXT).exists()


def questions_as_h5p(module: Outline) -> Download | None:
    """The file to send, each question once; None when no question has a form in H5P."""
    ids = _ids(module)
    found = Question.objects.prefetch_related("choices", "scenes").in_bulk(ids)
    language = get_language() or "ro"
    return h5p_of([found[pk] for pk in ids], title=module.title, language=language)
