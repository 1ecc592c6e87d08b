"""training_sessions.csv and training_participants.csv."""

from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from django.db.models import Min
from django.utils.translation import gettext as _

from lms.core.audiences import Audience
from lms.core.record_status import RecordStatus
from lms.core.tables.cells import short, yes
from lms.core.tables.problems import CellProblem
from lms.reach.enums import TrainingMode
from lms.reach.importing import values
from lms.reach.importing.outcome import Outcome
from lms.reach.importing.reading import Line, Reader
from lms.reach.importing.registers import Registers
from lms.reach.importing.said import Said, agree, once
from lms.reach.models import ImportedTrainee, ImportedTrainingRevision
from lms.reach.services.recording import record_training

TRAINING_COLUMNS = (
    "training_ref", "date", "org_code", "audience", "topic", "mode", "participants", "status",
    "recorded_at",
)  # fmt: skip
PARTICIPANT_COLUMNS = ("training_ref", "person_token", "attended")
MOST_PARTICIPANTS = 99_999
_BATCH = 1_000


class _Known(NamedTuple):
    """A training that is stored, and when it was first spoken of."""

    pk: int
    first: datetime


def import_trainings(path: Path) -> Outcome:
    """Add what was not said of a training yet. Raises Unreadable."""
    reader, registers = Reader(path, TRAINING_COLUMNS), Registers()
    rows = [row for line in reader if (row := _training(reader, line, registers)) is not None]
    said = once(reader, rows)
    reader.finish()
    outcome = Outcome(years={row.fields["date"].year for row in said})
    for row in said:
        _revision, is_new = record_training(
            reference=str(row.thing), recorded_at=row.moment, **row.fields
        )
        outcome.added += is_new
    outcome.known = len(rows) - outcome.added
    return outcome


def _training(reader: Reader, line: Line, registers: Registers) -> Said | None:
    before, read = len(reader.problems), reader.value
    fields = {
        "status": read(line, "status", values.choice, RecordStatus),
        "date": read(line, "date", values.day),
        "organisation_id": read(line, "org_code", registers.organisation),
        "audience": read(line, "audience", values.choice, Audience),
        "topic": read(line, "topic", short, 120),
        "mode": read(line, "mode", values.choice, TrainingMode),
        "participants": read(line, "participants", values.number, MOST_PARTICIPANTS),
    }
    reference = read(line, "training_ref", values.text, 60)
    moment = read(line, "recorded_at", values.moment)
    if len(reader.problems) > before or moment is None:
        return None
    return Said(line.number, reference, moment, fields)


def import_participants(path: Path) -> Outcome:
    """Add who attended. A row without a moment holds from the training's first one. Raises
    Unreadable."""
    reader = Reader(path, PARTICIPANT_COLUMNS, ("recorded_at",))
    trainings = {
        reference: _Known(pk, first)
        for reference, pk, first in ImportedTrainingRevision.objects.order_by()
        .values_list("training__reference", "training")
        .annotate(first=Min("recorded_at"))
    }
    rows = [row for line in reader if (row := _participant(reader, line, trainings)) is not None]
    said = once(reader, rows)
    agree(reader, said, _stored({row.fields["training_id"] for row in said}))
    reader.finish()
    before = ImportedTrainee.objects.count()
    ImportedTrainee.objects.bulk_create(
        (ImportedTrainee(recorded_at=row.moment, **row.fields) for row in said),
        batch_size=_BATCH,
        ignore_conflicts=True,
    )
    added = ImportedTrainee.objects.count() - before
    return Outcome(added=added, known=len(rows) - added)


def _stored(trainings: set[int]) -> dict[tuple[Any, datetime], dict[str, Any]]:
    """What is stored of the participants of these trainings, as rows say it."""
    columns = ("training_id", "person_token", "attended")
    stored = {}
    for row in ImportedTrainee.objects.order_by().values(*columns, "recorded_at").iterator():
        if row["training_id"] in trainings:
            moment = row.pop("recorded_at")
            stored[(row["training_id"], row["person_token"]), moment] = row
    return stored


def _participant(reader: Reader, line: Line, trainings: dict[str, _Known]) -> Said | None:
    def training(cell: str) -> _Known:
        if cell not in trainings:
            raise CellProblem(_("nu cunoaștem formarea „%s”; importați-o întâi") % cell)
        return trainings[cell]

    before, read = len(reader.problems), reader.value
    token = read(line, "person_token", values.text, 64)
    attended = read(line, "attended", yes, empty=False)
    found = read(line, "training_ref", training)
    said = line.cells.get("recorded_at", "")
    moment = read(line, "recorded_at", values.moment) if said else found and found.first
    if len(reader.problems) > before or found is None or moment is None:
        return None
    fields = {"training_id": found.pk, "person_token": token, "attended": attended}
    return Said(line.number, (found.pk, token), moment, fields)
