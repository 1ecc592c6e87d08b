"""Blanks as texts with gaps and a list of words. The native question is answered from the list."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from media.h5p.content import Blank, Blanks
from media.h5p.content.blanks import Line
from quizzes.drafts import ChoiceDraft, QuestionDraft, shuffled_choices
from quizzes.enums import Kind
from quizzes.exchange.losses import Lost, if_set, joined
from quizzes.exchange.parts import Gathering
from quizzes.exchange.surroundings import closing_of, losses_around, picture_of
from quizzes.exchange.texts import formatting, one_line
from quizzes.flaws import OPTIONS
from quizzes.sheets import GAP

LONGEST = 300
_LITERAL = _("cifra dintre acolade, care la noi este un loc gol")


def read_blanks(content: Blanks, metadata: Mapping[str, Any], gathering: Gathering) -> None:
    """One question if all fits on a screen, else one for each block of the text."""
    whole = _draft(content, content.lines)
    blocks = [line for line in content.lines if any(isinstance(part, Blank) for part in line)]
    fits = len(whole.choices) <= OPTIONS[Kind.FILL][1] and len(whole.text) <= LONGEST
    split = not fits and len(blocks) > 1
    drafts = [_of_block(content, line) for line in blocks] if split else [whole]
    closing, ranges = closing_of(content.feedback)
    literal = joined(
        number for line in content.lines for part in line if isinstance(part, str)
        for number in GAP.findall(part)
    )  # fmt: skip
    texts = [part for line in content.lines for part in line if isinstance(part, str)]
    losses = [
        Lost(_("elevii scriau cuvintele; la noi le aleg dintr-o listă")),
        if_set(
            _("textul întreg"),
            split,
            _(
                "Este prea lung: fiecare rând devine o întrebare, cu un cuvânt din alt "
                "rând în plus."
            ),
        ),
        ranges,
        if_set(_("formatarea textului"), formatting(content.task, *texts)),
        if_set(_("indiciul"), joined(gap.tip for gap in content.gaps)),
        if_set(_("greșelile mici de scriere erau primite"), content.accept_misspelled),
        if_set(_("se ținea seama de litere mari și mici"), content.case_sensitive),
        if_set(_LITERAL, literal),
        *losses_around(content, metadata),
    ]
    for number, draft in enumerate(drafts):
        last = number == len(drafts) - 1
        kept = QuestionDraft(draft.kind, draft.text, closing if last else "", draft.choices)
        gathering.add(
            content.KIND, kept, losses if number == 0 else (),
            picture_of(content.media) if number == 0 else None,
        )  # fmt: skip


def _of_block(content: Blanks, line: Line) -> QuestionDraft:
    """A block alone. A list of one word is no choice, so a word of another block joins it."""
    draft = _draft(content, [line])
    own = {choice.text for choice in draft.choices}
    others = [gap.answers[0] for gap in content.gaps if gap.answers[0] not in own]
    spare = others[: max(0, OPTIONS[Kind.FILL][0] - len(own))]
    extra = tuple(ChoiceDraft(word, "", gap=0) for word in spare)
    return QuestionDraft(Kind.FILL, draft.text, "", draft.choices + extra)


def _draft(content: Blanks, told: Sequence[Line]) -> QuestionDraft:
    number, source, choices = 0, "", list[ChoiceDraft]()
    for line in told:
        for part in line:
            if isinstance(part, Blank):
                number += 1
                source += f"{{{number}}}"
                choices += [ChoiceDraft(word, "", gap=number) for word in part.answers if word]
            else:
                source += GAP.sub(r"(\1)", part)
        source += "<br>"
    text = " ".join(filter(None, (one_line(content.task), one_line(source))))
    return QuestionDraft(Kind.FILL, text, "", shuffled_choices(choices, seed=text))
