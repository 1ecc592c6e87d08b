"""Plain text as H5P stores it, and back. Native questions are plain text; H5P mixes HTML with
fields that are escaped and shown as they are."""

import html
import re

from media.h5p.plain import lines_of, text_of

# The few words of an export that no editor wrote, by the language of the package.
TASKS = {"ro": "Pune fiecare cuvânt la locul lui.", "en": "Put each word in its place."}
ENDS = {"ro": "Sfârșit", "en": "The end"}

_TAG = re.compile(r"<\s*([a-zA-Z][a-zA-Z0-9]*)")
# Elements that make only lines.
_LINES = frozenset({"p", "div", "br", "span"})


def paragraphs(text: str) -> str:
    """HTML with a paragraph for each line."""
    return "".join(f"<p>{escaped(line)}</p>" for line in text.split("\n"))


def escaped(text: str) -> str:
    """One line, or lines of a field without HTML: its signs have no meaning."""
    return html.escape(text, quote=False)


def one_line(source: str) -> str:
    """HTML as one line of plain text."""
    return text_of(source)


def lines(source: str) -> str:
    """HTML as plain text, its blocks as lines. Line breaks of fields without HTML stay."""
    told = (line for part in source.split("\n") for line in lines_of(part))
    return "\n".join(told)


def paragraph_lines(source: str) -> str:
    """HTML as plain text, its blocks as lines."""
    return "\n".join(lines_of(source))


def formatting(*sources: str) -> str:
    """The elements that plain text has no place for, as a list of names."""
    names = {name.lower() for source in sources for name in _TAG.findall(source)}
    return ", ".join(sorted(names - _LINES))
