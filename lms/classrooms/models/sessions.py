"""Class sessions: one plan taught to one group on one day. What is known of one is its revisions."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from lms.classrooms.enums import COUNTED_STATUSES, Channel, Status
from lms.core.periods import Period
from lms.people.models import User


class ClassSessionQuerySet(models.QuerySet["ClassSession"]):
    """Vocabulary of class sessions. Everything here speaks of the latest revision (RR1)."""

    def in_period(self, period: Period) -> "ClassSessionQuerySet":
        """Sessions held in the period (RR10: the day it was held, not the day it was recorded)."""
        return self.filter(latest__date__range=(period.start, period.end))

    def with_counted_status(self) -> "ClassSessionQuerySet":
        """Sessions whose status counts (RR2); quarantine and duplicates are another question."""
        return self.filter(latest__status__in=COUNTED_STATUSES)

    def unconfirmed(self) -> "ClassSessionQuerySet":
        """Sessions registered without an account that nobody has confirmed yet."""
        return self.filter(latest__status=Status.UNCONFIRMED)

    def for_user(self, user: User) -> "ClassSessionQuerySet":
        """The sessions that this user may see and act on: the one place where that is decided.

        Secretariat: all. A member's officer: those of the organisation and the user's own.
        Anyone else: the user's own.
        """
        if not user.is_authenticated or not user.is_active:
            return self.none()
        if user.has_perm("classrooms.see_all_class_sessions"):
            return self
        mine = models.Q(author=user)
        if user.organisation_id and user.has_perm("classrooms.accept_class_sessions"):
            mine |= models.Q(latest__organisation=user.organisation_id)
        return self.filter(mine)


class ClassSession(models.Model):
    """The identity of a class session: what never changes, and a pointer to what holds now."""

    # Made by the client before the form is sent: sending twice is registering once.
    client_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    reference = models.CharField(_("referință"), max_length=20, unique=True)
    channel = models.CharField(max_length=7, choices=Channel.choices)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="sessions"
    )
    # RR13: an account's token or a keyed hash of a confirmed e-mail; erasing the person keeps it.
    teacher_token = models.CharField(max_length=64, blank=True, db_index=True)
    # The hash of an e-mail that is not confirmed yet; it becomes the teacher's token when it is.
    claimed_token = models.CharField(max_length=64, blank=True)
    latest = models.OneToOneField(
        "classrooms.ClassSessionRevision", models.PROTECT, null=True, related_name="+"
    )

    objects = ClassSessionQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("sesiune la clasă")
        verbose_name_plural = _("sesiuni la clasă")
        permissions = [
            ("register_class_sessions", "May register class sessions"),
            ("import_class_sessions", "May import class sessions from a file"),
            ("accept_class_sessions", "May accept unconfirmed class sessions"),
            ("see_all_class_sessions", "May see the class sessions of everybody"),
        ]

    def __str__(self) -> str:
        return self.reference
