"""What participants are asked before and after an event, and what they thought of it.

Nothing here says who answered: no participant, no address, no moment finer than the day. What pairs
"before" with "after" is a keyed hash of a code that only the participant knows.
"""

import uuid

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from lms.core.constraints import only_known
from lms.training.enums import CommentKind, Pace, QuestionnairePart, WillUse
from lms.training.models.events import TrainingEvent
from quizzes.models import QuestionVersion

_FIVE = [MinValueValidator(1), MaxValueValidator(5)]


class EventQuestionnaire(models.Model):
    """The questions of one event, frozen when its trainer prepared them: before and after ask the
    same, whatever becomes of the bank meanwhile."""

    event = models.OneToOneField(TrainingEvent, models.PROTECT, related_name="questionnaire")
    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    # Part of the hash of every code; thrown away once nobody can answer any more, after which no
    # code can be tried against a hash.
    salt = models.CharField(max_length=64, blank=True)
    risk_signs = models.PositiveSmallIntegerField(_("câte semne de risc"), default=3)
    prepared_on = models.DateField(_("pregătit la"))

    class Meta:
        ordering = ["event"]
        verbose_name = _("chestionar al unei formări")
        verbose_name_plural = _("chestionare ale formărilor")

    def __str__(self) -> str:
        return f"{self.event_id}"


class QuestionnaireItem(models.Model):
    """The place of a frozen question in an event's questionnaire."""

    questionnaire = models.ForeignKey(EventQuestionnaire, models.PROTECT, related_name="items")
    number = models.PositiveSmallIntegerField()
    version = models.ForeignKey(QuestionVersion, models.PROTECT, related_name="+")
    # As the bank marked it then.
    risk_sign = models.BooleanField(default=False)

    class Meta:
        ordering = ["questionnaire", "number"]
        verbose_name = _("întrebare a chestionarului")
        verbose_name_plural = _("întrebări ale chestionarului")
        constraints = [
            # Two trainers preparing at once ask every question once.
            models.UniqueConstraint(
                fields=["questionnaire", "number"], name="one_question_per_number"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.questionnaire_id} / {self.number}"


class QuestionnaireAnswer(models.Model):
    """What one person answered before, or after. Only ever added."""

    # Random, so that rows tell nothing of the order in which they came.
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    client_id = models.UUIDField(unique=True, editable=False)
    questionnaire = models.ForeignKey(EventQuestionnaire, models.PROTECT, related_name="answers")
    part = models.CharField(_("când"), max_length=6, choices=QuestionnairePart.choices)
    code_hash = models.CharField(max_length=64)
    # Number of the question → keys of the chosen options; what was not answered is missing.
    responses = models.JSONField(default=dict)
    answered_on = models.DateField()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("răspuns la chestionar")
        verbose_name_plural = _("răspunsuri la chestionar")
        constraints = [
            # One before and one after of each person, also from two phones at once.
            models.UniqueConstraint(
                fields=["questionnaire", "part", "code_hash"], name="one_answer_per_part_and_code"
            ),
            only_known("part", QuestionnairePart, name="questionnaire_part_is_known"),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Evaluation(models.Model):
    """What one person ticked on the evaluation form. Only ever added."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    client_id = models.UUIDField(unique=True, editable=False)
    questionnaire = models.ForeignKey(
        EventQuestionnaire, models.PROTECT, related_name="evaluations"
    )
    usefulness = models.PositiveSmallIntegerField(
        _("cât de utilă"), null=True, blank=True, validators=_FIVE
    )
    clarity = models.PositiveSmallIntegerField(
        _("cât de clară"), null=True, blank=True, validators=_FIVE
    )
    trainer = models.PositiveSmallIntegerField(
        _("formatorul"), null=True, blank=True, validators=_FIVE
    )
    pace = models.CharField(_("ritmul"), max_length=5, choices=Pace.choices, blank=True)
    will_use = models.CharField(_("voi folosi"), max_length=6, choices=WillUse.choices, blank=True)
    given_on = models.DateField()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("părere despre o formare")
        verbose_name_plural = _("păreri despre formări")
        constraints = [
            # Outside 1 to 5 a mean would say what nobody ticked.
            models.CheckConstraint(
                condition=models.Q(usefulness__range=(1, 5))
                & models.Q(clarity__range=(1, 5))
                & models.Q(trainer__range=(1, 5)),
                name="evaluation_marks_are_one_to_five",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class EvaluationComment(models.Model):
    """Free words about an event, apart from the ticks they came with. Deleted when the time of the
    event is over, or by its trainer when they name somebody."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    questionnaire = models.ForeignKey(EventQuestionnaire, models.PROTECT, related_name="comments")
    kind = models.CharField(_("despre ce"), max_length=6, choices=CommentKind.choices)
    text = models.TextField(_("textul"), max_length=600)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("cuvinte despre o formare")
        verbose_name_plural = _("cuvinte despre formări")
        constraints = [
            only_known("kind", CommentKind, name="comment_kind_is_known"),
        ]

    def __str__(self) -> str:
        return str(self.pk)
