"""Class sessions: one plan taught to one group on one day. What is known is its revisions."""

import uuid
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from lms.classrooms.enums import Channel
from lms.classrooms.querysets import ClassSessionQuerySet
from lms.core.constraints import only_known

if TYPE_CHECKING:
    from lms.classrooms.models.revisions import ClassSessionRevision


class ClassSession(models.Model):
    """The identity of a class session: what never changes, and a pointer to what holds now."""

    # Made by the client before the form is sent: sending twice is registering once.
    client_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    reference = models.CharField(_("referință"), max_length=40, unique=True)
    channel = models.CharField(max_length=7, choices=Channel.choices)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="sessions"
    )
    # RR13: the keyed hash of a confirmed e-mail, an account's too; erasing the person keeps it.
    teacher_token = models.CharField(max_length=64, blank=True, db_index=True)
    # The hash of an e-mail that is not confirmed yet; it becomes the teacher's token when it is.
    claimed_token = models.CharField(max_length=64, blank=True, db_index=True)
    latest = models.OneToOneField(
        "classrooms.ClassSessionRevision", models.PROTECT, null=True, related_name="+"
    )

    objects = ClassSessionQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("sesiune la clasă")
        verbose_name_plural = _("sesiuni la clasă")
        constraints = [only_known("channel", Channel, name="session_channel_is_known")]
        permissions = [
            ("register_class_sessions", "May register class sessions"),
            ("import_class_sessions", "May import class sessions from a file"),
            ("accept_class_sessions", "May accept unconfirmed class sessions"),
            ("see_all_class_sessions", "May see the class sessions of everybody"),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def current(self) -> "ClassSessionRevision":
        """What holds now. Raises ValueError before the first revision is saved."""
        if self.latest is None:
            raise ValueError("nothing was said of this session yet")
        return self.latest
