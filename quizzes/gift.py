"""Questions in GIFT, the text format that Moodle imports, and back.

GIFT has a form of its own for single and multiple choice, true/false, pairs and free text. What it
cannot say stands in comments, which Moodle skips and `read` knows:

    order, fill   written as pairs (thing → place, gap → word)
    scale         a choice in which everything is worth 100 %
    branching     only its beginning, as free text: GIFT has no form for a story with choices
    feedback      of pairs; the two words of true/false
"""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import count

from quizzes.drafts import ChoiceDraft, QuestionDraft, make_sheet
from quizzes.enums import Kind
from quizzes.gift_text import comment, escape, escape_left
from quizzes.gift_text import protect as protected
from quizzes.gift_text import restore as plain
from quizzes.sheets import QuestionSheet, key_of

TRUE, FALSE = "Adevărat", "Fals"
_BLOCK = re.compile(
    r"(?:::(?P<title>.*?)::)?(?:\[\w+\])?(?P<text>[^{]*)\{(?P<body>[^}]*)\}(?P<rest>.*)", re.S
)
_CHOICE = re.compile(r"(?:=|~(?:%(?P<weight>-?\d+(?:\.\d+)?)%)?)(?P<rest>[^=~]*)")
_PAIR = re.compile(r"=(?P<left>.*?)->(?P<right>[^=]*)", re.S)
_TRUTH = re.compile(
    r"(?P<truth>T|TRUE|F|FALSE)\s*(?:#(?P<wrong>[^#]*))?(?:#(?P<right>[^#]*))?", re.I
)


class UnreadableGift(ValueError):  # noqa: N818 - named as people say it
    """A question that is no GIFT, or of a kind that we do not have."""


def write(sheets: Iterable[QuestionSheet]) -> str:
    """The questions as the text of a GIFT file, numbered."""
    return "\n".join(_written(number, sheet) for number, sheet in enumerate(sheets, start=1))


def read(text: str) -> list[QuestionSheet]:
    """The questions of a GIFT file. Raises UnreadableGift for one that we have no kind for."""
    return [make_sheet(_draft(block, notes)) for block, notes in _blocks(text)]


def _written(number: int, sheet: QuestionSheet) -> str:
    lines = [comment("kind", sheet.kind.value), *_notes(sheet)]
    body = "".join(f"\n\t{line}" for line in _BODIES[sheet.kind](sheet))
    closing = f"\n\t####{escape(sheet.closing)}" if sheet.closing else ""
    text = sheet.text
    if sheet.kind == Kind.BRANCHING:
        text = "\n".join([text, *filter(None, (sheet.scenes[0].speaker, sheet.scenes[0].text))])
    ending = "\n" if body or closing else ""
    lines.append(f"::{number}::[plain]{escape(text)} {{{body}{closing}{ending}}}")
    return "\n".join([*lines, ""])


def _notes(sheet: QuestionSheet) -> Iterator[str]:
    if sheet.kind == Kind.TRUE_FALSE:
        yield from (comment(option.key, option.text) for option in sheet.options)
    if sheet.kind in (Kind.ORDER, Kind.MATCH, Kind.FILL):
        yield from (comment(f"feedback {o.key}", o.feedback) for o in sheet.options)
    if sheet.kind == Kind.BRANCHING:
        yield comment("note", "GIFT has no form for a story with choices; here is its beginning")


def _single(sheet: QuestionSheet) -> Iterator[str]:
    for option in sheet.options:
        # A text that begins like a weight must not be taken for one.
        sign = "=" if option.correct else "~%0%" if option.text.startswith("%") else "~"
        yield f"{sign}{escape(option.text)}#{escape(option.feedback)}"


def _weighed(sheet: QuestionSheet) -> Iterator[str]:
    share = f"{100 / len(sheet.solution):.5f}".rstrip("0").rstrip(".") if sheet.solution else "100"
    for option in sheet.options:
        weight = share if option.correct or not sheet.solution else f"-{share}"
        yield f"~%{weight}%{escape(option.text)}#{escape(option.feedback)}"


def _truth(sheet: QuestionSheet) -> Iterator[str]:
    true, false = sheet.options
    right, wrong = (true, false) if true.correct else (false, true)
    yield f"{'T' if true.correct else 'F'}#{escape(wrong.feedback)}#{escape(right.feedback)}"


def _pairs(sheet: QuestionSheet) -> Iterator[str]:
    targets = {target.key: target.text for target in sheet.targets}
    for option, right in zip(sheet.options, sheet.solution, strict=True):
        yield f"={escape_left(option.text)} -> {escape(targets[right])}"


