"""Letters about trainings, in the language of whoever gets them, through the outbox.

The key of a letter says for what it is: a letter is written once for one occasion.
"""

from collections.abc import Mapping

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from lms.people.services import is_posted, post_letter
from lms.training.enums import Enrolment
from lms.training.models import Certificate, Participant, TrainingRequest
from lms.training.selectors.programme_pages import take_home
from lms.training.selectors.programmes import programme_titles
from lms.training.tokens import participant_token


def enrolment_letter(participant: Participant) -> None:
    """What somebody who enrolled needs: when, where, and the link of their own page."""
    with translation.override(participant.language):
        waits = participant.enrolment == Enrolment.WAITING
        subject = _("Sunteți pe lista de așteptare: %s") if waits else _("Locul dumneavoastră: %s")
        # Enrolled, withdrawn and enrolled again: each time is an occasion of its own.
        occasion = f"enrolled:{participant.enrolled_at.timestamp():.0f}"
        _to_participant(participant, occasion, subject, "enrolment", {"waits": waits})


def moved_up_letter(participant: Participant) -> None:
    """A place has become free for somebody who waited."""
    with translation.override(participant.language):
        occasion = f"moved:{participant.enrolled_at.timestamp():.0f}"
        _to_participant(participant, occasion, _("Aveți loc: %s"), "enrolment", {"moved_up": True})


def reminder_letter(participant: Participant, questions: str) -> None:
    """The event begins soon; `questions` is the address of those to answer before it, "" of none.
    Moved to another day, it is written again."""
    first = participant.event.sittings.order_by("number").first()
    occasion = f"reminder:{first.starts_at.timestamp():.0f}" if first else "reminder"
    with translation.override(participant.language):
        _to_participant(
            participant, occasion, _("În curând: %s"), "reminder", {"questions": questions}
        )


def changed_letter(participant: Participant) -> None:
    """The event is held at another time or place."""
    with translation.override(participant.language):
        occasion = f"changed:{timezone.now().timestamp():.6f}"
        waits = participant.enrolment == Enrolment.WAITING
        _to_participant(participant, occasion, _("S-a schimbat: %s"), "changed", {"waits": waits})


def listed_letter(participant: Participant) -> None:
    """They came without enrolling, or the trainer has put them onto the list: what is kept of
    them, and the link of their own page."""
    with translation.override(participant.language):
        _to_participant(participant, "listed", _("Sunteți pe lista formării: %s"), "listed", {})


def cancelled_letter(participant: Participant, reason: str) -> None:
    """The event is not held."""
    with translation.override(participant.language):
        _to_participant(
            participant,
            "cancelled",
            _("Formarea nu se mai ține: %s"),
            "cancelled",
            {"reason": reason},
        )


def materials_letter(participant: Participant, opinion: str) -> None:
    """What somebody who was there takes home, and where they can say what they thought, "" when
    nobody asks."""
    with translation.override(participant.language):
        home = take_home(participant.event.programme, participant.language)
        more = {"home": home, "opinion": opinion}
        _to_participant(participant, "materials", _("Materialele formării: %s"), "materials", more)


def certificate_letter(certificate: Certificate) -> None:
    """The certificate is ready, on the participant's own page."""
    participant = certificate.participant
    with translation.override(participant.language):
        _to_participant(
            participant,
            f"certificate:{certificate.number}",
            _("Adeverința dumneavoastră: %s"),
            "certificate",
            {"certificate": certificate},
        )


def revoked_letter(certificate: Certificate, reason: str) -> None:
    """The certificate is no longer valid, and why."""
    participant = certificate.participant
    with translation.override(participant.language):
        _to_participant(
            participant,
            f"revoked:{certificate.number}",
            _("Adeverința nu mai este valabilă: %s"),
            "revoked",
            {"certificate": certificate, "reason": reason},
        )


def request_letter(request: TrainingRequest) -> None:
    """The request has arrived."""
    with translation.override(request.language):
        more: dict[str, object] = {}
        if request.programme:
            titles = programme_titles(request.language)
            more["programme"] = titles[str(request.programme.translation_key)]
        _to_asker(request, "asked", _("Am primit cererea de formare"), "request", more)


def taken_letter(request: TrainingRequest) -> None:
    """An organisation will write to them."""
    with translation.override(request.language):
        number = request.decisions.count()
        _to_asker(
            request,
            f"taken:{number}",
            _("Cererea dumneavoastră este preluată"),
            "request_taken",
            {},
        )


def declined_letter(request: TrainingRequest, reason: str) -> None:
    """Nobody can hold it, and why."""
    with translation.override(request.language):
        number = request.decisions.count()
        subject = _("Despre cererea dumneavoastră de formare")
        _to_asker(request, f"declined:{number}", subject, "request_declined", {"reason": reason})


def _to_participant(
    participant: Participant, occasion: str, subject: str, template: str, more: Mapping[str, object]
) -> None:
    key = f"training:{occasion}:{participant.public_id}"
    # The clock reminds of an event every few minutes: what was written is not written again.
    if not participant.email or is_posted(key):
        return
    own = reverse("training:own", args=[participant_token(participant.public_id)])
    context = {
        "participant": participant,
        "event": participant.event,
        "sittings": list(participant.event.sittings.all()),
        "own_address": settings.SITE_URL + own,
        "SECRETARIAT_EMAIL": settings.SECRETARIAT_EMAIL,
        **more,
    }
    post_letter(
        key=key,
        address=participant.email,
        # A mail's head is one line, and the outbox keeps so much of it.
        subject=" ".join((subject % participant.event).split())[:200],
        body=render_to_string(f"training/mail/{template}.txt", context),
    )


def _to_asker(
    request: TrainingRequest, occasion: str, subject: str, template: str, more: Mapping[str, object]
) -> None:
    if not request.contact_email:
        return
    context = {"asked": request, "SECRETARIAT_EMAIL": settings.SECRETARIAT_EMAIL, **more}
    post_letter(
        key=f"training-request:{occasion}:{request.public_id}",
        address=request.contact_email,
        subject=subject,
        body=render_to_string(f"training/mail/{template}.txt", context),
    )
