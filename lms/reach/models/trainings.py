"""Trainings that came by import, as counting needs them."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from lms.core.constraints import only_known
from lms.core.record_status import RecordStatus
from lms.organisations.models import MemberOrganisation
from lms.reach.enums import TrainingMode
from lms.reach.querysets import TrainingRevisionQuerySet


class ImportedTraining(models.Model):
    """A training by the reference that its organisation gave it."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    reference = models.CharField(_("referință"), max_length=60, unique=True)
    latest = models.OneToOneField(
        "reach.ImportedTrainingRevision", models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        ordering = ["reference"]
        verbose_name = _("formare importată")
        verbose_name_plural = _("formări importate")

    def __str__(self) -> str:
        return self.reference


class ImportedTrainingRevision(models.Model):
    """What a file said of a training at one moment: only ever added."""

    training = models.ForeignKey(ImportedTraining, models.PROTECT, related_name="revisions")
    number = models.PositiveIntegerField()
    recorded_at = models.DateTimeField(_("înregistrată la"), db_index=True)
    status = models.CharField(_("stare"), max_length=8, choices=RecordStatus.choices)
    date = models.DateField(_("data"), db_index=True)
    organisation = models.ForeignKey(
        MemberOrganisation, models.PROTECT, related_name="+", verbose_name=_("organizația")
    )
    audience = models.CharField(_("grup-țintă"), max_length=40)
    topic = models.CharField(_("temă"), max_length=120, blank=True)
    mode = models.CharField(_("cum s-a numărat"), max_length=5, choices=TrainingMode.choices)
    participants = models.PositiveIntegerField(_("participanți"), default=0)

    objects = TrainingRevisionQuerySet.as_manager()

    class Meta:
        ordering = ["training", "number"]
        constraints = [
            # Two imports at once must not both say what is known next.
            models.UniqueConstraint(
                fields=["training", "number"], name="one_training_revision_per_number"
            ),
            only_known("status", RecordStatus, name="training_status_is_known"),
            only_known("mode", TrainingMode, name="training_mode_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.training_id} / {self.number}"


class ImportedTrainee(models.Model):
    """One person at one training, by the token of the organisation's file: never a name.

    What was said last at the asked moment holds; a row is added when it is said otherwise.
    """

    training = models.ForeignKey(ImportedTraining, models.PROTECT, related_name="trainees")
    person_token = models.CharField(max_length=64)
    attended = models.BooleanField()
    recorded_at = models.DateTimeField(db_index=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            # The same file twice, or two imports at once, say it once.
            models.UniqueConstraint(
                fields=["training", "person_token", "recorded_at"], name="one_trainee_per_moment"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.training_id} {self.person_token}"
