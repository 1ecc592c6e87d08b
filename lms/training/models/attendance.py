"""Who was present: rows that are only ever added, each with its own copy of the audience."""

import uuid

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from lms.core.audiences import Audience
from lms.core.constraints import only_known
from lms.training.enums import AttendanceSource
from lms.training.models.events import MOST_SEATS, TrainingEvent, TrainingSitting
from lms.training.models.participants import Participant
from lms.training.querysets import AttendanceQuerySet, HeadCountQuerySet


class Attendance(models.Model):
    """What was said of one participant at one sitting; the row with the highest number holds.

    The audience is that of the day: a teacher who becomes a counsellor was trained as a teacher.
    The institution is not copied: a row that cannot be changed could not be erased.
    """

    client_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    participant = models.ForeignKey(Participant, models.PROTECT, related_name="attendance")
    sitting = models.ForeignKey(TrainingSitting, models.PROTECT, related_name="attendance")
    number = models.PositiveSmallIntegerField()
    present = models.BooleanField(_("prezent"))
    source = models.CharField(_("cum s-a aflat"), max_length=6, choices=AttendanceSource.choices)
    audience = models.CharField(_("grup-țintă"), max_length=40)
    # When it was ticked, which may be an hour before it was sent.
    said_at = models.DateTimeField()
    recorded_at = models.DateTimeField(db_index=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    objects = AttendanceQuerySet.as_manager()

    class Meta:
        ordering = ["sitting", "participant", "number"]
        verbose_name = _("prezență")
        verbose_name_plural = _("prezențe")
        constraints = [
            # A tick on two phones at once is one tick and one correction, never two first ones.
            models.UniqueConstraint(
                fields=["participant", "sitting", "number"], name="one_attendance_per_number"
            ),
            only_known("audience", Audience, name="attendance_audience_is_known"),
            only_known("source", AttendanceSource, name="attendance_source_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.participant_id} @ {self.sitting_id}: {self.present}"


class HeadCount(models.Model):
    """How many of an audience were there beside those on the list. Only ever added; the row with
    the highest number of its audience holds."""

    client_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    event = models.ForeignKey(TrainingEvent, models.PROTECT, related_name="head_counts")
    audience = models.CharField(_("grup-țintă"), max_length=40, choices=Audience.choices)
    number = models.PositiveSmallIntegerField()
    people = models.PositiveSmallIntegerField(
        _("câte persoane"), validators=[MaxValueValidator(MOST_SEATS)]
    )
    recorded_at = models.DateTimeField(db_index=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    objects = HeadCountQuerySet.as_manager()

    class Meta:
        ordering = ["event", "audience", "number"]
        verbose_name = _("numărătoare")
        verbose_name_plural = _("numărători")
        constraints = [
            # Two trainers counting at once: the later one is the next word, not a second first.
            models.UniqueConstraint(
                fields=["event", "audience", "number"], name="one_head_count_per_number"
            ),
            only_known("audience", Audience, name="head_count_audience_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.event_id} {self.audience}: {self.people}"
