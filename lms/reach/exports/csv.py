"""The report and its completions as CSV."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from lms.core.safe_cell import write_csv
from lms.reach.counting import Breakdown, Report
from lms.reach.exports.sheets import (
    NO_CELL,
    Line,
    cell_header,
    online_header,
    summary_cells,
    summary_numbers,
)
from lms.reach.online_listing import NamedLine
from lms.reach.online_tables import online_tables
from lms.reach.selectors.names import PartNames
from lms.reach.tables import breakdown_tables, quality_tables


def report_csv(report: Report, names: PartNames) -> Iterator[bytes]:
    """Every figure of the report, one line each, with the name of its table in front."""
    return write_csv(_report_lines(report, names))


def _report_lines(report: Report, names: PartNames) -> Iterator[Line]:
    yield [_("tabel"), _("cod"), _("denumire"), *cell_header(), _("număr")]
    for key, name, cell in summary_cells(report):
        yield [_("Rezumat"), key, name, *cell, None]
    for key, name, number in summary_numbers(report):
        yield [_("Rezumat"), key, name, *NO_CELL, number]
    for table in (*breakdown_tables(report, names).values(), *quality_tables(report).values()):
        for row in table.rows:
            yield [str(table.title), row.part, str(row.name), *row.cell, None]
    for county, number in report.unique_by_county.items():
        name = names.of(Breakdown.COUNTY, county)
        yield [_("Elevi diferiți (estimat)"), county, name, *NO_CELL, number]
    for online in online_tables(report, names):
        for part in online.rows:
            for unit, number in zip(online_header(), part.cell, strict=True):
                yield [f"{online.title}: {unit}", part.part, str(part.name), *NO_CELL, number]


def completions_csv(lines: Iterable[NamedLine]) -> Iterator[bytes]:
    """The completions behind a figure, one line a class, module and day."""
    return write_csv(_completion_lines(lines))


def _completion_lines(lines: Iterable[NamedLine]) -> Iterator[Line]:
    yield [
        _("data"), _("modul"), _("denumire"), _("vârsta"), _("clasa"), _("codul clasei"),
        _("sesiunea la clasă"), *online_header(),
    ]  # fmt: skip
    for named in lines:
        line = named.line
        yield [
            line.date, line.module, named.module, named.age, line.class_label, named.group_mark,
            line.session, *line.cell,
        ]  # fmt: skip
