"""Vocabulary of consents."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.db import models

if TYPE_CHECKING:
    from lms.pages.models import StoryConsent  # noqa: F401


class StoryConsentQuerySet(models.QuerySet["StoryConsent"]):
    """Which consents hold."""

    def of(self, story: UUID) -> "StoryConsentQuerySet":
        """All of one story, whether they hold or not."""
        return self.filter(story=story)

    def in_force(self) -> "StoryConsentQuerySet":
        """Those that were not taken back."""
        return self.filter(withdrawal__isnull=True)

    def hold(self, story: UUID) -> None:
        """Let publishing and taking back of one story wait for each other until the transaction
        ends. SQLite has one writer at a time anyway."""
        list(self.of(story).select_for_update().values_list("pk", flat=True))
