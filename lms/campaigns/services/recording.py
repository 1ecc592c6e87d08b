"""What a file says of the people that a run reached, with the moment at which it was said."""

from datetime import datetime
from typing import Any

from django.db import transaction

from lms.campaigns.models import CampaignRun, CampaignRunRevision
from lms.core.record_status import RecordStatus


@transaction.atomic
def record_run(
    *,
    event_key: str,
    organisation_id: int,
    year: int,
    method: str,
    recorded_at: datetime,
    people: int,
    status: RecordStatus | str,
    **fields: Any,
) -> tuple[CampaignRunRevision, bool]:
    """Say of a run how many people it reached; with whether that is new. `fields` are the others
    of CampaignRunRevision.

    Saying the same again at the same moment is saying it once. What was said last holds, whatever
    the order in which the files came.
    """
    run, _made = CampaignRun.objects.get_or_create(
        event_key=event_key, organisation_id=organisation_id, year=year, method=method
    )
    run = CampaignRun.objects.select_for_update().get(pk=run.pk)
    said = {"recorded_at": recorded_at, "people": people, "status": status, **fields}
    known = run.revisions.filter(**said).first()
    if known is not None:
        return known, False
    revision = run.revisions.create(number=run.revisions.count() + 1, **said)
    run.latest = run.revisions.order_by("recorded_at", "number").last()
    run.save(update_fields=["latest"])
    return revision, True
