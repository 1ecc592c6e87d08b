"""Imports of class sessions from a file: kept between the preview and the word to go."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from lms.classrooms.querysets import SessionImportQuerySet
from lms.organisations.models import MemberOrganisation


class SessionImport(models.Model):
    """A file that somebody uploaded: its rows as read, until they are registered or dropped."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    uploaded_at = models.DateTimeField(auto_now_add=True)
    organisation = models.ForeignKey(
        MemberOrganisation, models.PROTECT, null=True, blank=True, related_name="+"
    )
    file_name = models.CharField(max_length=200)
    # [{column: text}] of the columns that we know, as typed; emptied when they are registered.
    rows = models.JSONField(default=list)
    registered_at = models.DateTimeField(null=True)
    # {"added": n, "corrected": n, "known": n, "refused": n} once registered.
    outcome = models.JSONField(default=dict)

    objects = SessionImportQuerySet.as_manager()

    class Meta:
        ordering = ["-uploaded_at"]
        verbose_name = _("import de sesiuni")
        verbose_name_plural = _("importuri de sesiuni")

    def __str__(self) -> str:
        return self.file_name
