"""Facilitators for tests: somebody with a certificate, named, and with an account."""

from datetime import timedelta
from uuid import uuid4

from django.utils import timezone

from lms.people.services import confirm_email
from lms.training.models import Certificate, Facilitator
from lms.training.services import close_event, make_facilitator, tick, tie_facilitator
from lms.training.tokens import facilitator_token
from tests.factories import make_user
from tests.training.event_factories import make_event, make_participant


def in_days(days):
    """The day so many days from now."""
    return timezone.localdate() + timedelta(days=days)


def make_certificate(trainer, programme=None, **person) -> Certificate:
    """A certificate of somebody who was at an event of one sitting."""
    event = make_event(trainer, hours=-3, **({"programme": programme} if programme else {}))
    participant = make_participant(event, **person)
    tick(
        sitting=event.sittings.get(), participant=participant, present=True, client_id=uuid4(),
        said_at=timezone.now(), by=trainer,
    )  # fmt: skip
    close_event(event=event, expected=1, by=trainer)
    return Certificate.objects.get(participant=participant)


def name_facilitator(trainer, certificate=None, *, days=365, programme=None) -> Facilitator:
    """The holder of a certificate, named facilitator of the event's programme."""
    certificate = certificate or make_certificate(trainer)
    return make_facilitator(
        certificate=certificate,
        programme=programme or certificate.participant.event.programme,
        valid_until=in_days(days),
        by=trainer,
    )


def make_reader(*roles):
    """Somebody whose account has a confirmed address."""
    user = make_user(*roles)
    confirm_email(user=user)
    return user


def take_on(facilitator, user=None):
    """Tie a facilitator to an account by the last link; returns the account."""
    user = user or make_reader()
    facilitator.refresh_from_db()
    tie_facilitator(facilitator=facilitator, link=facilitator.link_number, user=user)
    return user


def link_of(facilitator) -> str:
    """The address of the last link."""
    facilitator.refresh_from_db()
    token = facilitator_token(facilitator.public_id, facilitator.link_number)
    return f"/formare/facilitator/{token}/"
