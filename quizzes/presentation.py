"""A question ready to be shown: what stands where, what is chosen, what is said. For templates.

`quizzes/question.html` takes it as `question`, inside a form of any method, and
`quizzes/feedback.html` shows the remarks. Neither decides anything.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quizzes.controls import PATH, controls_of
from quizzes.enums import PLACE_KINDS, Kind, Trouble
from quizzes.keys import KeyLine, story_lines
from quizzes.labels import letter, text_of
from quizzes.marking import follow
from quizzes.remarks import ShownRemark, headline_of, shown_remarks
from quizzes.sheets import QuestionSheet, Response, Scene

Given = Mapping[str, Sequence[str]]
TEMPLATES = {
    Kind.SINGLE: "quizzes/kinds/radios.html",
    Kind.MULTIPLE: "quizzes/kinds/checkboxes.html",
    Kind.TRUE_FALSE: "quizzes/kinds/radios.html",
    Kind.ORDER: "quizzes/kinds/order.html",
    Kind.MATCH: "quizzes/kinds/match.html",
    Kind.FILL: "quizzes/kinds/fill.html",
    Kind.SCALE: "quizzes/kinds/scale.html",
    Kind.BRANCHING: "quizzes/kinds/branching.html",
    Kind.FREE_TEXT: "quizzes/kinds/free_text.html",
}


@dataclass(frozen=True, slots=True)
class ShownOption:
    """Something to choose: a radio button, a checkbox, an entry of a select, a link."""

    value: str
    text: str
    label: str = ""
    chosen: bool = False
    id: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class ShownPlace:
    """A select: of a thing to order or match (`label` and `text`), or of a gap (its number)."""

    name: str
    id: str
    label: str
    text: str
    choices: tuple[ShownOption, ...]


@dataclass(frozen=True, slots=True)
class ShownPiece:
    """Part of a text with gaps: words, or the select of a gap."""

    text: str = ""
    place: ShownPlace | None = None


@dataclass(frozen=True, slots=True)
class ShownTurn:
    """A scene that is behind: what was said, what was chosen, what is said of it."""

    scene: Scene
    chosen: str
    feedback: str


@dataclass(frozen=True, slots=True)
class ShownQuestion:
    """Everything that the templates of questions need."""

    kind: Kind
    name: str
    template: str
    text: str
    problem: str
    options: tuple[ShownOption, ...] = ()
    places: tuple[ShownPlace, ...] = ()
    pieces: tuple[ShownPiece, ...] = ()
    turns: tuple[ShownTurn, ...] = ()
    scene: Scene | None = None
    path: str = ""
    back: str = ""
    # The whole story for paper, without what is said of the choices.
    story: tuple[KeyLine, ...] = ()
    # What is said once it is answered.
    answered: bool = False
    headline: str = ""
    remarks: tuple[ShownRemark, ...] = ()
    closing: str = ""


def present(
    sheet: QuestionSheet,
    *,
    response: Response | None = None,
    given: Given | None = None,
    path: Response = (),
    trouble: Trouble | None = None,
    name: str = "r",
) -> ShownQuestion:
    """The question as it is shown.

    `response` is an answer that holds: it is shown as chosen, with what is said of it. `given` are
    controls that hold none (`dict(request.GET.lists())`), shown again beside the `trouble`. `path`
    is how far a story has come (`controls.path_from`).
    """
    answered = response is not None
    given = given or controls_of(sheet, response or (), name)
    path = response if answered and response and sheet.kind == Kind.BRANCHING else path
    remarks = shown_remarks(sheet, response) if response is not None else ()
    return ShownQuestion(
        kind=sheet.kind,
        name=name,
        template=TEMPLATES[sheet.kind],
        text=text_of(sheet),
        problem=str(trouble.label) if trouble else "",
        options=_links(sheet, path) if sheet.scenes else _options(sheet, given, name),
        places=_places(sheet, given, name) if sheet.kind in PLACE_KINDS else (),
        pieces=_pieces(sheet, given, name) if sheet.kind == Kind.FILL else (),
        turns=_turns(sheet, path) if sheet.scenes else (),
        scene=follow(sheet, path) if sheet.scenes else None,
        path=".".join(path),
        back=f"?{PATH}={'.'.join(path[:-1])}" if path else "",
        story=story_lines(sheet, feedback=False) if sheet.scenes else (),
        answered=answered,
        headline=headline_of(sheet, response) if response is not None else "",
        remarks=remarks,
        closing=sheet.closing if answered else "",
    )


def _options(sheet: QuestionSheet, given: Given, name: str) -> tuple[ShownOption, ...]:
    """What can be ticked; of a match its targets, of a fill its words."""
    targets = [(str(place), t.key, t.text) for place, t in enumerate(sheet.targets, start=1)]
    options = [(letter(place), o.key, o.text) for place, o in enumerate(sheet.options)]
    return tuple(
        ShownOption(
            value=key,
            text=text,
            label=label,
            chosen=key in given.get(name, ()),
            id=f"{name}-{key}",
        )
        for label, key, text in targets or options
    )


def _places(sheet: QuestionSheet, given: Given, name: str) -> tuple[ShownPlace, ...]:
    gaps = sheet.kind == Kind.FILL
    return tuple(
        ShownPlace(
            name=f"{name}{place}",
            id=f"{name}-{place}",
            label=str(place) if gaps else letter(place - 1),
            text="" if gaps else sheet.options[place - 1].text,
            choices=_choices(sheet, given.get(f"{name}{place}", ())),
        )
        for place in range(1, len(sheet.solution) + 1)
    )


def _choices(sheet: QuestionSheet, chosen: Sequence[str]) -> tuple[ShownOption, ...]:
    """What can be put in a place: a number, a target, a word."""
    if sheet.kind == Kind.ORDER:
        entries = [(str(n), str(n)) for n in range(1, len(sheet.options) + 1)]
    elif sheet.kind == Kind.MATCH:
        entries = [(t.key, f"{n}. {t.text}") for n, t in enumerate(sheet.targets, start=1)]
    else:
        entries = [(option.key, option.text) for option in sheet.options]
    return tuple(ShownOption(value, text, chosen=value in chosen) for value, text in entries)


def _pieces(sheet: QuestionSheet, given: Given, name: str) -> tuple[ShownPiece, ...]:
    places = _places(sheet, given, name)
    return tuple(
        ShownPiece(place=places[part - 1]) if isinstance(part, int) else ShownPiece(part)
        for part in sheet.pieces()
        if part != ""
    )


def _links(sheet: QuestionSheet, path: Response) -> tuple[ShownOption, ...]:
    """The choices of the scene that the story has come to, as links that carry the path on."""
    scene = follow(sheet, path)
    return tuple(
        ShownOption(
            value=option.key,
            text=option.text,
            label=letter(place),
            href=f"?{PATH}={'.'.join((*path, option.key))}#acum",
        )
        for place, option in enumerate(sheet.options_of(scene.key))
    )


def _turns(sheet: QuestionSheet, path: Response) -> tuple[ShownTurn, ...]:
    return tuple(
        ShownTurn(
            scene=follow(sheet, path[:place]),
            chosen=sheet.option(key).text,
            feedback=sheet.option(key).feedback,
        )
        for place, key in enumerate(path)
    )
