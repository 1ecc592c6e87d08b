"""The questions of a module as H5P."""

from django.utils.translation import get_language

from lessons.selectors.modules import Outline
from quizzes.models import Question
from quizzes.selectors import Download, h5p_of


def questions_as_h5p(module: Outline) -> Download | None:
    """The file to send, each question once; None when no question has a form in H5P."""
    ids = list(dict.fromkeys(row.question for row in module.steps if row.question))
    found = Question.objects.prefetch_related("choices", "scenes").in_bulk(ids)
    language = get_language() or "ro"
    return h5p_of([found[pk] for pk in ids], title=module.title, language=language)
