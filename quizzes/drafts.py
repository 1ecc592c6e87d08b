"""From what an editor wrote to the sheet that is asked. Plain data, no database."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from quizzes.enums import Kind
from quizzes.sheets import GAP, Option, QuestionSheet, Scene, Target, key_of


@dataclass(frozen=True, slots=True)
class ChoiceDraft:
    """One option as written, whatever its kind; a kind takes only what it needs."""

    text: str
    feedback: str
    correct: bool = False
    match: str = ""
    gap: int | None = None
    scene: str = ""
    leads_to: str = ""


@dataclass(frozen=True, slots=True)
class QuestionDraft:
    """A question as written: options of `order` stand in the right order."""

    kind: Kind
    text: str
    closing: str = ""
    choices: tuple[ChoiceDraft, ...] = ()
    scenes: tuple[Scene, ...] = ()


def make_sheet(draft: QuestionDraft) -> QuestionSheet:
    """The sheet of a draft without flaws. The same draft always gives the same sheet."""
    sheet = QuestionSheet(kind=draft.kind, text=draft.text, closing=draft.closing)
    if draft.kind == Kind.ORDER:
        return _ordered(sheet, draft)
    if draft.kind == Kind.FREE_TEXT:
        return sheet
    options = _options(draft.choices, draft.kind)
    sheet = replace(sheet, options=options)
    if draft.kind == Kind.MATCH:
        return _matched(sheet, draft)
    if draft.kind == Kind.FILL:
        return _filled(sheet)
    if draft.kind == Kind.BRANCHING:
        return replace(sheet, scenes=draft.scenes)
    return replace(sheet, solution=tuple(option.key for option in options if option.correct))


def _options(choices: Sequence[ChoiceDraft], kind: Kind) -> tuple[Option, ...]:
    marks_options = kind in (Kind.SINGLE, Kind.MULTIPLE, Kind.TRUE_FALSE)
    return tuple(
        Option(
            key=key_of(place),
            text=choice.text,
            feedback=choice.feedback,
            correct=choice.correct and marks_options,
            gap=(choice.gap or 0) if kind == Kind.FILL else 0,
            scene=choice.scene if kind == Kind.BRANCHING else "",
            leads_to=choice.leads_to if kind == Kind.BRANCHING else "",
        )
        for place, choice in enumerate(choices)
    )


def _ordered(sheet: QuestionSheet, draft: QuestionDraft) -> QuestionSheet:
    right = [choice.text for choice in draft.choices]
    shown = shuffled(right, seed=draft.text)
    by_text = {choice.text: choice for choice in draft.choices}
    options = _options([by_text[text] for text in shown], draft.kind)
    return replace(
        sheet, options=options, solution=tuple(key_of(shown.index(text)) for text in right)
    )


def _matched(sheet: QuestionSheet, draft: QuestionDraft) -> QuestionSheet:
    pairs = [choice.match for choice in draft.choices]
    shown = shuffled(list(dict.fromkeys(pairs)), seed=draft.text)
    targets = tuple(Target(key_of(place), text) for place, text in enumerate(shown))
    return replace(
        sheet, targets=targets, solution=tuple(key_of(shown.index(text)) for text in pairs)
    )


def _filled(sheet: QuestionSheet) -> QuestionSheet:
    gaps = len(set(GAP.findall(sheet.text)))
    first_of = {option.gap: option.key for option in reversed(sheet.options)}
    return replace(
        sheet, gaps=gaps, solution=tuple(first_of[number] for number in range(1, gaps + 1))
    )


def shuffled(texts: list[str], *, seed: str) -> list[str]:
    """The texts in an order that is always the same for them, and never the order they came in
    (except for one text alone)."""

    def fingerprint(text: str) -> str:
        return hashlib.sha256(f"{seed}\0{text}".encode()).hexdigest()

    mixed = sorted(texts, key=fingerprint)
    return mixed if mixed != texts else mixed[1:] + mixed[:1]


def shuffled_choices(choices: Sequence[ChoiceDraft], *, seed: str) -> tuple[ChoiceDraft, ...]:
    """The options in such an order; as they came where two have one text, which is a flaw."""
    by_text = {choice.text: choice for choice in choices}
    if len(by_text) < len(choices):
        return tuple(choices)
    return tuple(by_text[text] for text in shuffled(list(by_text), seed=seed))


def with_each_text(draft: QuestionDraft, change: Callable[[str], str]) -> QuestionDraft:
    """The draft with its texts changed, as tokens of facts are into their values."""
    return replace(
        draft,
        text=change(draft.text),
        closing=change(draft.closing),
        choices=tuple(
            replace(
                choice, text=change(choice.text), feedback=change(choice.feedback),
                match=change(choice.match),
            )
            for choice in draft.choices
        ),
        scenes=tuple(replace(scene, text=change(scene.text)) for scene in draft.scenes),
    )  # fmt: skip


def read_question(row: Mapping[str, Any]) -> QuestionDraft:
    """The draft of a question as starter content writes it: {kind, text, closing, options, scenes}.

    Raises KeyError for a part that is missing, TypeError or ValueError for one that is not known.
    """
    unknown = row.keys() - {"key", "kind", "text", "closing", "options", "scenes"}
    if unknown:
        raise ValueError(f"not a part of a question: {', '.join(sorted(unknown))}")
    return QuestionDraft(
        kind=Kind(row["kind"]),
        text=row["text"].strip(),
        closing=row.get("closing", "").strip(),
        choices=tuple(ChoiceDraft(**_stripped(option)) for option in row.get("options", ())),
        scenes=tuple(Scene(**{"speaker": "", **_stripped(s)}) for s in row.get("scenes", ())),
    )


def _stripped(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value.strip() if isinstance(value, str) else value for name, value in row.items()}
