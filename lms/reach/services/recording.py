"""What files say of trainings and declared figures, with the moment at which it was said.

Saying the same again at the same moment is saying it once. What was said last holds, whatever the
order in which the files came.
"""

from datetime import datetime
from typing import Any

from django.db import transaction

from lms.core.record_status import RecordStatus
from lms.reach.models import (
    DeclaredFigure,
    DeclaredFigureRevision,
    ImportedTraining,
    ImportedTrainingRevision,
)


@transaction.atomic
def record_training(
    *, reference: str, recorded_at: datetime, **fields: Any
) -> tuple[ImportedTrainingRevision, bool]:
    """Say of a training what `fields` (of ImportedTrainingRevision) hold; and whether it is new."""
    training, _made = ImportedTraining.objects.get_or_create(reference=reference)
    training = ImportedTraining.objects.select_for_update().get(pk=training.pk)
    known = training.revisions.filter(recorded_at=recorded_at, **fields).first()
    if known is not None:
        return known, False
    revision = training.revisions.create(
        number=training.revisions.count() + 1, recorded_at=recorded_at, **fields
    )
    training.latest = training.revisions.order_by("recorded_at", "number").last()
    training.save(update_fields=["latest"])
    return revision, True


@transaction.atomic
def record_figure(
    *,
    organisation_id: int,
    indicator: str,
    year: int,
    recorded_at: datetime,
    value: int,
    status: RecordStatus | str,
    audience: str = "",
    part: str = "",
    **fields: Any,
) -> tuple[DeclaredFigureRevision, bool]:
    """Say of a declared figure what it is; with whether that is new. `fields` are the others of
    DeclaredFigureRevision."""
    figure, _made = DeclaredFigure.objects.get_or_create(
        organisation_id=organisation_id,
        indicator=indicator,
        year=year,
        audience=audience,
        part=part,
    )
    figure = DeclaredFigure.objects.select_for_update().get(pk=figure.pk)
    said = {"recorded_at": recorded_at, "value": value, "status": status, **fields}
    known = figure.revisions.filter(**said).first()
    if known is not None:
        return known, False
    revision = figure.revisions.create(number=figure.revisions.count() + 1, **said)
    figure.latest = figure.revisions.order_by("recorded_at", "number").last()
    figure.save(update_fields=["latest"])
    return revision, True
