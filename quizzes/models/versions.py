"""Versions of questions: what was asked, word for word. Only ever added."""

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from quizzes.models.questions import Question
from quizzes.sheets import QuestionSheet, from_json


class QuestionVersion(models.Model):
    """A question as it was asked from one moment on. Answers point at it."""

    question = models.ForeignKey(Question, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField(_("versiunea"))
    # A frozen `QuestionSheet`.
    content = models.JSONField()
    digest = models.CharField(max_length=64)
    made_at = models.DateTimeField(auto_now_add=True)

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["question", "number"]
        verbose_name = _("versiune a unei întrebări")
        verbose_name_plural = _("versiuni ale întrebărilor")
        constraints = [
            # Two classes that need the first version at once get one.
            models.UniqueConstraint(fields=["question", "number"], name="one_version_per_number"),
        ]

    def __str__(self) -> str:
        return f"{self.question_id} / {self.number}"

    def save(self, *args: object, **kwargs: object) -> None:
        """Add the version. Raises TypeError for one that is already there."""
        if not self._state.adding:
            raise TypeError("a version is never changed")
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    def delete(self, *args: object, **kwargs: object) -> tuple[int, dict[str, int]]:
        """Raises TypeError: answers and what was counted of them point at it."""
        raise TypeError("a version is never deleted")

    @cached_property
    def sheet(self) -> QuestionSheet:
        """The question as it was asked."""
        return from_json(self.content)
