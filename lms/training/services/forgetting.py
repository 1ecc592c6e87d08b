"""Erasing people: on their own word, or when the time for which they agreed is over.

What counts stays: attendance, audiences, and a random key in the place of the keyed hash, the same
on all rows of one person, so that one person at two events stays one person. A certificate keeps
what its check page shows, and loses the name.
"""

from datetime import timedelta

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from lms.people.services import forget_letters_to
from lms.training.consents import KEPT_DAYS
from lms.training.enums import Enrolment
from lms.training.models import Certificate, Participant, TrainingEvent, TrainingRequest
from lms.training.person_keys import random_key
from lms.training.selectors.facilitators import people_who_facilitate
from lms.training.services.enrolling import move_up
from lms.training.services.facilitating import untie_facilitators


@transaction.atomic
def forget_person(*, participant: Participant) -> int:
    """Erase this person from every event, and free the places that they held at coming ones;
    returns at how many events they were. Erasing again changes nothing."""
    rows = list(
        Participant.objects.select_for_update()
        .filter(person_key=participant.person_key, erased_at=None)
        .order_by("pk")
    )
    _erase(rows, random_key())
    for event in TrainingEvent.objects.select_for_update().filter(
        pk__in={row.event_id for row in rows}
    ):
        coming = event.sittings.filter(ends_at__gt=timezone.now()).exists()
        if coming:
            event.participants.filter(pk__in=[row.pk for row in rows]).update(
                enrolment=Enrolment.WITHDRAWN
            )
            move_up(event)
    return len(rows)


def forget_old_participants() -> int:
    """Erase those whose last event is long over; returns how many people. One transaction each.
    Whoever is a facilitator agreed to be known as long as that lasts."""
    before = timezone.now() - timedelta(days=KEPT_DAYS)
    kept = Participant.objects.filter(erased_at=None)
    kept = kept.exclude(person_key__in=people_who_facilitate())
    last = kept.values("person_key").annotate(last=Max("event__sittings__ends_at"))
    people = list(last.filter(last__lt=before).values_list("person_key", flat=True))
    for key in people:
        found = kept.filter(person_key=key).first()
        if found is not None:
            forget_person(participant=found)
    return len(people)


def forget_old_askers() -> int:
    """Erase who asked for a training long ago, whatever came of it."""
    before = timezone.now() - timedelta(days=KEPT_DAYS)
    count = 0
    for request in TrainingRequest.objects.filter(erased_at=None, asked_at__lt=before):
        with transaction.atomic():
            forget_letters_to(request.contact_email)
            request.contact_name = request.contact_email = request.contact_phone = ""
            request.message = ""
            request.erased_at = timezone.now()
            request.save()
        count += 1
    return count


def _erase(rows: list[Participant], key: str) -> None:
    now = timezone.now()
    for row in rows:
        forget_letters_to(row.email)
        row.name = row.email = row.institution = ""
        row.person_key, row.erased_at = key, now
        row.save(update_fields=["name", "email", "institution", "person_key", "erased_at"])
    Certificate.objects.filter(participant__in=rows).update(name="")
    untie_facilitators(participants=rows)
