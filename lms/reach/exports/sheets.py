"""The report as plain sheets: a name, a header, rows of numbers and words."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from lms.core.numbers import format_date
from lms.reach.counting import Cell, Report
from lms.reach.method import SECRETARIAT_NOTES, SUPPRESSION_NOTE
from lms.reach.online_tables import OnlineTable, online_tables
from lms.reach.selectors.names import PartNames
from lms.reach.tables import Table, breakdown_tables, quality_tables

Line = list[object]
# What stands in the columns of a count cell where a figure is a number of its own.
NO_CELL = [None] * 6


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table of a file. `key` names it for machines, `name` (≤ 31 characters) for people."""

    key: str
    name: str
    header: Line
    rows: list[Line]


def sheets(report: Report, names: PartNames) -> list[Sheet]:
    """Every table of the report, the summary first and the method last."""
    tables = breakdown_tables(report, names) | quality_tables(report)
    return [
        _summary(report),
        *(_of_table(table) for table in tables.values()),
        *(_of_online_table(table) for table in online_tables(report, names)),
        _list_of_quarantined(report),
        _list_of_duplicates(report),
        _method(report),
    ]


def cell_header() -> Line:
    """The column names of a count cell."""
    return [
        _("sesiuni"), _("fete"), _("băieți"), _("fără precizare"), _("elevi"), _("adulți")
    ]  # fmt: skip


def summary_cells(report: Report) -> list[tuple[str, str, Cell]]:
    """The cells of the whole period: (key, name, cell)."""
    return [
        ("contacts", _("Total numărat"), report.contacts),
        ("verified", _("din care verificate"), report.verified),
        ("unconfirmed", _("Neconfirmate (în afara totalului)"), report.unconfirmed),
    ]


def summary_numbers(report: Report) -> list[tuple[str, str, int]]:
    """The figures that are not cells: (key, name, number)."""
    return [
        ("unique_pupils", _("Elevi diferiți (estimat)"), report.unique_pupils.pupils),
        ("schools", _("Școli"), report.schools),
        ("teachers", _("Profesori"), report.teachers),
        ("without_teacher", _("Sesiuni fără profesor identificat"), report.without_teacher),
        ("counties", _("Județe cu cel puțin o sesiune"), report.counties_reached),
        ("quarantined", _("Sesiuni în carantină"), len(report.quarantined)),
        ("duplicates", _("Dubluri"), len(report.duplicates)),
        ("online_completers", online_header()[0], report.online.online.completers),
        ("online_completions", online_header()[1], report.online.online.completions),
        (
            "online_in_sessions",
            _("Module parcurse în sesiuni la clasă numărate"),
            report.online.in_sessions.completions,
        ),
    ]


def online_header() -> list[str]:
    """The column names of an online cell, in its order."""
    return [_("Persoane online (estimare maximală)"), _("Participări online")]


def _summary(report: Report) -> Sheet:
    header: Line = [_("cifra"), *cell_header(), _("număr")]
    cells: list[Line] = [[name, *cell, None] for _key, name, cell in summary_cells(report)]
    numbers: list[Line] = [
        [name, *NO_CELL, number] for _key, name, number in summary_numbers(report)
    ]
    return Sheet("summary", _("Rezumat"), header, cells + numbers)


def _of_table(table: Table) -> Sheet:
    counts_unique = table.unique is not None
    header: Line = [_("cod"), str(table.part_label), *cell_header()]
    rows: list[Line] = [
        [row.part, str(row.name), *row.cell, *([row.unique] if counts_unique else [])]
        for row in table.rows
    ]
    rows.append(["", _("Total"), *table.total, *([table.unique] if counts_unique else [])])
    if counts_unique:
        header.append(_("elevi diferiți (estimat)"))
    return Sheet(table.key, str(table.title), header, rows)


def _of_online_table(table: OnlineTable) -> Sheet:
    rows: list[Line] = [[row.part, str(row.name), *row.cell] for row in table.rows]
    rows.append(["", _("Total"), *table.total])
    header: Line = [_("cod"), str(table.part_label), *online_header()]
    return Sheet(table.key, str(table.title), header, rows)


def _list_of_quarantined(report: Report) -> Sheet:
    rows: list[Line] = [
        [row.fact.reference, row.fact.date, "; ".join(str(reason.label) for reason in row.reasons)]
        for row in report.quarantined
    ]
    header: Line = [_("referință"), _("data"), _("motive")]
    return Sheet("quarantined", _("Lista din carantină"), header, rows)


def _list_of_duplicates(report: Report) -> Sheet:
    rows: list[Line] = [
        [row.fact.reference, row.fact.date, row.counted_instead] for row in report.duplicates
    ]
    header: Line = [_("referință"), _("data"), _("se numără în locul ei")]
    return Sheet("duplicates", _("Lista dublurilor"), header, rows)


def _method(report: Report) -> Sheet:
    return Sheet("method", _("Metodă"), [_("despre"), _("cum")], list(_method_lines(report)))


def _method_lines(report: Report) -> Iterator[Line]:
    yield [_("Perioada"), report.period.label]
    moment = timezone.localtime(report.as_of)
    yield [_("Cifre calculate la"), f"{format_date(moment.date())} {moment:%H:%M %Z}"]
    yield [_("Versiunea regulilor"), report.rules_version]
    for title, sentence in SECRETARIAT_NOTES:
        yield [str(title), str(sentence)]
    yield [_("Cifre publice"), str(SUPPRESSION_NOTE)]
