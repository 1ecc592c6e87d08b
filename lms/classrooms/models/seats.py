"""How pupils come in: the code of a class, and the places in it."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from lms.classrooms.models.classes import SchoolClass
from lms.people.models import Learner


class JoinCode(models.Model):
    """The letters that open one class. Deleted with its places, so that it can be drawn again."""

    school_class = models.OneToOneField(SchoolClass, models.CASCADE, related_name="code")
    # Two classes opened at once draw different codes: the second one draws again.
    code = models.CharField(_("cod"), max_length=9, unique=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("codul clasei")
        verbose_name_plural = _("codurile claselor")

    def __str__(self) -> str:
        return self.code


class Seat(models.Model):
    """A learner's place in a class. Its number gives the nickname, and nothing else."""

    school_class = models.ForeignKey(SchoolClass, models.CASCADE, related_name="seats")
    learner = models.OneToOneField(Learner, models.CASCADE, related_name="seat")
    number = models.PositiveSmallIntegerField()
    # Made with the form that joins, and sent again with it.
    client_id = models.UUIDField(default=uuid.uuid4, editable=False)

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["school_class", "number"]
        verbose_name = _("loc")
        verbose_name_plural = _("locuri")
        constraints = [
            # Thirty who join at once sit in thirty places, each with a nickname of its own.
            models.UniqueConstraint(fields=["school_class", "number"], name="one_seat_per_number"),
            # A double click takes one place; the same form with another class's code takes
            # another one there.
            models.UniqueConstraint(fields=["school_class", "client_id"], name="one_seat_per_form"),
        ]

    def __str__(self) -> str:
        return f"{self.school_class_id} / {self.number}"
