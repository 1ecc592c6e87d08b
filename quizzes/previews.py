"""What an editor sees beside the form: the question as a pupil sees it, or what it still misses."""

from typing import Any

from django.utils import translation
from django.utils.translation import get_language

from quizzes.drafts import make_sheet
from quizzes.enums import Kind
from quizzes.flaws import flaws_of
from quizzes.keys import answer_key
from quizzes.labels import text_of
from quizzes.models import Question
from quizzes.presentation import present
from quizzes.selectors import draft_of
from quizzes.sheets import QuestionSheet, Response


def preview_of(question: Question, *, key: bool) -> dict[str, Any]:
    """What the preview's template needs: `flaws`, or the `question` and, with `key`, its lines."""
    # A question that is being added has no language of its own yet.
    language = question.locale.language_code if question.locale_id else get_language() or "ro"
    with translation.override(language):
        draft = draft_of(question)
        flaws = [str(flaw) for flaw in flaws_of(draft)]
        if flaws:
            return {"flaws": flaws, "language": language}
        sheet = make_sheet(draft)
        lines = answer_key(sheet) if key else ()
        shown = present(sheet, response=_example(sheet) if key else None)
        return {
            "question": shown,
            "language": language,
            "text": text_of(sheet),
            "lines": lines,
            "closing": sheet.closing,
        }


def _example(sheet: QuestionSheet) -> Response | None:
    """An answer to show the remarks with; None for a story, whose key shows every way."""
    if sheet.kind == Kind.BRANCHING:
        return None
    if sheet.kind == Kind.SCALE:
        return (sheet.options[0].key,)
    return sheet.solution
