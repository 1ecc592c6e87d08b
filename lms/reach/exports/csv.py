"""The report and its sessions as CSV, streamed row by row."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from lms.core.safe_cell import write_csv
from lms.reach.counting import Breakdown, Judged, Report
from lms.reach.exports.sheets import Line, cell_header, summary_cells, summary_numbers
from lms.reach.selectors.names import PartNames
from lms.reach.tables import breakdown_tables, quality_tables

_NO_CELL = [None] * 6


def report_csv(report: Report, names: PartNames) -> Iterator[bytes]:
    """Every figure of the report, one line each, with the key of its table in front."""
    return write_csv(_report_lines(report, names))


def _report_lines(report: Report, names: PartNames) -> Iterator[Line]:
    yield [_("tabel"), _("cod"), _("denumire"), *cell_header(), _("număr")]
    for key, name, cell in summary_cells(report):
        yield ["summary", key, name, *cell, None]
    for key, name, number in summary_numbers(report):
        yield ["summary", key, name, *_NO_CELL, number]
    for table in (*breakdown_tables(report, names).values(), *quality_tables(report).values()):
        for row in table.rows:
            yield [table.key, row.part, str(row.name), *row.cell, None]
    for county, number in report.unique_by_county.items():
        name = names.of(Breakdown.COUNTY, county)
        yield ["unique_by_county", county, name, *_NO_CELL, number]


def sessions_csv(rows: Iterable[Judged], names: PartNames) -> Iterator[bytes]:
    """The sessions behind a figure, with codes that the import reads again."""
    return write_csv(_session_lines(rows, names))


def _session_lines(rows: Iterable[Judged], names: PartNames) -> Iterator[Line]:
    yield [
        _("referință"), _("data"), _("stare"), _("în raport"), _("județ"),
        _("cod SIIIR"), _("clasa"), _("nivel"), _("lecția"), _("organizația"), *cell_header(),
        _("motive"),
    ]  # fmt: skip
    for row in rows:
        fact = row.fact
        yield [
            fact.reference, fact.date, fact.status, row.standing.value, fact.county, fact.school,
            "" if fact.grade is None else f"{fact.grade}{fact.letter}", fact.cycle.value,
            names.of(Breakdown.LESSON, fact.lesson), fact.organisation, *fact.cell,
            "; ".join(str(reason.label) for reason in (*row.reasons, *row.warnings)),
        ]  # fmt: skip
