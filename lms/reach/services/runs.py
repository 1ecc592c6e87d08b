"""What is said of campaign runs and decided on them, written down as decisions of the report.

Each raises what the service of campaigns raises: PermissionDenied, and what each names.
"""

from typing import Any
from uuid import UUID

from django.db import transaction

from lms.campaigns import services as campaigns
from lms.campaigns.models import CampaignRun
from lms.people.models import User
from lms.reach.enums import Verb
from lms.reach.services.auditing import record


@transaction.atomic
def register_run(*, client_id: UUID, by: User, **said: Any) -> CampaignRun:
    """Report a run of the officer's organisation. Raises RunExists."""
    is_known = CampaignRun.objects.filter(client_id=client_id).exists()
    run = campaigns.register_run(client_id=client_id, by=by, **said)
    if not is_known:
        record(actor=by, verb=Verb.DECLARED, subject=subject_of(run))
    return run


@transaction.atomic
def correct_run(*, run: CampaignRun, expected: int, by: User, **said: Any) -> None:
    """Say otherwise. Raises RunMovedOn."""
    corrected = campaigns.correct_run(run=run, expected=expected, by=by, **said)
    if corrected.latest_id != run.latest_id:
        record(actor=by, verb=Verb.CORRECTED, subject=subject_of(run))


@transaction.atomic
def withdraw_run(*, run: CampaignRun, reason: str, by: User) -> None:
    """Take a run back for good."""
    withdrawn = campaigns.withdraw_run(run=run, reason=reason, by=by)
    if withdrawn.latest_id != run.latest_id:
        record(actor=by, verb=Verb.VOIDED, subject=subject_of(run), reason=reason)


@transaction.atomic
def accept_run(*, run: CampaignRun, expected: int, by: User) -> None:
    """Verify a run that somebody else reported. Raises OwnRun and RunMovedOn."""
    campaigns.verify_run(run=run, expected=expected, by=by)
    record(actor=by, verb=Verb.ACCEPTED, subject=subject_of(run))


@transaction.atomic
def send_back_run(*, run: CampaignRun, expected: int, reason: str, by: User) -> None:
    """Return a run with a reason. Raises RunMovedOn."""
    campaigns.return_run(run=run, expected=expected, reason=reason, by=by)
    record(actor=by, verb=Verb.RETURNED, subject=subject_of(run), reason=reason)


def subject_of(run: CampaignRun) -> str:
    """How decisions name the run."""
    return f"run:{run.public_id}"
