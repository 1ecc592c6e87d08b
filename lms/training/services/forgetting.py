"""Erasing people: on their own word, or when the time for which they agreed is over.

What counts stays: attendance, audiences, age and gender where they were said, and a random key in
the place of the keyed hash, the same on all rows of one person, so that one person at two events
stays one person. A certificate keeps what its check page shows, and loses the name, and the reason
of a correction, which may say it.
"""

from datetime import timedelta

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from lms.people.services import forget_letters_about
from lms.training.consents import KEPT_DAYS
from lms.training.enums import Enrolment
from lms.training.models import Certificate, Participant, TrainingEvent, TrainingRequest
from lms.training.person_keys import random_key
from lms.training.selectors.facilitators import people_who_facilitate
from lms.training.services.enrolling import move_up
from lms.training.services.facilitating import untie_facilitators


@transaction.atomic
def forget_person(*, participant: Participant) -> int:
    """Erase this person, on their own word, from every event and from the requests that they
    wrote; their places at coming events are free again. Returns at how many events they were.
    Erasing again changes nothing."""
    count = _forget(participant.person_key)
    own = TrainingRequest.objects.filter(
        erased_at=None, contact_email__iexact=participant.email
    ).exclude(contact_email="")
    for request in own.select_for_update().order_by("pk"):
        _erase_asker(request)
    return count


def forget_old_participants() -> int:
    """Erase those whose last event is long over; returns how many people. One transaction each.
    Whoever is a facilitator agreed to be known as long as that lasts."""
    before = timezone.now() - timedelta(days=KEPT_DAYS)
    kept = Participant.objects.filter(erased_at=None)
    kept = kept.exclude(person_key__in=people_who_facilitate())
    last = kept.values("person_key").annotate(last=Max("event__sittings__ends_at"))
    people = list(last.filter(last__lt=before).values_list("person_key", flat=True))
    for key in people:
        with transaction.atomic():
            _forget(key)
    return len(people)


def forget_old_askers() -> int:
    """Erase who asked for a training long ago, whatever came of it; returns how many requests.
    One transaction each."""
    before = timezone.now() - timedelta(days=KEPT_DAYS)
    old = TrainingRequest.objects.filter(erased_at=None, asked_at__lt=before)
    keys = list(old.values_list("pk", flat=True))
    for key in keys:
        with transaction.atomic():
            _erase_asker(TrainingRequest.objects.select_for_update().get(pk=key))
    return len(keys)


def _forget(key: str) -> int:
    # Events before participants, as whoever enrols and withdraws takes them.
    events = list(
        TrainingEvent.objects.select_for_update()
        .filter(pk__in=Participant.objects.filter(person_key=key).values("event"))
        .order_by("pk")
    )
    rows = list(
        Participant.objects.select_for_update()
        .filter(person_key=key, erased_at=None)
        .order_by("pk")
    )
    _erase(rows, random_key())
    for event in events:
        if event.sittings.filter(ends_at__gt=timezone.now()).exists():
            event.participants.filter(pk__in=[row.pk for row in rows]).update(
                enrolment=Enrolment.WITHDRAWN
            )
            move_up(event)
    return len(rows)


def _erase(rows: list[Participant], key: str) -> None:
    now = timezone.now()
    for row in rows:
        forget_letters_about(row.public_id)
        row.name = row.email = row.institution = ""
        # The county of a training counts, never that of a participant.
        row.county = None
        row.person_key, row.erased_at = key, now
        row.save(
            update_fields=["name", "email", "institution", "county", "person_key", "erased_at"]
        )
    Certificate.objects.filter(participant__in=rows).update(name="", reason="")
    untie_facilitators(participants=rows)


def _erase_asker(request: TrainingRequest) -> None:
    forget_letters_about(request.public_id)
    request.contact_name = request.contact_email = request.contact_phone = ""
    request.message = request.wanted = ""
    request.erased_at = timezone.now()
    request.save()
