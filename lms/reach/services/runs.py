"""What the secretariat decides on campaign runs, written down as decisions of the report."""

from django.db import transaction

from lms.campaigns.models import CampaignRun
from lms.campaigns.services import return_run, verify_run
from lms.people.models import User
from lms.reach.enums import Verb
from lms.reach.services.auditing import record


@transaction.atomic
def accept_run(*, run: CampaignRun, expected: int, by: User) -> None:
    """Verify a run that somebody else reported. Raises PermissionDenied, OwnRun and RunMovedOn."""
    verify_run(run=run, expected=expected, by=by)
    record(actor=by, verb=Verb.ACCEPTED, subject=f"run:{run.public_id}")


@transaction.atomic
def send_back_run(*, run: CampaignRun, expected: int, reason: str, by: User) -> None:
    """Return a run with a reason. Raises PermissionDenied and RunMovedOn."""
    return_run(run=run, expected=expected, reason=reason, by=by)
    record(actor=by, verb=Verb.RETURNED, subject=f"run:{run.public_id}", reason=reason)
