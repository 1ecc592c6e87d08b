"""Facilitators: holders of a certificate who train others by a programme, until a date."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lms.core.constraints import only_known
from lms.training.enums import FacilitatorStep
from lms.training.models.certificates import Certificate
from lms.training.models.participants import Participant
from lms.training.models.programmes import ProgrammePage
from lms.training.querysets import FacilitatorQuerySet


class Facilitator(models.Model):
    """One person for one programme: what holds now, beside the decisions that led to it.

    A participant has no account, and what is for trainers opens only to one. The person ties the
    two together by the link of a letter; erasing the person or the account cuts them apart again.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    participant = models.ForeignKey(Participant, models.PROTECT, related_name="facilitator_roles")
    programme = models.ForeignKey(
        ProgrammePage,
        models.PROTECT,
        related_name="facilitators",
        verbose_name=_("programul"),
    )
    # By which it was made. A corrected one takes its place: validity asks the participant's.
    certificate = models.ForeignKey(Certificate, models.PROTECT, related_name="facilitators")
    valid_until = models.DateField(_("până la"))
    is_ended = models.BooleanField(default=False)
    # Only the link of the last letter that carried one ties: the number of its decision.
    link_number = models.PositiveSmallIntegerField(default=1)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="facilitator_roles",
    )
    tied_at = models.DateTimeField(null=True, blank=True)

    objects = FacilitatorQuerySet.as_manager()

    class Meta:
        ordering = ["programme__title", "pk"]
        verbose_name = _("facilitator")
        verbose_name_plural = _("facilitatori")
        constraints = [
            # Two trainers naming one person at once make one facilitator, with one validity.
            models.UniqueConstraint(
                fields=["participant", "programme"], name="one_facilitator_per_programme"
            ),
        ]

    def __str__(self) -> str:
        return str(self.public_id)

    @property
    def is_expired(self) -> bool:
        """Whether the last day is over. Nobody decides that."""
        return self.valid_until < timezone.localdate()


class FacilitatorDecision(models.Model):
    """What was decided of a facilitator: named, prolonged, ended. Only ever added."""

    facilitator = models.ForeignKey(Facilitator, models.PROTECT, related_name="decisions")
    number = models.PositiveSmallIntegerField()
    step = models.CharField(_("hotărârea"), max_length=9, choices=FacilitatorStep.choices)
    valid_until = models.DateField(_("până la"), null=True)
    reason = models.CharField(_("motiv"), max_length=300, blank=True)
    decided_at = models.DateTimeField()
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["facilitator", "number"]
        verbose_name = _("hotărâre despre un facilitator")
        verbose_name_plural = _("hotărâri despre facilitatori")
        constraints = [
            # Two trainers deciding at once: one decides, the other is told.
            models.UniqueConstraint(
                fields=["facilitator", "number"], name="one_facilitator_decision_per_number"
            ),
            only_known("step", FacilitatorStep, name="facilitator_step_is_known"),
            # Without a last day, material for trainers would stay open for ever.
            models.CheckConstraint(
                condition=Q(step=FacilitatorStep.ENDED) | Q(valid_until__isnull=False),
                name="facilitator_has_a_last_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.facilitator_id} / {self.number}: {self.step}"


class ConditionsAcceptance(models.Model):
    """That somebody accepted the conditions of material for trainers, in which version and when.
    Only ever added; without a name once the account is erased."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    version = models.CharField(_("versiunea"), max_length=20)
    accepted_at = models.DateTimeField(_("acceptate la"))

    class Meta:
        ordering = ["pk"]
        verbose_name = _("acceptare a condițiilor")
        verbose_name_plural = _("acceptări ale condițiilor")
        constraints = [
            # The button pressed twice is one acceptance.
            models.UniqueConstraint(
                fields=["user", "version"], name="conditions_once_per_user_and_version"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id}: {self.version}"
