"""A quiz: questions of the bank in an order. People read "verifică-te", never "examen"."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable, TranslatableMixin

from quizzes.models.questions import Question


class Quiz(TranslatableMixin, ClusterableModel):
    """An ordered list of questions."""

    title = models.CharField(_("titlu"), max_length=160)

    class Meta(TranslatableMixin.Meta):
        ordering = ["title"]
        verbose_name = _("test „verifică-te”")
        verbose_name_plural = _("teste „verifică-te”")

    def __str__(self) -> str:
        return self.title


class QuizQuestion(Orderable):
    """The place of a question in a quiz."""

    quiz = ParentalKey(Quiz, on_delete=models.CASCADE, related_name="places")
    question = models.ForeignKey(
        Question, models.PROTECT, related_name="places", verbose_name=_("întrebare")
    )

    class Meta(Orderable.Meta):
        constraints = [
            # Two editors at once must not ask one thing twice in a quiz.
            models.UniqueConstraint(fields=["quiz", "question"], name="question_once_per_quiz"),
        ]

    def __str__(self) -> str:
        return str(self.question)
