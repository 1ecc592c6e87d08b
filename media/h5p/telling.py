"""One block of the text twin after another, and in which language and depth they are told."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import singledispatch
from typing import Literal

from media.h5p.content import Content, Nested, Other
from media.h5p.content.strings import words
from media.h5p.plain import lines_of, text_of


@dataclass(frozen=True)
class Block:
    """A piece of the twin. `right` is None for what is no option, and if answers are not told."""

    kind: Literal["heading", "text", "question", "option"]
    text: str
    level: int = 1
    right: bool | None = None


@dataclass(frozen=True)
class Telling:
    """In which language, how deep under which heading, and whether answers are told."""

    language: str
    answers: bool = False
    level: int = 1

    def word(self, name: str, **values: object) -> str:
        """A word of the twin with its values."""
        return words(self.language)[name].format(**values)

    def heading(self, text: str) -> Block:
        """A heading at this level."""
        return Block("heading", text, self.level)

    def option(self, html: str, right: bool) -> Block:
        """An option; whether it is right only if that is told."""
        return Block("option", text_of(html), self.level, right if self.answers else None)

    def shuffled(self, options: tuple[str, ...]) -> Iterator[Block]:
        """Options of which the first is right, in an order that does not tell it."""
        told = [self.option(html, number == 0) for number, html in enumerate(options)]
        yield from sorted(told, key=lambda block: block.text.casefold())

    def text(self, html: str, kind: Literal["text", "question"] = "text") -> Iterator[Block]:
        """The lines of an HTML text."""
        yield from (Block(kind, line, self.level) for line in lines_of(html))

    def inside(self, content: "Nested | Content | Other | None") -> Iterator[Block]:
        """The twin of what is nested here, one level deeper."""
        if content is not None:
            held = content.content if isinstance(content, Nested) else content
            yield from tell(held, Telling(self.language, self.answers, self.level + 1))


@singledispatch
def tell(content: object, telling: Telling) -> Iterator[Block]:
    """The twin of one type. A type that is not known is named."""
    if isinstance(content, Other):
        yield from _other(content, telling)


def _other(content: Other, telling: Telling) -> Iterator[Block]:
    params = content.params if isinstance(content.params, dict) else {}
    if content.library.name == "H5P.Image" and isinstance(params.get("alt"), str):
        if params["alt"]:
            yield Block("text", telling.word("image", text=params["alt"]), telling.level)
    elif content.library.name in ("H5P.Text", "H5P.Table") and isinstance(params.get("text"), str):
        yield from telling.text(params["text"])
    elif content.library.name not in ("H5P.Nil", "H5P.Shape"):
        yield Block("text", telling.word("unknown", text=content.library.name), telling.level)
