"""The small HTML subset of the content, read into a tree of blocks.

Known tags: p, ul, ol, li, strong/b, em/i, h2, h3, br. Any other tag is dropped and its text kept;
script and style are dropped with their text. Nothing of the markup reaches a file as markup.
"""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

_SPACE = re.compile(r"[ \t\r\n\f]+")
_BLOCKS = {"p", "h2", "h3", "li"}
_SILENT = {"script", "style", "template"}


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style. A line break is a run whose text is a single newline."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(slots=True)
class Block:
    """`kind` is p, h2, h3, ul, ol or li. Lists hold li blocks; li may hold lists as children."""

    kind: str
    runs: list[Run] = field(default_factory=list)
    children: list["Block"] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self.open: list[Block] = []
        self.bold = self.italic = self.silent = 0

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        if tag in _SILENT:
            self.silent += 1
        elif tag in ("strong", "b"):
            self.bold += 1
        elif tag in ("em", "i"):
            self.italic += 1
        elif tag == "br":
            self._add(Run("\n"))
        elif tag in ("ul", "ol"):
            self._start_list(tag)
        elif tag in _BLOCKS:
            self._start_block(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self.silent = max(0, self.silent - 1)
        elif tag in ("strong", "b"):
            self.bold = max(0, self.bold - 1)
        elif tag in ("em", "i"):
            self.italic = max(0, self.italic - 1)
        elif tag in ("ul", "ol") or tag in _BLOCKS:
            while any(block.kind == tag for block in self.open):
                if self.open.pop().kind == tag:
                    break

    def handle_data(self, data: str) -> None:
        text = _SPACE.sub(" ", data)
        if not self.silent and (text.strip() or self._has_text()):
            self._add(Run(text, bool(self.bold), bool(self.italic)))

    def _has_text(self) -> bool:
        return bool(self.open and self.open[-1].runs)

    def _start_list(self, tag: str) -> None:
        while self.open and self.open[-1].kind != "li":
            self.open.pop()
        self._put(Block(tag))

    def _start_block(self, tag: str) -> None:
        if tag == "li":
            while self.open and self.open[-1].kind not in ("ul", "ol"):
                self.open.pop()
            if not self.open:
                self._put(Block("ul"))
        elif self.open and self.open[-1].kind == "li":
            # A paragraph inside a list item is the item; a second one starts on a new line.
            if self.open[-1].runs:
                self._add(Run("\n"))
            return
        else:
            self.open.clear()
        self._put(Block(tag))

    def _put(self, block: Block) -> None:
        (self.open[-1].children if self.open else self.blocks).append(block)
        self.open.append(block)

    def _add(self, run: Run) -> None:
        if not self.open:
            self._put(Block("p"))
        elif self.open[-1].kind in ("ul", "ol"):
            self._put(Block("li"))
        self.open[-1].runs.append(run)


def parse(html: str) -> list[Block]:
    """Read the subset into top-level blocks; empty blocks are left out. Never raises."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return _tidy(reader.blocks)


def _tidy(blocks: list[Block]) -> list[Block]:
    kept = []
    for block in blocks:
        block.runs = _trim(block.runs)
        block.children = _tidy(block.children)
        if block.runs or block.children:
            kept.append(block)
    return kept


def _trim(runs: list[Run]) -> list[Run]:
    while runs and not runs[0].text.strip():
        runs = runs[1:]
    while runs and not runs[-1].text.strip():
        runs = runs[:-1]
    if runs:
        first = Run(runs[0].text.lstrip(), runs[0].bold, runs[0].italic)
        runs = [first, *runs[1:]]
        last = Run(runs[-1].text.rstrip(), runs[-1].bold, runs[-1].italic)
        runs = [*runs[:-1], last]
    return runs


def as_data(blocks: list[Block]) -> list[dict[str, Any]]:
    """The tree as JSON-ready records, which the typst templates lay out as literal text."""
    return [
        {
            "kind": block.kind,
            "runs": [{"s": run.text, "b": run.bold, "i": run.italic} for run in block.runs],
            "children": as_data(block.children),
        }
        for block in blocks
    ]


def plain(html: str) -> str:
    """The text alone, one line per block."""
    return "\n".join(_lines(parse(html)))


def _lines(blocks: list[Block]) -> list[str]:
    found: list[str] = []
    for block in blocks:
        if block.runs:
            found.append(block.text)
        found.extend(_lines(block.children))
    return found
