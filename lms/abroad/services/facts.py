"""One fact: publish it in its place, or say that it still holds."""

from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lms.abroad.enums import PUBLISHABLE, Confidence
from lms.abroad.models import LabourFact
from lms.abroad.querysets import LabourFactQuerySet


class FactOverlap(Exception):  # noqa: N818 - named as people say it
    """Another published value of the same place holds on the same days."""


def check_room(*, fact: LabourFact) -> None:
    """Ask for a form whether the value could be saved in its place.

    Raises:
        FactOverlap: a value that begins later, or on the same day, is published already.
    """
    for other in _beside(fact):
        _made_room(other, fact)


@transaction.atomic
def save_fact(*, fact: LabourFact) -> LabourFact:
    """Save a value. A published one takes over from the one before it on its first day.

    Raises:
        FactOverlap: a value that begins later, or on the same day, is published already.
    """
    if fact.published and fact.checked_on and fact.confidence not in PUBLISHABLE:
        # Whoever publishes a draft has read the source that the form asks for.
        fact.confidence = Confidence.CHECKED
    # The rows of one place are taken in one order, so that two editors wait for each other.
    for other in list(_beside(fact).select_for_update()):
        if _made_room(other, fact):
            other.save(update_fields=["valid_until"])
    fact.save()
    return fact


def _beside(fact: LabourFact) -> LabourFactQuerySet:
    """The published values of the same place."""
    place = LabourFact.objects.of(fact.country, fact.field, fact.position)
    return place.published().exclude(pk=fact.pk).order_by("pk")


def _made_room(other: LabourFact, fact: LabourFact) -> bool:
    if not fact.published or not _overlap(other, fact):
        return False
    begins = fact.valid_from
    if begins is None or begins <= (other.valid_from or date.min) or other.valid_until:
        raise FactOverlap(_("În aceste zile este publicată deja altă valoare a acestui câmp."))
    other.valid_until = begins - timedelta(days=1)
    return True


def _overlap(one: LabourFact, other: LabourFact) -> bool:
    starts_before_end = (one.valid_from or date.min) <= (other.valid_until or date.max)
    return starts_before_end and (other.valid_from or date.min) <= (one.valid_until or date.max)


@transaction.atomic
def confirm_fact(*, fact: LabourFact, day: date | None = None) -> LabourFact:
    """Say that a value was read in its source again and has not changed.

    Raises:
        ValidationError: it is a draft without a source.
    """
    # As it is now: somebody may have published it since it was read.
    fact = LabourFact.objects.select_for_update().get(pk=fact.pk)
    if not fact.source_address or not fact.source_title:
        raise ValidationError(_("Scrieți întâi sursa și adresa ei."))
    fact.checked_on = day or timezone.localdate()
    if fact.published:
        fact.confidence = Confidence.CHECKED
    fact.save(update_fields=["checked_on", "confidence"])
    return fact
