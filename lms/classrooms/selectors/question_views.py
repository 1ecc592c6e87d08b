"""One question of a class as a teacher discusses it: what was chosen, how often, and why."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lms.classrooms.bars import share
from quizzes.enums import MARKED_KINDS, PLACE_KINDS, Kind
from quizzes.labels import pick_text
from quizzes.selectors import StepTally
from quizzes.sheets import Option, QuestionSheet


@dataclass(frozen=True, slots=True)
class OptionRow:
    """Something that could be chosen; `fits` is None where nothing is right or wrong."""

    letter: str
    text: str
    feedback: str
    picked: int
    width: str
    fits: bool | None


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question with counts. `number` is the step's place in the class; `has_fit` says that some
    options fit and others do not (in an order or a match everything shown is the right place)."""

    number: int
    title: str
    text: str
    closing: str
    answered: int
    headline: str
    rows: tuple[OptionRow, ...]
    has_fit: bool


def question_view(
    number: int, title: str, sheet: QuestionSheet, tally: StepTally | None
) -> QuestionView:
    """The question of a step. Without a tally nobody has answered yet."""
    answered = tally.n if tally else 0
    rows = _rows(sheet, tally)
    return QuestionView(
        number=number,
        title=title,
        text=_text(sheet),
        closing=sheet.closing,
        answered=answered,
        headline=_headline(sheet, tally, rows),
        rows=rows,
        has_fit=sheet.kind in MARKED_KINDS - PLACE_KINDS,
    )


def _text(sheet: QuestionSheet) -> str:
    if sheet.kind != Kind.FILL:
        return sheet.text
    return "".join(f"____ ({part})" if isinstance(part, int) else part for part in sheet.pieces())


def _headline(sheet: QuestionSheet, tally: StepTally | None, rows: tuple[OptionRow, ...]) -> str:
    """ "14 din 23 au ales B": the option that most chose, or how many put all in its place."""
    if sheet.kind == Kind.FREE_TEXT:
        return _("Ce scriu elevii rămâne pe telefoanele lor.")
    if tally is None or not tally.n:
        return _("Încă niciun răspuns")
    if sheet.kind in PLACE_KINDS:
        text = ngettext(
            "%(count)s din %(all)s a pus totul la locul potrivit",
            "%(count)s din %(all)s au pus totul la locul potrivit",
            tally.right,
        )
        return text % {"count": tally.right, "all": tally.n}
    if sheet.kind == Kind.BRANCHING:
        # Everybody stood in the first scene; in a later one only those whose way led there.
        rows = rows[: len(sheet.options_of(sheet.scenes[0].key))]
    return _most_chosen(rows, tally.n)


def _most_chosen(rows: tuple[OptionRow, ...], answered: int) -> str:
    most = max(row.picked for row in rows)
    letters = [row.letter for row in rows if row.picked == most]
    said = {"count": most, "all": answered, "letter": letters[0], "letters": ", ".join(letters)}
    if len(letters) > 1:
        return _("câte %(count)s din %(all)s au ales %(letters)s") % said
    text = ngettext(
        "%(count)s din %(all)s a ales %(letter)s",
        "%(count)s din %(all)s au ales %(letter)s",
        most,
    )
    return text % said


def _rows(sheet: QuestionSheet, tally: StepTally | None) -> tuple[OptionRow, ...]:
    if sheet.kind in PLACE_KINDS:
        return tuple(
            _row(sheet, tally, place, key) for place, key in enumerate(sheet.solution, start=1)
        )
    return tuple(
        OptionRow(
            letter=option.key.upper(),
            text=option.text,
            feedback=option.feedback,
            picked=(picked := _picked(tally, option.key)),
            width=share(picked, tally.n if tally else 0),
            fits=_fits(sheet, option),
        )
        for option in sheet.options
    )


def _row(sheet: QuestionSheet, tally: StepTally | None, place: int, key: str) -> OptionRow:
    """What belongs in one place, and how many put it there."""
    option = sheet.options[place - 1] if sheet.kind == Kind.MATCH else sheet.option(key)
    pick = f"{place}{key}"
    picked = _picked(tally, pick)
    return OptionRow(
        letter=str(place),
        text=pick_text(sheet, pick) if sheet.kind == Kind.MATCH else option.text,
        feedback=option.feedback,
        picked=picked,
        width=share(picked, tally.n if tally else 0),
        fits=True,
    )


def _picked(tally: StepTally | None, pick: str) -> int:
    return tally.options.get(pick, 0) if tally else 0


def _fits(sheet: QuestionSheet, option: Option) -> bool | None:
    if sheet.kind in (Kind.SCALE, Kind.BRANCHING):
        return None
    return option.correct
