"""The text twins of slides, interactive videos and stories that branch."""

from collections.abc import Iterator

from media.h5p.content import (
    BranchingQuestion,
    BranchingScenario,
    CoursePresentation,
    InteractiveVideo,
)
from media.h5p.content.course_presentation import Element, Slide
from media.h5p.plain import text_of
from media.h5p.telling import Block, Telling, tell


@tell.register
def _(content: CoursePresentation, telling: Telling) -> Iterator[Block]:
    for number, slide in enumerate(content.slides, 1):
        title = text_of(slide.keywords[0].main) if slide.keywords else ""
        name = telling.word("slide", n=number)
        yield telling.heading(f"{name}: {title}" if title else name)
        for element in _in_reading_order(slide):
            yield from telling.inside(element.action)


def _in_reading_order(slide: Slide) -> list[Element]:
    """From top to bottom; what stands at one height from left to right."""
    return sorted(slide.elements, key=lambda element: (round(element.y / 5), element.x))


@tell.register
def _(content: InteractiveVideo, telling: Telling) -> Iterator[Block]:
    if content.title:
        yield telling.heading(text_of(content.title))
    yield from telling.text(content.description)
    for interaction in sorted(content.interactions, key=lambda one: one.start):
        blocks = list(telling.inside(interaction.action))
        if blocks:
            minutes, seconds = divmod(int(interaction.start), 60)
            yield telling.heading(telling.word("at", time=f"{minutes}:{seconds:02}"))
            yield from blocks
    yield from telling.inside(content.summary)


@tell.register
def _(content: BranchingScenario, telling: Telling) -> Iterator[Block]:
    if content.start_title or content.title:
        yield telling.heading(text_of(content.start_title or content.title))
    yield from telling.text(content.start_subtitle)
    for number, piece in enumerate(content.pieces):
        yield telling.heading(telling.word("part", n=number + 1))
        yield from telling.inside(piece.content)
        if not isinstance(piece.content.content, BranchingQuestion) and piece.next_id is not None:
            yield Block("text", f"→ {place_of(piece.next_id, telling)}", telling.level)
    for end in content.ends:
        yield telling.heading(text_of(end.title) or telling.word("end"))
        yield from telling.text(end.subtitle)


@tell.register
def _(content: BranchingQuestion, telling: Telling) -> Iterator[Block]:
    yield from telling.text(content.question, "question")
    for alternative in content.alternatives:
        place = place_of(alternative.next_id, telling)
        text = telling.word("to", text=text_of(alternative.text), place=place)
        yield Block("option", text, telling.level)


def place_of(next_id: float, telling: Telling) -> str:
    """Where a piece or a decision leads, in words."""
    return telling.word("end") if next_id < 0 else telling.word("part", n=int(next_id) + 1)
