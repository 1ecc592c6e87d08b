"""H5P content as questions: each type in its nearest kind, with what is lost on the way."""

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from media.h5p.content import (
    Blanks,
    BranchingScenario,
    Content,
    DragText,
    MultiChoice,
    Other,
    QuestionSet,
    SingleChoiceSet,
    Summary,
    TrueFalse,
)
from quizzes.exchange.blanks import read_blanks
from quizzes.exchange.choices import read_choice, read_quick, read_summary, read_truth
from quizzes.exchange.losses import KEEP_AS_ACTIVITY, Lost
from quizzes.exchange.parts import Gathering, Part
from quizzes.exchange.stories_read import read_story
from quizzes.exchange.surroundings import losses_of_set
from quizzes.exchange.words_read import read_drag_text

Metadata = Mapping[str, Any]


def gather(content: Content | Other, metadata: Metadata, gathering: Gathering) -> None:
    """Add what this content holds, whatever it is."""
    if isinstance(content, QuestionSet):
        gathering.lose(*losses_of_set(content))
        for child in content.questions:
            gather(child.content, child.metadata, gathering)
        return
    reader = _READERS.get(type(content))
    if reader is None:
        gathering.parts.append(_unsupported(content, metadata))
    else:
        reader(content, metadata, gathering)


def _unsupported(content: Content | Other, metadata: Metadata) -> Part:
    kind = content.library.name if isinstance(content, Other) else content.LIBRARY
    title = metadata.get("title")
    lost = Lost(_("acest tip nu are o formă la noi"), kind, KEEP_AS_ACTIVITY)
    return Part(kind, title if isinstance(title, str) else "", losses=(lost,))


_READERS: dict[type[Any], Callable[[Any, Metadata, Gathering], None]] = {
    MultiChoice: read_choice,
    TrueFalse: read_truth,
    SingleChoiceSet: read_quick,
    Summary: read_summary,
    Blanks: read_blanks,
    DragText: read_drag_text,
    BranchingScenario: read_story,
}
