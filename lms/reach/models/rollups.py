"""Sums of judged sessions by month, as few and as narrow as the reports need.

Only what counts and what is unconfirmed: `status` tells them apart (reported, verified,
unconfirmed). A month is made again from its lines as a whole, never added to.
"""

from django.db import models


class DirtyMonth(models.Model):
    """A month ("2026-10") whose lines changed since its sums were made: reads sum its lines."""

    month = models.CharField(max_length=7, primary_key=True)

    def __str__(self) -> str:
        return self.month


class Rollup(models.Model):
    """A month's sum for one combination of the columns that a concrete rollup adds."""

    month = models.CharField(max_length=7)
    status = models.CharField(max_length=12)
    sessions = models.PositiveIntegerField()
    girls = models.PositiveIntegerField()
    boys = models.PositiveIntegerField()
    undisclosed = models.PositiveIntegerField()
    pupils = models.PositiveIntegerField()
    adults = models.PositiveIntegerField()

    class Meta:
        abstract = True
        indexes = [models.Index(fields=["month"], name="%(class)s_by_month")]

    def __str__(self) -> str:
        return f"{self.month} {self.status}: {self.sessions}"


class PlaceRollup(Rollup):
    """By county, level, medium and kind of group."""

    county = models.CharField(max_length=3)
    level = models.CharField(max_length=12)
    medium = models.CharField(max_length=5)
    group_type = models.CharField(max_length=16)


class LessonRollup(Rollup):
    """By organisation, lesson and modality."""

    organisation = models.CharField(max_length=40)
    lesson = models.CharField(max_length=255)
    modality = models.CharField(max_length=9)


class OrganisationRollup(Rollup):
    """By organisation and county."""

    organisation = models.CharField(max_length=40)
    county = models.CharField(max_length=3)
