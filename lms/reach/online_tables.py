"""The tables of what was worked through online: the same rows for the screen and every export."""

from dataclasses import dataclass

from django.utils.dates import MONTHS
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lms.reach.counting import OnlineCell, OnlineCut, Report
from lms.reach.counting.online_filters import OnlineFilter
from lms.reach.selectors.names import PartNames

Text = str | Promise


@dataclass(frozen=True, slots=True)
class OnlineRow:
    """One line: what it is called, what was counted, and the query that lists its completions."""

    part: str
    name: Text
    cell: OnlineCell
    query: str


@dataclass(frozen=True, slots=True)
class OnlineTable:
    """A cut. The completions of its rows add up to the total; the completers need not."""

    key: str
    title: Text
    note: Text
    part_label: Text
    rows: tuple[OnlineRow, ...]
    total: OnlineCell


_TITLES: dict[OnlineCut, tuple[Text, Text]] = {
    OnlineCut.MODULE: (
        _("Online, pe module"),
        _("Un modul și traducerile lui sunt același modul."),
    ),
    OnlineCut.MONTH: (_("Online, pe luni"), _("Luna în care a fost parcurs modulul.")),
    OnlineCut.AGE_BAND: (_("Online, pe vârste"), _("Vârsta pentru care este scris modulul.")),
}


def online_tables(report: Report, names: PartNames) -> list[OnlineTable]:
    """The tables in the order in which they are printed."""
    return [_table(report, cut, names) for cut in _TITLES]


def online_header() -> tuple[str, str]:
    """The names of an online cell's figures, in its order."""
    return gettext("Persoane online (estimare de sus)"), gettext("Participări online")


def _table(report: Report, cut: OnlineCut, names: PartNames) -> OnlineTable:
    title, note = _TITLES[cut]
    rows = tuple(
        OnlineRow(part, _name(report, cut, part, names), cell, OnlineFilter({cut: part}).query())
        for part, cell in report.online.breakdowns.get(cut, {}).items()
    )
    return OnlineTable(cut.value, title, note, cut.label, rows, report.online.online)


def _name(report: Report, cut: OnlineCut, part: str, names: PartNames) -> Text:
    """The part's name; a month of a one-year report needs no year beside it."""
    if cut is OnlineCut.MONTH and report.period.start.year == report.period.end.year:
        return MONTHS[int(part[-2:])]
    return names.of(cut, part)
