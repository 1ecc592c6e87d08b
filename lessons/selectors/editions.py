"""Editions, kits, and the signed codes that kits carry."""

from django.conf import settings

from lessons.models import LessonEdition, LessonPlanPage
from lms.core.keyring import BadToken, KeyRing


def current_edition(plan: LessonPlanPage) -> LessonEdition | None:
    """The newest edition of a plan."""
    return plan.editions.order_by("-school_year").first()


def registration_token(edition: LessonEdition) -> str:
    """The signed token that a kit's QR code carries: it names the plan's edition, nobody else."""
    return registration_ring().sign({"e": edition.pk})


def edition_of_token(token: str) -> LessonEdition:
    """Return the edition that a printed code names.

    Raises:
        BadToken: the code was not printed by this site, was changed, or its edition is gone.
    """
    payload = registration_ring().read(token)
    edition_id = payload.get("e") if isinstance(payload, dict) else None
    if not isinstance(edition_id, int):
        raise BadToken("not the code of an edition")
    edition = LessonEdition.objects.select_related("plan").filter(pk=edition_id).first()
    if edition is None:
        raise BadToken("no such edition")
    return edition


def registration_ring() -> KeyRing:
    """The keys that sign what is printed on a kit."""
    return KeyRing(settings.LINK_SIGNING_KEYS, salt="kit-registration")
