"""Requests for a training, from a school or an institution."""

import uuid

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from lms.core.audiences import Audience
from lms.core.constraints import only_known
from lms.organisations.models import County, MemberOrganisation
from lms.training.enums import EventMode, RequestState
from lms.training.models.events import MOST_SEATS, TrainingEvent
from lms.training.models.programmes import ProgrammePage
from lms.training.querysets import TrainingRequestQuerySet


class TrainingRequest(models.Model):
    """What an institution asks for. The person who asks is named until the retention ends."""

    client_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    programme = models.ForeignKey(
        ProgrammePage,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="requests",
        verbose_name=_("programul"),
    )
    institution = models.CharField(_("instituția"), max_length=160)
    county = models.ForeignKey(County, models.PROTECT, related_name="+", verbose_name=_("județul"))
    locality = models.CharField(_("localitatea"), max_length=80)
    audience = models.CharField(_("pentru cine"), max_length=40, choices=Audience.choices)
    people = models.PositiveSmallIntegerField(
        _("câte persoane, aproximativ"),
        validators=[MinValueValidator(1), MaxValueValidator(MOST_SEATS)],
    )
    mode = models.CharField(_("cum"), max_length=9, choices=EventMode.choices)
    wanted = models.CharField(_("când v-ar fi bine"), max_length=200, blank=True)
    message = models.TextField(_("ce să mai știm"), max_length=2_000, blank=True)
    contact_name = models.CharField(_("numele dumneavoastră"), max_length=120, blank=True)
    contact_email = models.EmailField(_("adresa de e-mail"), blank=True)
    contact_phone = models.CharField(_("telefonul"), max_length=30, blank=True)
    consent_version = models.CharField(max_length=20)
    language = models.CharField(max_length=2, default="ro")
    asked_at = models.DateTimeField(_("cerută la"), auto_now_add=True)
    # What was decided last; every decision is a row of its own.
    state = models.CharField(
        _("stare"), max_length=9, choices=RequestState.choices, default=RequestState.NEW
    )
    organisation = models.ForeignKey(
        MemberOrganisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="training_requests",
        verbose_name=_("cine a preluat-o"),
    )
    event = models.ForeignKey(
        TrainingEvent,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="requests",
        verbose_name=_("formarea"),
    )
    erased_at = models.DateTimeField(null=True, blank=True)

    objects = TrainingRequestQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at", "-pk"]
        verbose_name = _("cerere de formare")
        verbose_name_plural = _("cereri de formare")
        constraints = [
            only_known("audience", Audience, name="request_audience_is_known"),
            only_known("mode", EventMode, name="request_mode_is_known"),
            only_known("state", RequestState, name="request_state_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.institution}, {self.locality}"


class RequestDecision(models.Model):
    """What was decided of a request, by whom and why. Only ever added."""

    request = models.ForeignKey(TrainingRequest, models.PROTECT, related_name="decisions")
    number = models.PositiveSmallIntegerField()
    state = models.CharField(_("stare"), max_length=9, choices=RequestState.choices)
    organisation = models.ForeignKey(
        MemberOrganisation, models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(auto_now_add=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    reason = models.CharField(_("motiv"), max_length=300, blank=True)

    class Meta:
        ordering = ["request", "number"]
        verbose_name = _("hotărâre despre o cerere")
        verbose_name_plural = _("hotărâri despre cereri")
        constraints = [
            # Two organisations taking a request at once: one has it, the other is told.
            models.UniqueConstraint(
                fields=["request", "number"], name="one_request_decision_per_number"
            ),
            only_known("state", RequestState, name="decided_request_state_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.request_id} / {self.number}: {self.state}"
