"""Where an event stands: opened for enrolment, closed, opened again, cancelled.

`expected` is the number of the last decision that the person saw, 0 when there was none.

Raises of every write, beside what each names:
    PermissionDenied: the event is not this person's.
    EventMovedOn: somebody decided something since.
"""

from django.db import transaction
from django.utils import timezone

from lms.people.models import User
from lms.training.enums import Enrolment, EventState
from lms.training.letters import cancelled_letter, materials_letter
from lms.training.models import EventDecision, TrainingEvent
from lms.training.selectors.answering import open_address
from lms.training.selectors.rosters import roster_of
from lms.training.services.certifying import issue_certificates
from lms.training.services.planning import own_event
from lms.training.services.problems import EventMovedOn, NotHeldYet, SittingsUnclear
from lms.training.services.requests import release_requests

# From where to where a decision may lead.
_WAYS: dict[str, frozenset[str]] = {
    EventState.PLANNED: frozenset({EventState.OPEN, EventState.CLOSED, EventState.CANCELLED}),
    EventState.OPEN: frozenset({EventState.PLANNED, EventState.CLOSED, EventState.CANCELLED}),
    EventState.CLOSED: frozenset({EventState.OPEN}),
    EventState.CANCELLED: frozenset(),
}


@transaction.atomic
def open_event(*, event: TrainingEvent, expected: int, by: User, reason: str = "") -> EventDecision:
    """Open the enrolment, or with a reason a closed event again to correct it."""
    event = own_event(event, by)
    if event.state == EventState.CLOSED and not reason:
        # A page on which the enrolment could still be opened is older than the closing.
        raise EventMovedOn
    return _decide(event, expected, EventState.OPEN, by, reason)


@transaction.atomic
def close_event(*, event: TrainingEvent, expected: int, by: User) -> EventDecision:
    """Close the event: from now on it counts; who was there is sent the materials, and who has
    earned a certificate gets one.

    Raises NotHeldYet before its last sitting.
    """
    event = own_event(event, by)
    if event.sittings.filter(starts_at__gt=timezone.now()).exists():
        raise NotHeldYet
    decision = _decide(event, expected, EventState.CLOSED, by)
    opinion = open_address(event, "parere")
    for row in roster_of(event).rows:
        if row.attended:
            materials_letter(row.participant, opinion)
    issue_certificates(event=event, by=by)
    return decision


@transaction.atomic
def cancel_event(*, event: TrainingEvent, expected: int, by: User, reason: str) -> EventDecision:
    """Cancel the event for good, and write to everybody who is enrolled or waits. A request that
    it answered waits for another event."""
    event = own_event(event, by)
    if event.state != EventState.CANCELLED:
        release_requests(event=event, by=by, reason=reason)
    decision = _decide(event, expected, EventState.CANCELLED, by, reason)
    for participant in event.participants.exclude(enrolment=Enrolment.WITHDRAWN):
        cancelled_letter(participant, reason)
    return decision


def _decide(
    event: TrainingEvent, expected: int, state: EventState, by: User, reason: str = ""
) -> EventDecision:
    last = event.decisions.order_by("-number").first()
    number = last.number if last else 0
    if number != expected:
        # The same button pressed twice is one decision.
        if last and number == expected + 1 and (last.state, last.decided_by_id) == (state, by.pk):
            return last
        raise EventMovedOn
    if state not in _WAYS[event.state]:
        raise EventMovedOn
    decision = event.decisions.create(
        number=number + 1,
        state=state,
        decided_at=timezone.now(),
        decided_by=by,
        reason=reason,
        **(_what_it_was(event) if state == EventState.CLOSED else {}),
    )
    event.state = state
    event.save(update_fields=["state"])
    return decision


def _what_it_was(event: TrainingEvent) -> dict[str, object]:
    """What a report reads of an event that is closed now."""
    last = event.sittings.order_by("number").last()
    # An event is never without a sitting: planning refuses it.
    if last is None:
        raise SittingsUnclear
    kept = ("organiser", "project", "county", "programme", "mode")
    return {
        "held_on": timezone.localdate(last.starts_at),
        **{name: getattr(event, name) for name in kept},
    }
