"""Vocabulary of dated facts."""

from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

if TYPE_CHECKING:
    from lms.abroad.models import LabourFact  # noqa: F401


class LabourFactQuerySet(models.QuerySet["LabourFact"]):
    """Facts that readers get, and those of a day."""

    def published(self) -> "LabourFactQuerySet":
        """What readers may be shown."""
        return self.filter(published=True)

    def on(self, day: date) -> "LabourFactQuerySet":
        """What holds on this day: neither over yet nor still to come."""
        begun = Q(valid_from=None) | Q(valid_from__lte=day)
        return self.filter(begun, Q(valid_until=None) | Q(valid_until__gte=day))

    def of(self, country: str, field: str, position: int = 1) -> "LabourFactQuerySet":
        """All rows of one value: today's, those before, those to come."""
        return self.filter(country=country, field=field, position=position)
