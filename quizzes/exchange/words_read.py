"""DragText as an order, as pairs or as a text with gaps, by what the text itself looks like."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from media.h5p.content import DragText, Drop
from quizzes.drafts import ChoiceDraft, QuestionDraft, shuffled_choices
from quizzes.enums import Kind
from quizzes.exchange import notes
from quizzes.exchange.losses import Lost, if_set, joined
from quizzes.exchange.parts import Gathering
from quizzes.exchange.surroundings import closing_of, losses_around, picture_of
from quizzes.exchange.texts import TASKS, formatting, one_line
from quizzes.exchange.words import ARROW
from quizzes.flaws import OPTIONS
from quizzes.sheets import GAP

Line = tuple[str, Drop]


def read_drag_text(content: DragText, metadata: Mapping[str, Any], gathering: Gathering) -> None:
    """The kind whose form the text has."""
    task = one_line(content.task)
    closing, ranges = closing_of(content.feedback)
    lined = _lines(content)
    losses = [
        ranges,
        if_set(_("formatarea textului"), formatting(content.task)),
        if_set(_("indiciul"), joined(drop.tip for drop in content.gaps)),
        if_set(_("verificarea după fiecare cuvânt"), content.instant_feedback),
        *losses_around(content, metadata),
    ]
    if _is_order(lined):
        choices = tuple(ChoiceDraft(drop.word, _said(drop)) for _start, drop in lined)
        draft = QuestionDraft(Kind.ORDER, task, closing, choices)
    elif _is_match(lined):
        choices = tuple(
            ChoiceDraft(start.removesuffix(ARROW), _said(drop), match=drop.word)
            for start, drop in lined
        )
        draft = QuestionDraft(Kind.MATCH, task, closing, choices)
    else:
        text, literal = _with_gaps(content)
        task = "" if task in TASKS.values() else task
        whole = " ".join(filter(None, (task, text)))
        draft = QuestionDraft(Kind.FILL, whole, closing, _words(content, metadata, whole))
        losses.append(literal)
    if draft.kind == Kind.FILL:
        said = joined(drop.wrong for drop in content.gaps if drop.wrong != drop.right)
    else:
        said = joined(
            drop.wrong for drop in content.gaps if drop.right and drop.wrong != drop.right
        )
    losses.append(if_set(_("ce se spune după un cuvânt nepotrivit"), said))
    gathering.add(content.KIND, draft, losses, picture_of(content.media))


def _said(drop: Drop) -> str:
    return drop.right or drop.wrong


def _lines(content: DragText) -> list[Line]:
    """The lines of the text when each is some words and one gap at its end; else nothing."""
    if content.distractors or len(content.parts) % 2:
        return []
    found = []
    for place in range(0, len(content.parts), 2):
        start, drop = content.parts[place : place + 2]
        if not isinstance(start, str) or not isinstance(drop, Drop):
            return []
        if place and not start.startswith("\n"):
            return []
        found.append((start.removeprefix("\n") if place else start, drop))
    return [] if any("\n" in start for start, _drop in found) else found


def _is_order(lined: list[Line]) -> bool:
    least, most = OPTIONS[Kind.ORDER]
    numbered = all(start == f"{place}. " for place, (start, _d) in enumerate(lined, start=1))
    return least <= len(lined) <= most and numbered


def _is_match(lined: list[Line]) -> bool:
    least, most = OPTIONS[Kind.MATCH]
    return least <= len(lined) <= most and all(
        start.endswith(ARROW) and start != ARROW for start, _d in lined
    )


def _with_gaps(content: DragText) -> tuple[str, Lost | None]:
    """The text with numbered gaps, on one line."""
    told, number, literal = "", 0, []
    for part in content.parts:
        if isinstance(part, Drop):
            number += 1
            told += f"{{{number}}}"
        else:
            literal += GAP.findall(part)
            told += GAP.sub(r"(\1)", part)
    lost = if_set(_("cifra dintre acolade, care la noi este un loc gol"), joined(literal))
    return " ".join(told.split()), lost


def _words(content: DragText, metadata: Mapping[str, Any], text: str) -> tuple[ChoiceDraft, ...]:
    """The words in an order that does not tell where they belong; in ours if the note still
    fits."""
    made = [
        ChoiceDraft(drop.word, drop.right, gap=number)
        for number, drop in enumerate(content.gaps, start=1)
    ]
    made += [ChoiceDraft(word, "", gap=0) for word in content.distractors]
    return _noted(metadata, made) or shuffled_choices(made, seed=text)


def _noted(metadata: Mapping[str, Any], made: list[ChoiceDraft]) -> tuple[ChoiceDraft, ...]:
    """The words as they were exported, when the package still has exactly these."""
    rows = notes.read(metadata).get("words")
    if not isinstance(rows, list) or not all(map(_is_row, rows)):
        return ()
    noted = {(word, gap): feedback for word, gap, feedback in rows}
    here = {(choice.text, choice.gap): choice.feedback for choice in made}
    gaps = {gap for _word, gap in here}
    extra = {(word, gap) for word, gap in noted if (word, gap) not in here}
    if not here.keys() <= noted.keys() or any(gap == 0 or gap not in gaps for _w, gap in extra):
        return ()
    return tuple(
        ChoiceDraft(word, here.get((word, gap)) or feedback, gap=gap)
        for (word, gap), feedback in noted.items()
    )


def _is_row(row: object) -> bool:
    return (
        isinstance(row, list)
        and len(row) == 3
        and isinstance(row[0], str)
        and isinstance(row[1], int)
        and isinstance(row[2], str)
    )
