"""The part of `docs/how-reach-is-counted.md` that is written from the registry of indicators."""

from django.conf import settings
from django.utils.translation import override

from lms.reach.indicators import INDICATORS

DOCUMENT = settings.BASE_DIR / "docs" / "how-reach-is-counted.md"
START = "<!-- Written by `manage.py write_reach_method` from lms/reach/indicators.py. -->"
END = "<!-- Until here. -->"


def indicators_table() -> str:
    """Every indicator in the order of the report, in English, as a table of Markdown."""
    lines = ["| key | indicator | unit | level | rule |", "|---|---|---|---|---|"]
    with override("en"):
        lines += [
            f"| `{one.key}` | {one.heading} | {one.unit.label} | {one.level.value} | {one.rule} |"
            for one in INDICATORS.values()
        ]
    return "\n".join(lines)


def rewritten(text: str) -> str:
    """A document with its written part anew. Raises ValueError where it has none."""
    before, start, rest = text.partition(START)
    _old, end, after = rest.partition(END)
    if not (start and end):
        raise ValueError("the document has no place for the indicators")
    return f"{before}{START}\n\n{indicators_table()}\n\n{END}{after}"
