"""online_completions.csv: modules worked through online, by learner tokens."""

from datetime import date, datetime, time
from pathlib import Path
from typing import Any, NamedTuple

from django.utils import timezone

from lms.core.tables.cells import short, yes
from lms.reach.importing import values
from lms.reach.importing.outcome import Outcome
from lms.reach.importing.reading import Line, Reader
from lms.reach.importing.said import Said, agree, once
from lms.reach.models import ImportedCompletion

COLUMNS = ("learner_token", "module", "date", "completed")
OPTIONAL = ("session_ref", "recorded_at")
_BATCH = 1_000


class Completion(NamedTuple):
    """One learner and one module on one day: what a row speaks of."""

    learner_token: str
    module: str
    completed_on: date


def import_completions(path: Path) -> Outcome:
    """Add what is not there yet. A row without a moment was recorded on its day. Raises
    Unreadable."""
    reader = Reader(path, COLUMNS, OPTIONAL)
    rows = [row for line in reader if (row := _row(reader, line)) is not None]
    said = once(reader, rows)
    years = {row.thing.completed_on.year for row in said}
    agree(reader, said, _stored(years))
    reader.finish()
    before = ImportedCompletion.objects.count()
    ImportedCompletion.objects.bulk_create(
        (
            ImportedCompletion(**row.thing._asdict(), recorded_at=row.moment, **row.fields)
            for row in said
        ),
        batch_size=_BATCH,
        ignore_conflicts=True,
    )
    added = ImportedCompletion.objects.count() - before
    return Outcome(added=added, known=len(rows) - added, years=years)


def _stored(years: set[int]) -> dict[tuple[Any, datetime], dict[str, Any]]:
    """What is stored of these years, as rows say it."""
    rows = ImportedCompletion.objects.filter(completed_on__year__in=years).order_by()
    columns = ("learner_token", "module", "completed_on", "recorded_at", "completed", "session_ref")
    return {
        (Completion(*row[:3]), row[3]): {"completed": row[4], "session_ref": row[5]}
        for row in rows.values_list(*columns).iterator()
    }


def _row(reader: Reader, line: Line) -> Said | None:
    before, read = len(reader.problems), reader.value
    day = read(line, "date", values.day)
    token = read(line, "learner_token", values.text, 64)
    module = read(line, "module", values.text, 100)
    fields = {
        "completed": read(line, "completed", yes, empty=True),
        "session_ref": read(line, "session_ref", short, 40),
    }
    moment = read(line, "recorded_at", values.moment) if line.cells.get("recorded_at") else None
    if len(reader.problems) > before or day is None or token is None or module is None:
        return None
    if moment is None:
        moment = timezone.make_aware(datetime.combine(day, time.min))
    return Said(line.number, Completion(token, module, day), moment, fields)
