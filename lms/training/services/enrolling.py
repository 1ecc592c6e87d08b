"""Enrolling, waiting, withdrawing. Whoever enrols has no account: the e-mail address is the key."""

from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone

from lms.training.consents import CONSENT_VERSION
from lms.training.enums import SETTLED_STATES, Enrolment, ParticipantSource
from lms.training.letters import enrolment_letter, moved_up_letter
from lms.training.models import Participant, TrainingEvent
from lms.training.person_keys import person_key
from lms.training.selectors.rosters import was_there
from lms.training.services.problems import EnrolmentClosed, HasAttended


@transaction.atomic
def enrol(
    *,
    event: TrainingEvent,
    client_id: UUID,
    email: str,
    funder_consent: bool = False,
    **fields: Any,
) -> Participant:
    """Enrol a person, or put them on the waiting list, and write to them. `fields` are those of
    Participant; age and gender are kept only with the consent for them.

    The same form sent twice, and the same person enrolling twice, is one participant; what was
    said first stays, because nobody has shown yet that the address is theirs.

    Raises EnrolmentClosed.
    """
    event = TrainingEvent.objects.select_for_update().get(pk=event.pk)
    if not TrainingEvent.objects.enrolling().filter(pk=event.pk).exists():
        raise EnrolmentClosed
    if not funder_consent:
        fields |= {"age": "", "gender": ""}
    participant, is_new = Participant.objects.get_or_create(
        event=event,
        person_key=person_key(email),
        defaults={
            **fields,
            "client_id": free_client_id(client_id),
            "email": email.strip(),
            "enrolment": _place(event),
            "enrolled_at": timezone.now(),
            "source": ParticipantSource.FORM,
            "consent_version": CONSENT_VERSION,
            "funder_consent_version": CONSENT_VERSION if funder_consent else "",
        },
    )
    if not is_new and participant.enrolment == Enrolment.WITHDRAWN:
        participant.enrolment, participant.enrolled_at = _place(event), timezone.now()
        participant.save(update_fields=["enrolment", "enrolled_at"])
    enrolment_letter(participant)
    return participant


@transaction.atomic
def withdraw(*, participant: Participant) -> Participant:
    """Take a participant off the list; the first who waits gets the place.

    Raises HasAttended of somebody who was there, and of an event that is closed or cancelled.
    """
    event = TrainingEvent.objects.select_for_update().get(pk=participant.event_id)
    participant.refresh_from_db()
    if event.state in SETTLED_STATES or was_there(participant):
        raise HasAttended
    if participant.enrolment != Enrolment.WITHDRAWN:
        participant.enrolment = Enrolment.WITHDRAWN
        participant.save(update_fields=["enrolment"])
        move_up(event)
    return participant


def move_up(event: TrainingEvent) -> list[Participant]:
    """Give free places to those who wait, first come first, and write to them. The event's row is
    held by the caller."""
    if event.state in SETTLED_STATES:
        return []
    waiting = event.participants.waiting()
    free = _free_places(event)
    moved = list(waiting if free is None else waiting[:free])
    for participant in moved:
        participant.enrolment = Enrolment.ENROLLED
        participant.save(update_fields=["enrolment"])
        moved_up_letter(participant)
    return moved


def free_client_id(client_id: UUID) -> UUID:
    """The id of a form, or a new one when somebody else was written down by the same form: Back
    brings a form again, and the next colleague fills it in."""
    taken = Participant.objects.filter(client_id=client_id).exists()
    return uuid4() if taken else client_id


def _place(event: TrainingEvent) -> Enrolment:
    free = _free_places(event)
    return Enrolment.ENROLLED if free is None or free > 0 else Enrolment.WAITING


def _free_places(event: TrainingEvent) -> int | None:
    """How many places are free; None when there is no limit."""
    if event.capacity is None:
        return None
    return max(0, event.capacity - event.participants.enrolled().count())
