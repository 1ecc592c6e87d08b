"""HTML as the plain text that a reader sees: paragraphs, list items and line breaks are lines."""

from html import escape
from html.parser import HTMLParser

import nh3

from media.h5p.limits import MOST_TAGS

_BLOCKS = frozenset(
    {
        *("address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt"),
        *("figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr"),
        *("li", "main", "nav", "ol", "p", "pre", "section", "table", "tbody", "td", "tfoot"),
        *("th", "thead", "tr", "ul"),
    }
)
_UNREAD = frozenset({"script", "style", "template"})


def _well_formed(html: str) -> str:
    """The same text in whole elements. Python's own reader takes hours for a megabyte of elements
    that never end, and gives up at some that Word writes."""
    if html.count("<") > MOST_TAGS:
        return escape(html, quote=False)
    return nh3.clean(
        html,
        tags={*_BLOCKS, "img"},
        clean_content_tags=set(_UNREAD),
        attributes={"img": {"alt"}},
        link_rel=None,
    )


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = [""]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._turn(tag)
        if tag == "img":
            self.lines[-1] += dict(attrs).get("alt") or ""

    def handle_endtag(self, tag: str) -> None:
        self._turn(tag)

    def handle_data(self, data: str) -> None:
        self.lines[-1] += data

    def _turn(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.lines.append("")


def lines_of(html: str) -> list[str]:
    """The lines of an HTML text, without empty ones."""
    reader = _Reader()
    reader.feed(_well_formed(html))
    reader.close()
    return [line for line in (" ".join(held.split()) for held in reader.lines) if line]


def text_of(html: str) -> str:
    """An HTML text on one line."""
    return " ".join(lines_of(html))
