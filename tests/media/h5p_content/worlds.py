"""Values of every content type, made from how the types say that they are stored."""

import dataclasses
from typing import Any

from hypothesis import strategies as st

from media.h5p.content import Blank, Blanks, DragText, Drop, known_types
from media.h5p.content import codecs as kinds
from media.h5p.content.blanks import BlankText
from media.h5p.content.branching import Proceed
from media.h5p.content.drag_text import DropText, Words
from media.h5p.content.ids import PartId
from media.h5p.content.records import RecordOf
from media.h5p.content.registry import Content, MaybeNested, Nested, NestedContent
from media.h5p.content.true_false import TruthWord

SIGNS = "abcș ț<>/:\\+-&;#*.\n"
WORDS = st.text("abcș:/\\*&<>;+-'", min_size=1, max_size=8)
HTML = st.text("ab <p>/:*\n", max_size=12)
IDS = st.uuids(version=4).map(str)
# Types without content inside them: enough for nesting.
LEAVES = ("H5P.AdvancedText", "H5P.TrueFalse", "H5P.MultiChoice", "H5P.Blanks", "H5P.DragText")


def merged(parts: list[Any]) -> tuple[Any, ...]:
    """As reading gives them: no two texts beside each other, none that is empty, and a space
    between two gaps to write in."""
    told: list[Any] = []
    for part in parts:
        if isinstance(part, str) and told and isinstance(told[-1], str):
            told[-1] += part
        elif isinstance(part, Blank) and told and isinstance(told[-1], Blank):
            told += [" ", part]
        elif part:
            told.append(part)
    return tuple(told)


blanks = st.builds(
    Blank, st.lists(WORDS, min_size=1, max_size=3).map(tuple), st.one_of(st.just(""), WORDS)
)
drops = st.builds(Drop, WORDS, *(st.one_of(st.just(""), WORDS) for _ in range(3)))
blank_lines = st.lists(st.one_of(HTML, blanks), max_size=5).map(merged)
drop_texts = st.lists(st.one_of(st.text(SIGNS, max_size=12), drops), max_size=5).map(merged)


def of(codec: Any, nesting: int = 1) -> st.SearchStrategy[Any]:
    """Values that a codec can write."""
    match codec:
        case Proceed() | PartId():
            return IDS
        case kinds.Text():
            return st.text(max_size=8)
        case kinds.Flag() | TruthWord():
            return st.booleans()
        case kinds.Number():
            return st.integers(-1000, 1000)
        case kinds.Choice():
            return st.sampled_from(codec.options)
        case kinds.Raw():
            return st.sampled_from([{"path": "images/a.png", "mime": "image/png"}, "x", [1]])
        case kinds.Many():
            return _several(codec, nesting)
        case kinds.Flattened():
            return of(codec.inner, nesting)
        case RecordOf():
            return record(codec.cls, nesting)
        case BlankText():
            return blank_lines
        case DropText():
            return drop_texts
        case Words():
            return st.lists(WORDS, max_size=3).map(tuple)
        case MaybeNested() | NestedContent():
            return nested(nesting)
    raise TypeError(codec)


def _several(codec: kinds.Many[Any], nesting: int) -> st.SearchStrategy[Any]:
    return st.lists(of(codec.each, nesting), max_size=2).map(tuple)


def record(cls: type[Any], nesting: int = 1) -> st.SearchStrategy[Any]:
    """Values of a record, `texts` left to the tables."""
    parts = {}
    for field in dataclasses.fields(cls):
        entry = field.metadata.get("stored")
        if entry:
            given = of(entry.codec, nesting)
            parts[field.name] = st.none() | given if field.default is None else given
    return st.builds(cls, **parts)


@st.composite
def nested(draw: st.DrawFn, nesting: int) -> Nested:
    """Content inside content."""
    names = LEAVES if nesting else ("H5P.AdvancedText",)
    inner = draw(record(known_types()[draw(st.sampled_from(names))], 0))
    return Nested(inner, draw(IDS), {"title": draw(st.text(max_size=5)), "license": "U"})


def without_texts(value: Any) -> Any:
    """The value without the strings that writing put beside it."""
    if isinstance(value, tuple):
        return tuple(without_texts(one) for one in value)
    if not dataclasses.is_dataclass(value):
        return value
    fields = {f.name: without_texts(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, Content):
        fields["texts"] = {}
    return dataclasses.replace(value, **fields)


def with_gaps(cls: type[Blanks] | type[DragText]) -> st.SearchStrategy[Any]:
    """Exercises that have at least one gap."""
    return record(cls).filter(lambda content: content.gaps)
