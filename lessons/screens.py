"""A question as a pupil sees it: from a sheet and what was answered to what a template shows.

Plain functions of a sheet. A form sends its values under the name `r`: of `order` the place of
each thing, of every other kind the keys of the response itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from quizzes.enums import ONE_PRESS_KINDS, PLACE_KINDS, Kind, Trouble
from quizzes.marking import BadResponse, Mark, Remark, follow, mark
from quizzes.sheets import QuestionSheet, Response

TEMPLATES = {
    Kind.ORDER: "modules/question/arrange.html",
    Kind.MATCH: "modules/question/arrange.html",
    Kind.FILL: "modules/question/arrange.html",
    Kind.BRANCHING: "modules/question/story.html",
    Kind.FREE_TEXT: "modules/question/write.html",
}
CHOOSE = "modules/question/choose.html"


@dataclass(frozen=True)
class OptionShown:
    """Something that can be chosen; `path` is a story's way up to and with this choice."""

    key: str
    text: str
    chosen: bool = False
    path: str = ""


@dataclass(frozen=True)
class RowShown:
    """One of several places, with what can be put there."""

    label: str
    options: tuple[OptionShown, ...]


@dataclass(frozen=True)
class LineShown:
    """One message of a story, and what is said of a choice."""

    text: str
    speaker: str = ""
    mine: bool = False
    remark: str = ""
    ending: bool = False
    newest: bool = False


@dataclass(frozen=True)
class RemarkShown:
    """What is said after an answer."""

    text: str
    about: str = ""
    good: bool = False


@dataclass(frozen=True)
class QuestionScreen:
    """A question with everything that its template needs."""

    kind: Kind
    template: str
    text: str
    closing: str
    hint: str = ""
    input: str = "radio"
    options: tuple[OptionShown, ...] = ()
    rows: tuple[RowShown, ...] = ()
    lines: tuple[LineShown, ...] = ()
    path: Response = ()
    remarks: tuple[RemarkShown, ...] = ()
    answered: bool = False
    headline: str = ""
    tone: str = ""
    problem: str = ""
    has_form: bool = True


def response_of(sheet: QuestionSheet, values: Sequence[str]) -> Response:
    """The response that the values of a form mean. Raises BadResponse for places of `order` that
    are empty, taken twice or unknown; anything else is for `check` to refuse."""
    if sheet.kind != Kind.ORDER or not values:
        return tuple(values)
    if "" in values:
        raise BadResponse(Trouble.INCOMPLETE if any(values) else Trouble.EMPTY)
    if len(set(values)) < len(values):
        raise BadResponse(Trouble.REPEATED)
    places = {str(number) for number in range(1, len(sheet.options) + 1)}
    if set(values) != places:
        raise BadResponse(Trouble.UNKNOWN)
    placed = sorted(zip(values, sheet.options, strict=True), key=lambda pair: int(pair[0]))
    return tuple(option.key for _place, option in placed)


def values_of(sheet: QuestionSheet, response: Response) -> list[str]:
    """The values with which a form would send this response."""
    if sheet.kind != Kind.ORDER or not response:
        return list(response)
    return [str(response.index(option.key) + 1) for option in sheet.options]


def question_screen(
    sheet: QuestionSheet, values: Sequence[str] = (), *, problem: str = ""
) -> QuestionScreen:
    """The question, with `values` filled in and, if they are an answer, what is said of it."""
    if sheet.kind == Kind.BRANCHING:
        return story_screen(sheet, tuple(values))
    marked: Mark | None = None
    if values and not problem and sheet.kind != Kind.FREE_TEXT:
        try:
            marked = mark(sheet, response_of(sheet, values))
        except BadResponse as error:
            problem = str(error.trouble.label)
    tone, headline = _verdict(marked)
    return QuestionScreen(
        kind=sheet.kind,
        template=TEMPLATES.get(sheet.kind, CHOOSE),
        text=_text(sheet),
        closing=sheet.closing,
        hint=_hint(sheet.kind),
        input="checkbox" if sheet.kind == Kind.MULTIPLE else "radio",
        options=tuple(OptionShown(o.key, o.text, o.key in values) for o in sheet.options),
        rows=_rows(sheet, values),
        remarks=tuple(_remark(sheet, n, r) for n, r in enumerate(marked.remarks, 1))
        if marked
        else (),
        answered=marked is not None,
        headline=headline,
        tone=tone,
        problem=problem,
        has_form=sheet.kind != Kind.FREE_TEXT,
    )


