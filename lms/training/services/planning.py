"""Planning an event: what it is, when it is held, by whom.

Raises of every write, beside what each names:
    PermissionDenied: the event is not this person's to plan.
    SittingsUnclear: there is no sitting, or two overlap.
"""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from lms.core.codes import new_code
from lms.organisations.models import MemberOrganisation
from lms.people.models import User
from lms.training.enums import SETTLED_STATES, Enrolment
from lms.training.letters import changed_letter
from lms.training.models import TrainingEvent
from lms.training.services.enrolling import move_up
from lms.training.services.problems import EventSettled
from lms.training.services.sittings import SittingPlan, set_sittings

PLAN = "training.plan_training_events"
SEE_ALL = "training.see_all_training_events"


@transaction.atomic
def plan_event(
    *,
    client_id: UUID,
    sittings: Sequence[SittingPlan],
    by: User,
    trainers: Iterable[User] = (),
    co_organisers: Iterable[MemberOrganisation] = (),
    **fields: Any,
) -> TrainingEvent:
    """Plan an event. `fields` are those of TrainingEvent. The same form sent twice is one event."""
    if not may_organise(by, fields["organiser"]):
        raise PermissionDenied
    known = TrainingEvent.objects.filter(client_id=client_id).first()
    if known is not None:
        if not TrainingEvent.objects.for_user(by).filter(pk=known.pk).exists():
            raise PermissionDenied
        return known
    event = TrainingEvent.objects.create(
        client_id=client_id, code=_free_code(), created_by=by, **fields
    )
    event.trainers.set(trainers)
    event.co_organisers.set(co_organisers)
    set_sittings(event, sittings)
    return event


@transaction.atomic
def change_event(
    *,
    event: TrainingEvent,
    sittings: Sequence[SittingPlan],
    by: User,
    trainers: Iterable[User] = (),
    co_organisers: Iterable[MemberOrganisation] = (),
    **fields: Any,
) -> TrainingEvent:
    """Change what was planned. More places move people up from the waiting list; whoever is on
    the list is told when the time or the place changed.

    Raises EventSettled when it was closed or cancelled.
    """
    event = own_event(event, by)
    if event.state in SETTLED_STATES:
        raise EventSettled
    organiser = fields.get("organiser", event.organiser)
    # A guest who trains with others may change the event, and never takes it over.
    both = (organiser, event.organiser)
    if organiser != event.organiser and not all(may_organise(by, one) for one in both):
        raise PermissionDenied
    is_host = may_organise(by, event.organiser)
    before = _when_and_where(event)
    for name, value in fields.items():
        setattr(event, name, value)
    event.save()
    # Who may read the list of participants is for the organiser to say, not for a guest.
    if is_host:
        event.trainers.set(trainers)
        event.co_organisers.set(co_organisers)
    set_sittings(event, sittings)
    if _when_and_where(event) != before and event.sittings.filter(ends_at__gt=timezone.now()):
        for participant in event.participants.exclude(enrolment=Enrolment.WITHDRAWN):
            changed_letter(participant)
    move_up(event)
    return event


def may_organise(user: User, organisation: MemberOrganisation) -> bool:
    """Whether this person may plan events of this organisation."""
    if user.has_perm(SEE_ALL):
        return True
    return user.has_perm(PLAN) and user.organisation_id == organisation.pk


def own_event(event: TrainingEvent, by: User) -> TrainingEvent:
    """The event as it is now, its row held until the transaction ends.

    Raises PermissionDenied of an event that is not this person's.
    """
    if not TrainingEvent.objects.for_user(by).filter(pk=event.pk).exists():
        raise PermissionDenied
    return TrainingEvent.objects.select_for_update().get(pk=event.pk)


def _when_and_where(event: TrainingEvent) -> tuple[object, ...]:
    """What a participant has to know again when it changes."""
    times = event.sittings.order_by("number").values_list("starts_at", "ends_at", "place")
    return (event.place, event.county_id, event.online_address, *times)


def _free_code() -> str:
    """A code that no event has. Taken at the same moment by two, the constraint refuses one."""
    while TrainingEvent.objects.filter(code=(code := new_code())).exists():
        pass
    return code
