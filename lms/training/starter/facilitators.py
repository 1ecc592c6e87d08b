"""A facilitator of a demonstration: one of those who were trained, with the teacher's account."""

from lms.people.models import User
from lms.training.models import Certificate
from lms.training.services import make_facilitator, tie_facilitator
from lms.training.services.facilitating import USUAL_YEARS, years_from_today


def load(trainer: User) -> str:
    """Name somebody who has a certificate, once, and tie it to the invented teacher's account; a
    second one has the letter and has not opened it."""
    teacher = User.objects.filter(email__startswith="profesor@").first()
    certificates = Certificate.objects.filter(facilitators=None).order_by("name")[:2]
    for number, certificate in enumerate(certificates):
        facilitator = make_facilitator(
            certificate=certificate,
            programme=certificate.participant.event.programme,
            valid_until=years_from_today(USUAL_YEARS),
            by=trainer,
        )
        if teacher is not None and number == 0:
            link = facilitator.link_number
            tie_facilitator(facilitator=facilitator, link=link, user=teacher)
    return f"{len(certificates)} demo facilitators"
