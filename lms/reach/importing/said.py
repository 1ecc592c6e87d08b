"""Rows that have no number of their own: what was said of one thing at one moment."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from lms.reach.importing.reading import Reader


class Said(NamedTuple):
    """What a file's row says: of which thing (its key), when, and what."""

    line: int
    thing: Any
    moment: datetime
    fields: dict[str, Any]


def once(reader: Reader, rows: Iterable[Said]) -> list[Said]:
    """The rows without those that repeat another one; two that contradict each other are noted."""
    first: dict[tuple[Any, datetime], Said] = {}
    for row in rows:
        known = first.setdefault((row.thing, row.moment), row)
        if known is not row and known.fields != row.fields:
            reason = (
                _("pe rândul %d scrie altceva pentru același moment; păstrați unul") % known.line
            )
            reader.note("recorded_at", reason, row.line)
    return list(first.values())


def agree(reader: Reader, rows: Iterable[Said], stored: Mapping[tuple[Any, datetime], Any]) -> None:
    """Note the rows that say something else than what is stored for the same thing and moment."""
    for row in rows:
        known = stored.get((row.thing, row.moment))
        if known is not None and known != row.fields:
            reason = _(
                "altă dată s-a importat altceva pentru același moment; scrieți momentul corecturii"
            )
            reader.note("recorded_at", reason, row.line)
