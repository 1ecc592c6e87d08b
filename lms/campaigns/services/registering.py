"""What an organisation's officer says of the people that its campaigns reached.

A run counts as soon as it is registered (RR2: reported), like a class session.

Raises of every write, beside what each names:
    PermissionDenied: the run is not this person's to write.
"""

from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from lms.campaigns.models import CampaignRun, CampaignRunRevision
from lms.campaigns.services.problems import RunExists, RunMovedOn
from lms.core.periods import Period
from lms.core.record_status import RecordStatus
from lms.organisations.models import MemberOrganisation
from lms.people.models import User

_KEPT = (
    "name", "channel", "held_on", "people", "source", "project",
    "campaign", "county", "locality", "qualifier", "evidence",
)  # fmt: skip


@transaction.atomic
def register_run(
    *, event_key: str, year: int, method: str, client_id: UUID, by: User, **said: Any
) -> CampaignRun:
    """Report a run of the officer's organisation. `said` are the fields of CampaignRunRevision.
    The same form sent twice is one run.

    Raises RunExists when the organisation reported this event, counted this way, before, or when
    the form was sent before and says something else now.
    """
    organisation = _own_organisation(by)
    whole = Period.year(year)
    reporting = MemberOrganisation.objects.reporting_on(whole.start, whole.end)
    if not reporting.filter(pk=organisation).exists():
        raise PermissionDenied
    known = CampaignRun.objects.filter(client_id=client_id).first()
    if known is not None:
        if known.organisation_id != organisation:
            raise PermissionDenied
        if (known.event_key, known.year, known.method) != (event_key, year, method):
            raise RunExists
    run, is_new = CampaignRun.objects.get_or_create(
        event_key=event_key,
        organisation_id=organisation,
        year=year,
        method=method,
        defaults={"client_id": client_id, "author": by},
    )
    run = locked_run(run)
    if not is_new and run.latest and run.latest.status != RecordStatus.VOID:
        if run.client_id == client_id and _says(run.latest, said):
            return run
        raise RunExists
    say_of_run(run, RecordStatus.REPORTED, by, **said)
    return run


@transaction.atomic
def correct_run(*, run: CampaignRun, expected: int, by: User, **said: Any) -> CampaignRun:
    """Say otherwise: it is reported again, because nobody has verified the new number. `expected`
    is the number of the revision that the officer saw. Raises RunMovedOn for a newer one."""
    _check_own(run, by)
    run = locked_run(run)
    latest = run.latest
    if latest is None or latest.status == RecordStatus.VOID:
        raise RunMovedOn
    if latest.number == expected + 1 and latest.recorded_by_id == by.pk and _says(latest, said):
        return run
    if latest.number != expected:
        raise RunMovedOn
    say_of_run(run, RecordStatus.REPORTED, by, **said)
    return run


@transaction.atomic
def withdraw_run(*, run: CampaignRun, reason: str, by: User) -> CampaignRun:
    """Take a run back for good; what was said of it stays readable."""
    _check_own(run, by)
    run = locked_run(run)
    if run.latest and run.latest.status != RecordStatus.VOID:
        say_of_run(run, RecordStatus.VOID, by, reason)
    return run


def locked_run(run: CampaignRun) -> CampaignRun:
    """The run with its row held until the transaction ends, and what holds of it now."""
    row = CampaignRun.objects.select_for_update().get(pk=run.pk)
    if row.latest_id:
        row.latest = CampaignRunRevision.objects.get(pk=row.latest_id)
    return row


def say_of_run(
    run: CampaignRun, status: RecordStatus, by: User, reason: str = "", **said: Any
) -> CampaignRunRevision:
    """Add the next revision of a locked run; what is not said is as in the one before."""
    before = run.latest
    kept = {name: getattr(before, name) for name in _KEPT} if before else {}
    revision = run.revisions.create(
        number=run.revisions.count() + 1,
        recorded_at=timezone.now(),
        recorded_by=by,
        status=status,
        reason=reason,
        **(kept | said),
    )
    run.latest = revision
    run.save(update_fields=["latest"])
    return revision


def _own_organisation(by: User) -> int:
    if by.organisation_id is None or not by.has_perm("campaigns.register_campaign_runs"):
        raise PermissionDenied
    return by.organisation_id


def _check_own(run: CampaignRun, by: User) -> None:
    if run.organisation_id != _own_organisation(by):
        raise PermissionDenied


def _says(latest: CampaignRunRevision, said: dict[str, Any]) -> bool:
    return all(getattr(latest, name) == value for name, value in said.items())
