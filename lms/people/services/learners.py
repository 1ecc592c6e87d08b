"""Learners: made when a pupil joins, gone a day after the class."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from lms.core.enums import AgeBand
from lms.people import forgetting
from lms.people.models import Learner
from lms.people.pictures import new_pictures


def make_learner(*, age_band: AgeBand | str, nickname: str, expires_at: datetime) -> Learner:
    """A new learner with a picture code by chance. `nickname` is a code of `lms.people.nicknames`:
    the class says which are free."""
    return Learner.objects.create(
        age_band=age_band, nickname=nickname, pictures=new_pictures(), expires_at=expires_at
    )


def set_learners_expiry(*, learners: Iterable[UUID], expires_at: datetime) -> int:
    """Move the moment at which these learners are forgotten; return how many there were."""
    return Learner.objects.filter(pk__in=list(learners)).update(expires_at=expires_at)


def forget_expired_learners(now: datetime | None = None) -> int:
    """Delete the learners whose time has come and all that hangs on them; return how many.

    What is counted of them is counted first. Safe to repeat, and catches up after days off.
    """
    now = now or timezone.now()
    forgetting.count_what_goes()
    gone = Learner.objects.filter(expires_at__lte=now)
    number = gone.count()
    gone.delete()
    return number
