"""Attempts: one learner at one activity. They carry the moment at which they are deleted."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from lms.people.models import Learner
from quizzes.querysets import AttemptQuerySet


class Attempt(models.Model):
    """The answers of one learner hang on it. When it has run out they are counted and deleted."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    learner = models.ForeignKey(Learner, models.CASCADE, related_name="attempts")
    # What is attempted, by its translation key: a module is one in every language.
    activity = models.UUIDField()
    # The class in which it is attempted.
    group = models.UUIDField(db_index=True)
    expires_at = models.DateTimeField(db_index=True)

    objects = AttemptQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("încercare")
        verbose_name_plural = _("încercări")
        constraints = [
            # Two tabs that send their first answers at once share one attempt.
            models.UniqueConstraint(fields=["learner", "activity"], name="one_attempt_each"),
        ]

    def __str__(self) -> str:
        return str(self.pk)
