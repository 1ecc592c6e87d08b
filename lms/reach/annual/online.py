"""T7a and T7b: what was worked through online, by module and by age."""

from django.utils.translation import gettext as _

from lms.reach.annual.report import AnnualReport
from lms.reach.annual.values import AnnualRow, AnnualTable, Column, Kind
from lms.reach.counting import OnlineCut
from lms.reach.online_tables import online_header, online_tables


def online_by(annual: AnnualReport, cut: OnlineCut, key: str) -> AnnualTable:
    """A cut of the completions. Those of the lines add up; persons need not, because one may be in
    two lines."""
    tables = {table.key: table for table in online_tables(annual.report.sessions, annual.names)}
    table = tables[cut.value]
    persons, completions = online_header()
    return AnnualTable(
        key=key,
        title=str(table.title),
        note=str(table.note),
        columns=(
            Column(cut.name.lower(), str(table.part_label), Kind.TEXT),
            Column("persons", persons, people=True),
            Column("online", completions, people=True, adds_to="online.completions"),
        ),
        rows=tuple(
            AnnualRow(
                row.part,
                (str(row.name), *row.cell),
                f"online/{row.query}" if row.cell.completions else "",
            )
            for row in table.rows
        ),
        total=AnnualRow("total", (_("Total"), *table.total), "online/"),
    )
