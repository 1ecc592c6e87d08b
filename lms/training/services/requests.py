"""Requests for a training: asked by anyone, taken by an organisation, settled.

`expected` is the number of the last decision that the person saw, 0 when there was none.
"""

from typing import Any
from uuid import UUID, uuid4

from django.core.exceptions import PermissionDenied
from django.db import transaction

from lms.organisations.models import MemberOrganisation
from lms.people.models import User
from lms.training.consents import CONSENT_VERSION
from lms.training.enums import RequestState
from lms.training.letters import declined_letter, request_letter, taken_letter
from lms.training.models import RequestDecision, TrainingEvent, TrainingRequest
from lms.training.services.planning import SEE_ALL, may_organise, own_event
from lms.training.services.problems import RequestMovedOn

# From where to where a decision may lead.
_WAYS: dict[str, frozenset[str]] = {
    RequestState.NEW: frozenset({RequestState.TAKEN, RequestState.DECLINED}),
    RequestState.TAKEN: frozenset({RequestState.NEW, RequestState.PLANNED, RequestState.DECLINED}),
    # Only with the event that came of it: `release_requests`.
    RequestState.PLANNED: frozenset({RequestState.TAKEN}),
    RequestState.DECLINED: frozenset({RequestState.NEW}),
}


@transaction.atomic
def ask_for_training(*, client_id: UUID, **fields: Any) -> TrainingRequest:
    """Keep a request and confirm it by a letter. `fields` are those of TrainingRequest. The same
    form sent twice is one request."""
    known = TrainingRequest.objects.filter(client_id=client_id).first()
    if known is not None:
        if all(getattr(known, name) == value for name, value in fields.items()):
            return known
        # Back brings the same form again, and it is filled in for the next school.
        client_id = uuid4()
    request = TrainingRequest.objects.create(
        client_id=client_id, consent_version=CONSENT_VERSION, **fields
    )
    request_letter(request)
    return request


@transaction.atomic
def take_request(
    *, request: TrainingRequest, organisation: MemberOrganisation, expected: int, by: User
) -> TrainingRequest:
    """An organisation takes a request; whoever asked is told which.

    Raises:
        PermissionDenied: of another organisation's person.
        RequestMovedOn: somebody was faster.
    """
    if not may_organise(by, organisation):
        raise PermissionDenied
    request = _locked(request)
    if request.state == RequestState.PLANNED:
        raise RequestMovedOn
    is_new = _decide(request, expected, RequestState.TAKEN, by, organisation=organisation)
    if is_new:
        taken_letter(request)
    return request


@transaction.atomic
def give_back_request(
    *, request: TrainingRequest, expected: int, by: User, reason: str
) -> TrainingRequest:
    """Put a request that one cannot serve back into the queue; the secretariat also one that was
    declined."""
    request = _locked(request) if by.has_perm(SEE_ALL) else _own(request, by)
    _decide(request, expected, RequestState.NEW, by, reason=reason)
    return request


@transaction.atomic
def plan_request(
    *, request: TrainingRequest, event: TrainingEvent, expected: int, by: User
) -> TrainingRequest:
    """Say which event came of a request."""
    # The event first, as `release_requests` finds it locked.
    event = own_event(event, by)
    request = _own(request, by)
    _decide(
        request, expected, RequestState.PLANNED, by, organisation=request.organisation, event=event
    )
    return request


def release_requests(*, event: TrainingEvent, by: User, reason: str) -> None:
    """The event that answered these requests is not held: whoever had taken them plans anew."""
    planned = TrainingRequest.objects.select_for_update(of=("self",)).filter(
        event=event, state=RequestState.PLANNED
    )
    for request in planned.order_by("pk"):
        _decide(
            request, request.decisions.count(), RequestState.TAKEN, by,
            organisation=request.organisation, reason=reason,
        )  # fmt: skip


@transaction.atomic
def decline_request(
    *, request: TrainingRequest, expected: int, by: User, reason: str
) -> TrainingRequest:
    """Say that nobody can hold it, and write why to whoever asked. Only the secretariat may."""
    if not by.has_perm(SEE_ALL):
        raise PermissionDenied
    request = _locked(request)
    if _decide(request, expected, RequestState.DECLINED, by, reason=reason):
        declined_letter(request, reason)
    return request


def _own(request: TrainingRequest, by: User) -> TrainingRequest:
    """The locked request, if the person's organisation has taken it."""
    locked = _locked(request)
    if locked.organisation is None or not may_organise(by, locked.organisation):
        raise PermissionDenied
    return locked


def _locked(request: TrainingRequest) -> TrainingRequest:
    return TrainingRequest.objects.select_for_update(of=("self",)).get(pk=request.pk)


def _decide(
    request: TrainingRequest,
    expected: int,
    state: RequestState,
    by: User,
    *,
    organisation: MemberOrganisation | None = None,
    event: TrainingEvent | None = None,
    reason: str = "",
) -> RequestDecision | None:
    """Add a decision; None when the same button was pressed twice. Raises RequestMovedOn."""
    last = request.decisions.order_by("-number").first()
    number = last.number if last else 0
    if number != expected or state not in _WAYS[request.state]:
        if last and number == expected + 1 and (last.state, last.decided_by_id) == (state, by.pk):
            return None
        raise RequestMovedOn
    request.state, request.organisation, request.event = state, organisation, event
    request.save(update_fields=["state", "organisation", "event"])
    return request.decisions.create(
        number=number + 1, state=state, organisation=organisation, decided_by=by, reason=reason
    )