def _places(sheet: QuestionSheet) -> Iterator[str]:
    for option in sheet.options:
        yield f"={escape_left(option.text)} -> {sheet.solution.index(option.key) + 1}"


def _gaps(sheet: QuestionSheet) -> Iterator[str]:
    for option in sheet.options:
        gap = escape(f"{{{option.gap}}}") if option.gap else ""
        yield f"={gap} -> {escape(option.text)}"


def _nothing(sheet: QuestionSheet) -> Iterator[str]:
    return iter(())


_BODIES: dict[Kind, Callable[[QuestionSheet], Iterator[str]]] = {
    Kind.SINGLE: _single,
    Kind.MULTIPLE: _weighed,
    Kind.TRUE_FALSE: _truth,
    Kind.ORDER: _places,
    Kind.MATCH: _pairs,
    Kind.FILL: _gaps,
    Kind.SCALE: _weighed,
    Kind.BRANCHING: _nothing,
    Kind.FREE_TEXT: _nothing,
}


def _blocks(text: str) -> Iterator[tuple[str, dict[str, str]]]:
    """(question, notes) of each, escapes protected; a blank line ends a question."""
    lines: list[str] = []
    notes: dict[str, str] = {}
    for line in [*text.split("\n"), ""]:
        bare = line.strip()
        if bare.startswith("//"):
            name, _colon, value = bare[2:].partition(":")
            notes[name.strip()] = plain(protected(value.strip()))
        elif bare and not bare.startswith("$CATEGORY:"):
            lines.append(bare)
        elif lines:
            yield protected("\n".join(lines)), notes
            lines, notes = [], {}


def _draft(block: str, notes: dict[str, str]) -> QuestionDraft:
    found = _BLOCK.fullmatch(block)
    if found is None:
        raise UnreadableGift(plain(block))
    # "Text {answers} more text" is one sentence with a blank in it.
    text = " _____ ".join(filter(None, (found["text"].strip(), found["rest"].strip())))
    body, _marks, closing = found["body"].partition("####")
    kind, choices = _answers(body.strip(), notes)
    return QuestionDraft(kind, plain(text), plain(closing.strip()), tuple(choices))


def _answers(body: str, notes: dict[str, str]) -> tuple[Kind, list[ChoiceDraft]]:
    if not body:
        return Kind.FREE_TEXT, []
    if truth := _TRUTH.fullmatch(body):
        return Kind.TRUE_FALSE, _read_truth(truth, notes)
    if "~" in body:
        return _read_choices(body)
    if "->" in body:
        return _read_pairs(body, notes)
    raise UnreadableGift(plain(body))


def _read_truth(truth: re.Match[str], notes: dict[str, str]) -> list[ChoiceDraft]:
    is_true = truth["truth"].upper().startswith("T")
    right, wrong = (plain((truth[part] or "").strip()) for part in ("right", "wrong"))
    return [
        ChoiceDraft(notes.get("a", TRUE), right if is_true else wrong, correct=is_true),
        ChoiceDraft(notes.get("b", FALSE), wrong if is_true else right, correct=not is_true),
    ]


def _read_choices(body: str) -> tuple[Kind, list[ChoiceDraft]]:
    choices, weights = [], []
    for found in _CHOICE.finditer(body):
        text, _mark, feedback = found["rest"].partition("#")
        usual = 100.0 if found[0].startswith("=") else 0.0
        weights.append(float(found["weight"]) if found["weight"] else usual)
        choices.append(
            ChoiceDraft(plain(text.strip()), plain(feedback.strip()), correct=weights[-1] > 0)
        )
    if all(weight == 100 for weight in weights):
        return Kind.SCALE, choices
    alone = weights.count(100) == 1 and max(weights) == 100 and min(weights) >= 0
    return (Kind.SINGLE if alone else Kind.MULTIPLE), choices


def _read_pairs(body: str, notes: dict[str, str]) -> tuple[Kind, list[ChoiceDraft]]:
    feedback = (notes.get(f"feedback {key_of(place)}", "") for place in count())
    sides = [(plain(f["left"].strip()), plain(f["right"].strip())) for f in _PAIR.finditer(body)]
    pairs = [(left, right, next(feedback)) for left, right in sides]
    if notes.get("kind") == Kind.ORDER:
        in_order = sorted(pairs, key=lambda pair: int(pair[1]))
        return Kind.ORDER, [ChoiceDraft(left, why) for left, _n, why in in_order]
    if notes.get("kind") == Kind.FILL:
        return Kind.FILL, [
            ChoiceDraft(word, why, gap=int(left.strip("{}") or 0)) for left, word, why in pairs
        ]
    return Kind.MATCH, [ChoiceDraft(left, why, match=right) for left, right, why in pairs]
