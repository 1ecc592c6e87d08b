"""online_completions.csv: modules worked through online, by learner tokens."""

from datetime import datetime, time
from pathlib import Path
from typing import Any

from django.utils import timezone

from lms.reach.importing import values
from lms.reach.importing.outcome import Outcome
from lms.reach.importing.reading import Line, Reader
from lms.reach.models import ImportedCompletion

COLUMNS = ("learner_token", "module", "date", "completed")
OPTIONAL = ("session_ref", "recorded_at")
_BATCH = 1_000


def import_completions(path: Path) -> Outcome:
    """Add what is not there yet. A row without a moment was recorded on its day. Raises
    Unreadable."""
    reader = Reader(path, COLUMNS, OPTIONAL)
    rows = [row for line in reader if (row := _row(reader, line)) is not None]
    reader.finish()
    before = ImportedCompletion.objects.count()
    ImportedCompletion.objects.bulk_create(rows, batch_size=_BATCH, ignore_conflicts=True)
    added = ImportedCompletion.objects.count() - before
    years = {row.completed_on.year for row in rows}
    return Outcome(added=added, known=len(rows) - added, years=years)


def _row(reader: Reader, line: Line) -> ImportedCompletion | None:
    before = len(reader.problems)
    day = reader.value(line, "date", values.day)
    said = line.cells.get("recorded_at", "")
    fields: dict[str, Any] = {
        "learner_token": reader.value(line, "learner_token", values.text, 64),
        "module": reader.value(line, "module", values.text, 100),
        "completed_on": day,
        "completed": reader.value(line, "completed", values.yes, empty=True),
        "session_ref": reader.value(line, "session_ref", values.short, 40),
        "recorded_at": reader.value(line, "recorded_at", values.moment)
        if said or day is None
        else timezone.make_aware(datetime.combine(day, time.min)),
    }
    return ImportedCompletion(**fields) if len(reader.problems) == before else None
