"""The report's tables: the same rows for the screen and for every export."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.dates import MONTHS
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from lms.classrooms.enums import Doubt, Quarantine
from lms.reach.counting import Breakdown, Cell, Judged, Report, Standing
from lms.reach.counting.cells import total
from lms.reach.counting.filters import SessionFilter
from lms.reach.selectors.names import PartNames

Text = str | Promise


@dataclass(frozen=True, slots=True)
class Row:
    """One line: what it is called, what was counted, and the query that lists its sessions.

    `percent` is the share of the table's largest line, 0–100, written as an SVG attribute wants it
    in every language. `unique` is the number of different pupils (estimated), None where it is not
    counted.
    """

    part: str
    name: Text
    cell: Cell
    query: str
    percent: str = "0"
    unique: int | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A breakdown. Its rows add up to `total`."""

    key: str
    title: Text
    note: Text
    part_label: Text
    rows: tuple[Row, ...]
    total: Cell
    unique: int | None = None


_TITLES: dict[Breakdown, tuple[Text, Text]] = {
    Breakdown.MONTH: (_("Pe luni"), _("Luna în care s-a ținut sesiunea.")),
    Breakdown.COUNTY: (
        _("Pe județe"),
        _("Toate județele și municipiul București; zero înseamnă nicio sesiune numărată."),
    ),
    Breakdown.LEVEL: (_("Pe niveluri"), _("După clasă; un grup fără clasă este nespecificat.")),
    Breakdown.MEDIUM: (_("Pe medii"), _("Mediul școlii, din registru.")),
    Breakdown.LESSON: (_("Pe lecții"), _("O lecție și traducerile ei sunt aceeași lecție.")),
    Breakdown.ORGANISATION: (
        _("Pe organizații"),
        _("Organizațiile membre în perioadă; zero înseamnă nicio sesiune numărată."),
    ),
    Breakdown.MODALITY: (_("Față în față sau online"), _("Cum s-a ținut sesiunea.")),
}


def breakdown_tables(report: Report, names: PartNames) -> dict[str, Table]:
    """The tables by key ("by_county"…), in the order in which they are printed."""
    return {cut.value: _table(report, cut, names) for cut in _TITLES}


def _table(report: Report, cut: Breakdown, names: PartNames) -> Table:
    cells = report.breakdowns[cut]
    largest = max((cell.pupils for cell in cells.values()), default=0) or 1
    by_county = cut is Breakdown.COUNTY
    title, note = _TITLES[cut]
    rows = tuple(
        Row(
            part=part,
            name=_name(report, cut, part, names),
            cell=cell,
            query=SessionFilter(parts={cut: part}).query(),
            percent=f"{100 * cell.pupils / largest:.1f}",
            unique=report.unique_by_county.get(part, 0) if by_county else None,
        )
        for part, cell in cells.items()
    )
    unique = report.unique_pupils.pupils if by_county else None
    return Table(cut.value, title, note, cut.label, rows, report.contacts, unique)


def _name(report: Report, cut: Breakdown, part: str, names: PartNames) -> Text:
    """The part's name; a month of a one-year report needs no year beside it."""
    if cut is Breakdown.MONTH and report.period.start.year == report.period.end.year:
        return MONTHS[int(part[-2:])]
    return names.of(cut, part)


def quality_tables(report: Report) -> dict[str, Table]:
    """What was kept out or deserves a second look. A session may have several reasons: these rows
    do not have to add up to their total, which counts each session once."""
    return {
        "quarantine": Table(
            key="quarantine",
            title=_("Carantină"),
            note=_("Păstrate și listate, dar nenumărate până când cineva le corectează."),
            part_label=_("Motiv"),
            rows=tuple(_quarantine_row(report, reason) for reason in Quarantine),
            total=_together(report.quarantined),
        ),
        "warnings": Table(
            key="warnings",
            title=_("De privit încă o dată"),
            note=_("Se numără; merită verificate."),
            part_label=_("Avertisment"),
            rows=tuple(_warning_row(report, doubt) for doubt in Doubt),
            total=_together(report.warned),
        ),
    }


def _quarantine_row(report: Report, reason: Quarantine) -> Row:
    cell = _together(row for row in report.quarantined if reason in row.reasons)
    wanted = SessionFilter(standing=Standing.QUARANTINED, reason=reason)
    return Row(reason.value, reason.label, cell, wanted.query())


def _warning_row(report: Report, doubt: Doubt) -> Row:
    cell = _together(row for row in report.warned if doubt in row.warnings)
    return Row(doubt.value, doubt.label, cell, SessionFilter(warning=doubt).query())


def _together(rows: Iterable[Judged]) -> Cell:
    return total(row.fact.cell for row in rows)
