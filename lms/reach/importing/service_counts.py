"""service_counts.csv: figures that members declare."""

from pathlib import Path

from lms.core.record_status import RecordStatus
from lms.core.tables.cells import yes
from lms.reach.importing import values
from lms.reach.importing.outcome import Outcome
from lms.reach.importing.reading import Line, Reader
from lms.reach.importing.registers import Registers
from lms.reach.importing.said import Said, once
from lms.reach.indicators import PrintedIndicator
from lms.reach.models.declared import LARGEST_FIGURE
from lms.reach.services.recording import record_figure

COLUMNS = ("org_code", "indicator", "year", "value", "status", "recorded_at")
# RR14: without it, a figure that records feed too is set aside.
OPTIONAL = ("in_addition",)


def import_service_counts(path: Path) -> Outcome:
    """Add what was not declared yet. Raises Unreadable."""
    reader, registers = Reader(path, COLUMNS, OPTIONAL), Registers()
    rows = [row for line in reader if (row := _figure(reader, line, registers)) is not None]
    said = once(reader, rows)
    reader.finish()
    outcome = Outcome()
    for row in said:
        organisation_id, indicator, year = row.thing
        _revision, is_new = record_figure(
            organisation_id=organisation_id, indicator=indicator, year=year,
            recorded_at=row.moment, **row.fields,
        )  # fmt: skip
        outcome.added += is_new
        outcome.years.add(year)
    outcome.known = len(rows) - outcome.added
    return outcome


def _figure(reader: Reader, line: Line, registers: Registers) -> Said | None:
    before, read = len(reader.problems), reader.value
    thing = (
        read(line, "org_code", registers.organisation),
        read(line, "indicator", values.choice, PrintedIndicator),
        read(line, "year", values.year),
    )
    fields = {
        "value": read(line, "value", values.number, LARGEST_FIGURE, empty=None),
        "status": read(line, "status", values.choice, RecordStatus),
        "in_addition": read(line, "in_addition", yes),
    }
    moment = read(line, "recorded_at", values.moment)
    if len(reader.problems) > before or moment is None:
        return None
    return Said(line.number, thing, moment, fields)
