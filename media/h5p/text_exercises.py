"""The text twins of exercises and of sets of them."""

from collections.abc import Iterator

from media.h5p.content import (
    AdvancedText,
    Blank,
    Blanks,
    DragText,
    MultiChoice,
    QuestionSet,
    SingleChoiceSet,
    Summary,
    TrueFalse,
)
from media.h5p.plain import text_of
from media.h5p.telling import Block, Telling, tell

GAP = "________"


@tell.register
def _(content: MultiChoice, telling: Telling) -> Iterator[Block]:
    yield from telling.inside(content.media)
    yield from telling.text(content.question, "question")
    yield from (telling.option(answer.text, answer.correct) for answer in content.answers)


@tell.register
def _(content: TrueFalse, telling: Telling) -> Iterator[Block]:
    yield from telling.inside(content.media)
    yield from telling.text(content.question, "question")
    for name, right in (("true", content.correct), ("false", not content.correct)):
        yield telling.option(content.texts.get(f"l10n.{name}Text") or telling.word(name), right)


@tell.register
def _(content: Blanks, telling: Telling) -> Iterator[Block]:
    yield from telling.inside(content.media)
    yield from telling.text(content.task, "question")
    for line in content.lines:
        # A gap stands in the middle of a paragraph, so it goes through as text.
        shown = (_gap(part, telling) if isinstance(part, Blank) else part for part in line)
        yield from telling.text("".join(shown))


def _gap(gap: Blank, telling: Telling) -> str:
    shown = f"[{'/'.join(gap.answers)}]" if telling.answers else GAP
    if gap.tip.strip():
        shown += f" ({telling.word('hint', text=text_of(gap.tip))})"
    return shown.replace("&", "&amp;").replace("<", "&lt;")


@tell.register
def _(content: DragText, telling: Telling) -> Iterator[Block]:
    yield from telling.inside(content.media)
    yield from telling.text(content.task, "question")
    told = ""
    for part in content.parts:
        if isinstance(part, str):
            told += part
            continue
        told += f"[{part.word}]" if telling.answers else GAP
        told += f" ({telling.word('hint', text=part.tip)})" if part.tip.strip() else ""
    lines = [line.strip() for line in told.splitlines()]
    yield from (Block("text", line, telling.level) for line in lines if line)
    choices = [gap.word for gap in content.gaps] + list(content.distractors)
    told = ", ".join(sorted(choices, key=str.casefold))
    yield Block("text", telling.word("words", text=told), telling.level)


@tell.register
def _(content: SingleChoiceSet, telling: Telling) -> Iterator[Block]:
    for question in content.questions:
        yield from telling.text(question.question, "question")
        yield from telling.shuffled(question.answers)


@tell.register
def _(content: Summary, telling: Telling) -> Iterator[Block]:
    intro = content.intro or telling.word("choose_statement")
    for group in content.groups:
        yield from telling.text(intro, "question")
        yield from telling.shuffled(group.options)


@tell.register
def _(content: QuestionSet, telling: Telling) -> Iterator[Block]:
    if content.show_intro:
        if content.intro_title:
            yield telling.heading(text_of(content.intro_title))
        yield from telling.text(content.introduction)
    for number, question in enumerate(content.questions, 1):
        yield telling.heading(telling.word("question", n=number))
        yield from telling.inside(question)


@tell.register
def _(content: AdvancedText, telling: Telling) -> Iterator[Block]:
    yield from telling.text(content.text)
