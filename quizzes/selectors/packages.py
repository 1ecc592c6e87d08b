"""Questions of the bank as H5P packages."""

from collections.abc import Iterable
from functools import partial

from lms.core import facts
from media.h5p.content import Profile
from quizzes.drafts import with_each_text
from quizzes.exchange.packing import Download, Libraries, NothingToExport, Pack, download, pack
from quizzes.models import Question
from quizzes.selectors.questions import draft_of


def packed(questions: Iterable[Question], *, title: str, language: str) -> Pack:
    """What the questions become and what is lost, with the values of today in them."""
    values = partial(facts.replace_tokens, language=language)
    drafts = [with_each_text(draft_of(question), values) for question in questions]
    return pack(title, drafts, language)


def h5p_of(
    questions: Iterable[Question],
    *,
    title: str,
    language: str,
    profile: Profile | None = None,
    libraries: Libraries | None = None,
) -> Download | None:
    """The file to send; None when no question has a form in H5P."""
    try:
        found = packed(questions, title=title, language=language)
        return download(found, language, profile or Profile(), libraries)
    except NothingToExport:
        return None
