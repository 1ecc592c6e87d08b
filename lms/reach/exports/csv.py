"""The report and its sessions as CSV, streamed row by row."""

from collections.abc import Iterable, Iterator, Mapping

from django.utils.translation import gettext as _

from lms.classrooms.enums import GroupType, Modality, Status
from lms.core.class_labels import ClassLabel
from lms.core.safe_cell import write_csv
from lms.reach.counting import Breakdown, Judged, Report, SessionFact
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
from lms.reach.selectors.schools import SchoolName
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


def sessions_csv(
    rows: Iterable[Judged], names: PartNames, schools: Mapping[str, SchoolName]
) -> Iterator[bytes]:
    """The sessions behind a figure, in the words of the reader's language."""
    return write_csv(_session_lines(rows, names, schools))


def _session_lines(
    rows: Iterable[Judged], names: PartNames, schools: Mapping[str, SchoolName]
) -> Iterator[Line]:
    yield [
        _("referință"), _("data"), _("stare"), _("în raport"), _("județ"), _("localitate"),
        _("școala"), _("cod SIIIR"), _("clasa"), _("nivel"), _("grup"), _("mod"), _("minute"),
        _("lecția"), _("organizația"), *cell_header(), _("motive"),
    ]  # fmt: skip
    for row in rows:
        fact, school = row.fact, schools.get(row.fact.school)
        yield [
            fact.reference, fact.date, Status(fact.status).label, row.standing.label,
            *((school.county, school.locality, school.name) if school else ("", "", "")),
            fact.school, _class_of(fact), fact.cycle.label,
            GroupType(fact.group_type).label, Modality(fact.modality).label, fact.duration,
            names.of(Breakdown.LESSON, fact.lesson),
            names.of(Breakdown.ORGANISATION, fact.organisation), *fact.cell,
            "; ".join(str(reason.label) for reason in (*row.reasons, *row.warnings)),
        ]  # fmt: skip


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


def _class_of(fact: SessionFact) -> str:
    return "" if fact.grade is None else str(ClassLabel(fact.grade, fact.letter))
