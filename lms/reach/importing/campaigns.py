"""campaigns.csv: people that campaigns reached."""

from pathlib import Path

from lms.campaigns.enums import Method
from lms.campaigns.models.runs import MOST_PEOPLE
from lms.campaigns.services import record_run
from lms.core.record_status import RecordStatus
from lms.reach.importing import values
from lms.reach.importing.outcome import Outcome
from lms.reach.importing.reading import Line, Reader
from lms.reach.importing.registers import Registers
from lms.reach.importing.said import Said, once

COLUMNS = ("event_key", "org_code", "year", "method", "people", "status", "recorded_at")


def import_campaigns(path: Path) -> Outcome:
    """Add what was not said of a run yet. Raises Unreadable."""
    reader, registers = Reader(path, COLUMNS), Registers()
    rows = [row for line in reader if (row := _run(reader, line, registers)) is not None]
    said = once(reader, rows)
    reader.finish()
    outcome = Outcome()
    for row in said:
        event_key, organisation_id, year, method = row.thing
        _revision, is_new = record_run(
            event_key=event_key, organisation_id=organisation_id, year=year, method=method,
            recorded_at=row.moment, **row.fields,
        )  # fmt: skip
        outcome.added += is_new
        outcome.years.add(year)
    outcome.known = len(rows) - outcome.added
    return outcome


def _run(reader: Reader, line: Line, registers: Registers) -> Said | None:
    before, read = len(reader.problems), reader.value
    thing = (
        # As the form writes it: else one event of two organisations would count twice (RR11).
        (read(line, "event_key", values.text, 80) or "").lower(),
        read(line, "org_code", registers.organisation),
        read(line, "year", values.year),
        read(line, "method", values.choice, Method),
    )
    fields = {
        "people": read(line, "people", values.number, MOST_PEOPLE, empty=None),
        "status": read(line, "status", values.choice, RecordStatus),
    }
    moment = read(line, "recorded_at", values.moment)
    if len(reader.problems) > before or moment is None:
        return None
    return Said(line.number, thing, moment, fields)
