"""Letters to facilitators, in the language of the participant, through the outbox."""

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from lms.people.services import post_letter
from lms.training.models import Facilitator
from lms.training.tokens import facilitator_token


def named_letter(facilitator: Facilitator) -> None:
    """That one is a facilitator, until when, and the link that opens it with an account; without
    the link for whoever has used it."""
    with translation.override(facilitator.participant.language):
        token = facilitator_token(facilitator.public_id, facilitator.link_number)
        own = reverse("training:own_facilitator")
        tie = reverse("training:tie_facilitator", args=[token])
        is_tied = facilitator.tied_at is not None
        context = {"is_tied": is_tied, "address": settings.SITE_URL + (own if is_tied else tie)}
        subject = _("Facilitator: %(programme)s")
        _post(facilitator, "facilitator", subject, context)


def tied_letter(facilitator: Facilitator) -> None:
    """That an account has taken it on, so that whoever did not do it can say so."""
    with translation.override(facilitator.participant.language):
        subject = _("Rolul de facilitator este legat de un cont: %(programme)s")
        _post(facilitator, "facilitator_tied", subject, {})


def ended_letter(facilitator: Facilitator) -> None:
    """That it holds no more. The reason is for trainers."""
    with translation.override(facilitator.participant.language):
        subject = _("Nu mai sunteți facilitator: %(programme)s")
        _post(facilitator, "facilitator_ended", subject, {})


def _post(facilitator: Facilitator, template: str, subject: str, more: dict[str, object]) -> None:
    participant = facilitator.participant
    if not participant.email:
        return
    context = {
        "facilitator": facilitator,
        "programme": facilitator.programme,
        "organiser": participant.event.organiser,
        "SECRETARIAT_EMAIL": settings.SECRETARIAT_EMAIL,
        **more,
    }
    decision = facilitator.decisions.count()
    said = subject % {"programme": facilitator.programme.title}
    post_letter(
        # The participant stands last: whoever erases the person finds these letters too.
        key=f"training:{template}:{facilitator.public_id}:{decision}:{participant.public_id}",
        address=participant.email,
        # A mail's head is one line, and the outbox keeps so much of it.
        subject=" ".join(said.split())[:200],
        body=render_to_string(f"training/mail/{template}.txt", context),
    )
