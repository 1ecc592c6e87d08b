"""HTML as the plain text that a reader sees: paragraphs, list items and line breaks are lines."""

from html.parser import HTMLParser

_BLOCKS = frozenset(
    {
        *("address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt"),
        *("figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr"),
        *("li", "main", "nav", "ol", "p", "pre", "section", "table", "tbody", "td", "tfoot"),
        *("th", "thead", "tr", "ul"),
    }
)
_UNREAD = frozenset({"script", "style", "template"})


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = [""]
        self.unread = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._turn(tag)
        self.unread += tag in _UNREAD
        if tag == "img":
            self.lines[-1] += dict(attrs).get("alt") or ""

    def handle_endtag(self, tag: str) -> None:
        self._turn(tag)
        self.unread = max(0, self.unread - (tag in _UNREAD))

    def handle_data(self, data: str) -> None:
        if not self.unread:
            self.lines[-1] += data

    def _turn(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.lines.append("")


def lines_of(html: str) -> list[str]:
    """The lines of an HTML text, without empty ones."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return [line for line in (" ".join(held.split()) for held in reader.lines) if line]


def text_of(html: str) -> str:
    """An HTML text on one line."""
    return " ".join(lines_of(html))
