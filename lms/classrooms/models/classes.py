"""Classes: one group of pupils at one module for one hour. Nothing here says who they are.

Not to be taken for a class session (`ClassSession`), which is the teacher's report of an hour.
"""

import uuid
from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lessons.models import ModulePage, StepPage
from lms.classrooms.enums import Pace
from lms.classrooms.models.sessions import ClassSession
from lms.classrooms.querysets import SchoolClassQuerySet
from lms.core.constraints import only_known
from lms.organisations.models import School


class SchoolClass(models.Model):
    """A class that works through a module by a code. What stays of it is counts."""

    # In addresses, and the `group` that answers and completions carry. Also the id with which its
    # class session is registered, so that confirming twice is confirming once.
    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    # Made with the form that opens it: a double click opens one class.
    client_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    teacher = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="school_classes"
    )
    module = models.ForeignKey(ModulePage, models.PROTECT, related_name="school_classes")
    school = models.ForeignKey(School, models.PROTECT, null=True, blank=True, related_name="+")
    class_label = models.CharField(_("clasa"), max_length=40, blank=True)
    pace = models.CharField(_("ritm"), max_length=7, choices=Pace.choices, default=Pace.SELF)
    opened_at = models.DateTimeField(_("deschisă la"), default=timezone.now)
    # From this moment on it is closed, whether or not anybody pressed anything.
    closes_at = models.DateTimeField(_("se închide la"))
    # Pressed earlier, or noted down afterwards by the clock.
    closed_at = models.DateTimeField(_("închisă la"), null=True, blank=True)
    paused = models.BooleanField(_("în pauză"), default=False)
    # Where everybody is when the teacher sets the pace.
    current_step = models.ForeignKey(
        StepPage, models.PROTECT, null=True, blank=True, related_name="+"
    )
    session = models.OneToOneField(
        ClassSession, models.PROTECT, null=True, blank=True, related_name="school_class"
    )
    # When the places and everything that hangs on them are deleted; the learners carry the same.
    expires_at = models.DateTimeField(db_index=True)
    # How many joined, once their places are gone (until then the places are counted).
    joined = models.PositiveSmallIntegerField(null=True)
    forgotten_at = models.DateTimeField(null=True)

    objects = SchoolClassQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["-opened_at"]
        verbose_name = _("clasă")
        verbose_name_plural = _("clase")
        constraints = [
            only_known("pace", Pace, name="class_pace_is_known"),
            # Two windows that extend and close at once: whatever wins, it ends after it began.
            models.CheckConstraint(
                condition=Q(closes_at__gt=F("opened_at")), name="class_closes_after_opening"
            ),
        ]
        indexes = [models.Index(fields=["teacher", "-opened_at"], name="class_by_teacher")]

    def __str__(self) -> str:
        return f"{self.class_label or self.pk}, {self.opened_at:%d.%m.%Y}"

    @property
    def ended_at(self) -> datetime:
        """When it ended or is going to end."""
        return self.closed_at or self.closes_at

    def is_open(self, now: datetime | None = None) -> bool:
        """Whether pupils can join and answer at this moment."""
        return self.closed_at is None and (now or timezone.now()) < self.closes_at

    @property
    def has_teacher_pace(self) -> bool:
        """Whether everybody sees the same step."""
        return self.pace == Pace.TEACHER


class ClassStep(models.Model):
    """A step that the class goes through, fixed when it opens: later edits move nothing."""

    school_class = models.ForeignKey(SchoolClass, models.CASCADE, related_name="steps")
    step = models.ForeignKey(StepPage, models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    # How many got past it, once the learners are gone.
    passed = models.PositiveSmallIntegerField(null=True)

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["school_class", "number"]
        verbose_name = _("pas al clasei")
        verbose_name_plural = _("pași ai clasei")
        constraints = [
            # The form that opens a class, sent twice at once, cannot bring in its steps twice,
            models.UniqueConstraint(fields=["school_class", "step"], name="one_class_step_each"),
            # nor number them twice.
            models.UniqueConstraint(
                fields=["school_class", "number"], name="one_class_step_per_number"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.school_class_id} / {self.number}"
