"""Answers: one try at one question. Only ever added; the first one counts."""

import uuid

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from quizzes.models.attempts import Attempt
from quizzes.models.versions import QuestionVersion
from quizzes.querysets import AnswerQuerySet


class Answer(models.Model):
    """What was chosen, as keys of the version's options: never a word of the learner's own."""

    attempt = models.ForeignKey(Attempt, models.CASCADE, related_name="answers")
    # Made with the form, before it is sent: sending twice is answering once.
    client_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    version = models.ForeignKey(QuestionVersion, models.PROTECT, related_name="+")
    # Where the question stood, by its translation key.
    step = models.UUIDField()
    number = models.PositiveSmallIntegerField(_("încercarea"))
    response = models.JSONField()
    score = models.FloatField(null=True)
    answered_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = AnswerQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["pk"]
        verbose_name = _("răspuns")
        verbose_name_plural = _("răspunsuri")
        constraints = [
            # Two tabs that answer one question at once: one is the first try, the other the second.
            models.UniqueConstraint(
                fields=["attempt", "step", "number"], name="one_answer_per_try"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.attempt_id} / {self.step} / {self.number}"

    def save(self, *args: object, **kwargs: object) -> None:
        """Add the answer. Raises TypeError for one that is already there."""
        if not self._state.adding:
            raise TypeError("an answer is never changed")
        super().save(*args, **kwargs)  # type: ignore[arg-type]
