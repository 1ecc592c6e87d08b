"""Launches: what a learner's page needs to tell what an activity says, and to go on from it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.core import signing
from django.db import transaction
from django.utils import timezone

from lms.people.models import Learner
from media.h5p.wordless import state_without_words
from media.models import ActivityRevision
from quizzes.activity_contents import known_content
from quizzes.models import ActivityLaunch, Attempt
from quizzes.services.answers import open_attempt
from quizzes.services.problems import BadState, ForeignLaunch, StartedOver, TooLate, TooOften

# A page that stands open for longer asks for a new launch.
LIFE = timedelta(hours=3)
MOST_STARTS = 10
BETWEEN_STATES = timedelta(seconds=1)
# Two salts: the player's page knows its own address, and must not be able to tell anything by it.
_TELLS, _PLAYS = "quizzes.launch.tells", "quizzes.launch.plays"


@dataclass(frozen=True, slots=True)
class Launch:
    """What a page gets: `tells` signs what it sends, `plays` is the player's part of an address."""

    tells: str
    plays: str


def open_activity(
    *,
    learner: Learner,
    activity: UUID,
    group: UUID,
    expires_at: datetime,
    step: UUID,
    revision: ActivityRevision,
    anew: bool = False,
) -> Launch:
    """The learner's launch of this file in this place, made when there is none yet.

    `activity` is what the class goes through (a module), as in `open_attempt`. What another file of
    the same activity would go on from is wiped. `anew` wipes this one's too, and what pages from
    before then tell is not taken; ten times that makes room for statements. Raises TooLate when
    the attempt has run out.
    """
    attempt = open_attempt(learner=learner, activity=activity, group=group, expires_at=expires_at)
    with transaction.atomic():
        ends = _lock(attempt)
        here = ActivityLaunch.objects.filter(attempt=attempt, step=step)
        others = here.filter(revision__activity=revision.activity_id).exclude(revision=revision)
        others.exclude(state="").update(state="")
        launch, _made = ActivityLaunch.objects.update_or_create(
            attempt_id=attempt,
            step=step,
            revision=revision,
            defaults={"expires_at": min(ends, timezone.now() + LIFE)},
        )
        if anew:
            _start_over(launch)
    return _signed(launch)


def keep_state(*, token: str, learner: Learner, state: str) -> None:
    """Keep what the player goes on from, without any word that is not the content's.

    Raises BadState, TooOften, and what `lock_launch` does.
    """
    known = known_content(launch_of(token, learner).revision)
    try:
        kept = state_without_words(state, known.params)
    except ValueError as error:
        raise BadState from error
    with transaction.atomic():
        launch = lock_launch(token, learner)
        now = timezone.now()
        if launch.state_at is not None and now - launch.state_at < BETWEEN_STATES:
            raise TooOften
        launch.state, launch.state_at = kept, now
        launch.save(update_fields=["state", "state_at"])


def _start_over(launch: ActivityLaunch) -> None:
    if launch.number < MOST_STARTS:
        launch.number, launch.seen = launch.number + 1, []
    launch.state, launch.state_at = "", None
    launch.save(update_fields=["number", "seen", "state", "state_at"])
    # A set may tell of its questions by the sum alone: no answer of before is of this pass.
    launch.items.all().delete()


def launch_to_play(token: str) -> ActivityLaunch | None:
    """The launch whose player this address is; None for an address that is none or too old. The
    frame has no cookies, so whoever has the address may read it."""
    try:
        pk = signing.loads(token, salt=_PLAYS, max_age=LIFE)
    except signing.BadSignature:
        return None
    launches = ActivityLaunch.objects.select_related("revision__activity", "revision__bundle")
    return launches.filter(pk=pk, expires_at__gt=timezone.now()).first()


def launch_of(token: str, learner: Learner) -> ActivityLaunch:
    """The launch that a page holds. Raises ForeignLaunch for one of somebody else and for what was
    not made here, TooLate when it is over."""
    pk, _number = _read(token)
    launches = ActivityLaunch.objects.select_related("revision", "attempt")
    launch = launches.filter(pk=pk).first()
    if launch is None:
        raise TooLate
    if launch.attempt.learner_id != learner.pk:
        raise ForeignLaunch
    return launch


def lock_launch(token: str, learner: Learner) -> ActivityLaunch:
    """The same within a transaction. The lock on its attempt lets tabs of one learner, and the
    purge, come one after the other. Raises StartedOver too."""
    pk, number = _read(token)
    attempts = Attempt.objects.filter(launches=pk).values_list("pk", "learner")
    found = attempts.first()
    if found is None:
        raise TooLate
    if found[1] != learner.pk:
        raise ForeignLaunch
    _lock(found[0])
    launch = ActivityLaunch.objects.select_related("revision").get(pk=pk)
    if launch.expires_at <= timezone.now():
        raise TooLate
    if launch.number != number:
        raise StartedOver
    return launch


def _lock(attempt: UUID) -> datetime:
    """Lock an attempt and return when it ends. Raises TooLate when it has."""
    locked = Attempt.objects.select_for_update().filter(pk=attempt)
    ends = locked.values_list("expires_at", flat=True).first()
    if ends is None or ends <= timezone.now():
        raise TooLate
    return ends


def _signed(launch: ActivityLaunch) -> Launch:
    return Launch(
        tells=signing.dumps([launch.pk.hex, launch.number], salt=_TELLS),
        plays=signing.dumps(launch.pk.hex, salt=_PLAYS),
    )


def _read(token: str) -> tuple[UUID, int]:
    try:
        pk, number = signing.loads(token, salt=_TELLS, max_age=LIFE)
    except signing.SignatureExpired as error:
        raise TooLate from error
    except signing.BadSignature as error:
        raise ForeignLaunch from error
    return UUID(hex=pk), number
