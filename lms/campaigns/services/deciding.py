"""What the secretariat decides on runs (RR2). Raises PermissionDenied of everybody else."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from lms.campaigns.models import CampaignRun
from lms.campaigns.services.problems import OwnRun, RunMovedOn
from lms.campaigns.services.registering import locked_run, say_of_run
from lms.core.record_status import COUNTED_RECORDS, RecordStatus
from lms.people.models import User


@transaction.atomic
def verify_run(*, run: CampaignRun, expected: int, by: User) -> CampaignRun:
    """Verify a run that somebody else reported. `expected` is the number of the revision that the
    person saw.

    Raises:
        RunMovedOn: somebody said something of it since, or it is not reported.
        OwnRun: this person said it.
    """
    _check(by)
    locked = locked_run(run)
    latest = locked.latest
    if latest is None or latest.number != expected or latest.status != RecordStatus.REPORTED:
        raise RunMovedOn
    if locked.was_said_by(by):
        raise OwnRun
    say_of_run(locked, RecordStatus.VERIFIED, by)
    return locked


@transaction.atomic
def return_run(*, run: CampaignRun, expected: int, reason: str, by: User) -> CampaignRun:
    """Return a run with a reason: it does not count until its organisation corrects it.
    `expected` is the number of the revision that the person saw.

    Raises RunMovedOn when somebody said something of it since.
    """
    _check(by)
    locked = locked_run(run)
    latest = locked.latest
    if latest is None or latest.number != expected or latest.status not in COUNTED_RECORDS:
        raise RunMovedOn
    say_of_run(locked, RecordStatus.REJECTED, by, reason)
    return locked


def _check(by: User) -> None:
    if not by.has_perm("reach.review_figures"):
        raise PermissionDenied
