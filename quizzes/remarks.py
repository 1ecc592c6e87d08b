"""What is said of a response, in words for a pupil: calm, and never "wrong"."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from quizzes.enums import MARKED_KINDS, ONE_PRESS_KINDS, Kind
from quizzes.labels import letter
from quizzes.marking import Remark, mark
from quizzes.sheets import QuestionSheet, Response


@dataclass(frozen=True, slots=True)
class ShownRemark:
    """One remark: which option, a word on how it fits, and why. `tone` is fits, not-yet or said."""

    label: str
    text: str
    word: str
    tone: str
    feedback: str


def headline_of(sheet: QuestionSheet, response: Response) -> str:
    """One line over the remarks."""
    if sheet.kind == Kind.FREE_TEXT:
        return _("Ai terminat pasul acesta.")
    if sheet.kind not in MARKED_KINDS or sheet.kind in ONE_PRESS_KINDS:
        return _("Alegerea ta")
    score = mark(sheet, response).score
    if score == 1:
        return _("Da, toate se potrivesc.")
    return _("Ești aproape. Mai gândește-te la ce a rămas.") if score else _("Mai gândește-te.")


def shown_remarks(sheet: QuestionSheet, response: Response) -> tuple[ShownRemark, ...]:
    """What is said of this response, ready to be read."""
    remarks = mark(sheet, response).remarks
    return tuple(_shown(sheet, remark, place) for place, remark in enumerate(remarks, start=1))


def _shown(sheet: QuestionSheet, remark: Remark, place: int) -> ShownRemark:
    option = sheet.option(remark.option)
    label, text = letter(sheet.options.index(option)), option.text
    if sheet.kind in (Kind.ORDER, Kind.FILL):
        label = str(place)
    elif sheet.kind == Kind.SCALE:
        # A step of a scale has no letter on the screen.
        label = ""
    elif sheet.kind == Kind.BRANCHING:
        label = letter(sheet.options_of(option.scene).index(option))
    elif sheet.kind == Kind.MATCH:
        right = sheet.solution[place - 1]
        text = f"{text} → {next(t.text for t in sheet.targets if t.key == right)}"
    tone = "said" if remark.right is None else "fits" if remark.right else "not-yet"
    return ShownRemark(label, text, _word(sheet.kind, remark), tone, remark.text)


def _word(kind: Kind, remark: Remark) -> str:
    if remark.right is None:
        return ""
    if remark.right:
        return _("se potrivește")
    if kind == Kind.ORDER:
        return _("locul potrivit este acesta")
    if kind == Kind.MATCH:
        return _("perechea potrivită este aceasta")
    if remark.chosen:
        return _("încă nu")
    if kind == Kind.FILL:
        return _("aici se potrivește acest cuvânt")
    return _("se potrivea și aceasta")