def story_screen(sheet: QuestionSheet, path: Response) -> QuestionScreen:
    """A story as far as this path goes; what does not belong to it is left out."""
    walked: list[str] = []
    scene = sheet.scenes[0]
    lines = [LineShown(scene.text, scene.speaker)]
    for key in path:
        try:
            scene = follow(sheet, (*walked, key))
        except BadResponse:
            break
        walked.append(key)
        choice = sheet.option(key)
        newest = len(walked) == len(path)
        lines.append(LineShown(choice.text, mine=True, remark=choice.feedback, newest=newest))
        lines.append(LineShown(scene.text, scene.speaker, ending=scene.ending))
    further = tuple(
        OptionShown(o.key, o.text, path=".".join((*walked, o.key)))
        for o in sheet.options_of(scene.key)
    )
    return QuestionScreen(
        kind=sheet.kind,
        template=TEMPLATES[Kind.BRANCHING],
        text=sheet.text,
        closing=sheet.closing,
        options=further,
        lines=tuple(lines),
        path=tuple(walked),
        answered=not further,
        has_form=not further,
    )


def _text(sheet: QuestionSheet) -> str:
    if sheet.kind != Kind.FILL:
        return sheet.text
    return "".join(f"____ ({p})" if isinstance(p, int) else p for p in sheet.pieces())


def _hint(kind: Kind) -> str:
    hints = {
        Kind.MULTIPLE: _("Poți alege mai multe."),
        Kind.ORDER: _("Alege locul fiecăreia."),
        Kind.MATCH: _("Alege perechea fiecăreia."),
        Kind.FILL: _("Alege cuvântul pentru fiecare loc."),
        Kind.SCALE: _("Nu există răspuns greșit aici."),
    }
    return hints.get(kind, "")


def _rows(sheet: QuestionSheet, values: Sequence[str]) -> tuple[RowShown, ...]:
    if sheet.kind not in PLACE_KINDS:
        return ()
    if sheet.kind == Kind.FILL:
        labels = [_("Locul %(number)d") % {"number": n} for n in range(1, sheet.gaps + 1)]
        offered = [(option.key, option.text) for option in sheet.options]
    else:
        labels = [option.text for option in sheet.options]
        offered = [(target.key, target.text) for target in sheet.targets]
    if sheet.kind == Kind.ORDER:
        offered = [(str(n), str(n)) for n in range(1, len(labels) + 1)]
    chosen = [*values, *[""] * len(labels)]
    return tuple(
        RowShown(label, tuple(OptionShown(key, text, key == value) for key, text in offered))
        for label, value in zip(labels, chosen, strict=False)
    )


def _verdict(marked: Mark | None) -> tuple[str, str]:
    if marked is None:
        return "", ""
    if marked.right is None:
        return "calm", _("Orice răspuns este bun aici.")
    if marked.right:
        return "good", _("Da, așa este.")
    return "calm", _("Aproape. Mai gândește-te.") if marked.score else _("Mai gândește-te.")


def _remark(sheet: QuestionSheet, number: int, remark: Remark) -> RemarkShown:
    """`number` is the place of the remark, from 1: where a thing or a word belongs."""
    text = sheet.option(remark.option).text
    about = ""
    if sheet.kind in (Kind.ORDER, Kind.FILL):
        about = f"{number}. {text}"
    elif sheet.kind == Kind.MATCH:
        about = f"{text} → {_target(sheet, number - 1)}"
    elif sheet.kind not in ONE_PRESS_KINDS:
        about = text if remark.chosen else _("%(text)s (se potrivea și asta)") % {"text": text}
    return RemarkShown(remark.text, about, bool(remark.right))


def _target(sheet: QuestionSheet, place: int) -> str:
    key = sheet.solution[place]
    return next(target.text for target in sheet.targets if target.key == key)
