"""Training events: a programme held once, in one or more sittings."""

import uuid

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lms.core.constraints import only_known
from lms.organisations.models import County, FundingProject, MemberOrganisation
from lms.training.enums import EventMode, EventState
from lms.training.models.programmes import ProgrammePage
from lms.training.querysets import EventDecisionQuerySet, TrainingEventQuerySet

# A hall; more is a slip of the finger.
MOST_SEATS = 2_000


class TrainingEvent(models.Model):
    """A programme that is held for a group of professionals.

    What a trainer may still change stands here; what happened (attendance, decisions) is only ever
    added, in rows of its own.
    """

    client_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    # Printed on sheets and said aloud: letters as in `lms.core.codes`.
    code = models.CharField(_("codul formării"), max_length=9, unique=True, editable=False)
    programme = models.ForeignKey(
        ProgrammePage, models.PROTECT, related_name="events", verbose_name=_("programul")
    )
    title = models.CharField(
        _("titlul"), max_length=160, blank=True, help_text=_("Gol: titlul programului.")
    )
    organiser = models.ForeignKey(
        MemberOrganisation,
        models.PROTECT,
        related_name="training_events",
        verbose_name=_("organizatorul"),
    )
    co_organisers = models.ManyToManyField(
        MemberOrganisation, blank=True, related_name="+", verbose_name=_("împreună cu")
    )
    project = models.ForeignKey(
        FundingProject,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("proiectul"),
    )
    trainers = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        blank=True,
        related_name="training_events",
        verbose_name=_("formatorii"),
    )
    # Codes of lms.core.audiences.Audience.
    audiences = models.JSONField(_("grupuri-țintă"), default=list)
    mode = models.CharField(_("cum se ține"), max_length=9, choices=EventMode.choices)
    county = models.ForeignKey(
        County,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("județul"),
    )
    place = models.CharField(_("locul"), max_length=200, blank=True)
    # Sent to those who are enrolled, never shown on a public page.
    online_address = models.URLField(_("adresa întâlnirii online"), max_length=300, blank=True)
    capacity = models.PositiveSmallIntegerField(
        _("câte locuri"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_SEATS)],
        help_text=_("Gol: fără limită."),
    )
    enrol_until = models.DateTimeField(_("înscrieri până la"), null=True, blank=True)
    notes = models.TextField(_("ce e bine de știut"), blank=True)
    state = models.CharField(
        _("stare"), max_length=9, choices=EventState.choices, default=EventState.PLANNED
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)

    objects = TrainingEventQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]
        verbose_name = _("formare")
        verbose_name_plural = _("formări")
        permissions = [
            ("plan_training_events", "May plan training events"),
            ("see_all_training_events", "May see the training events of every organisation"),
        ]
        constraints = [
            only_known("mode", EventMode, name="event_mode_is_known"),
            only_known("state", EventState, name="event_state_is_known"),
        ]

    def __str__(self) -> str:
        return self.title or self.programme.title


class TrainingSitting(models.Model):
    """One meeting of an event: participants are present at sittings, not at events."""

    event = models.ForeignKey(TrainingEvent, models.CASCADE, related_name="sittings")
    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    number = models.PositiveSmallIntegerField(_("întâlnirea"))
    starts_at = models.DateTimeField(_("începe la"), db_index=True)
    ends_at = models.DateTimeField(_("se încheie la"))
    place = models.CharField(
        _("alt loc"), max_length=200, blank=True, help_text=_("Gol: locul formării.")
    )

    class Meta:
        ordering = ["event", "number"]
        verbose_name = _("întâlnire")
        verbose_name_plural = _("întâlniri")
        constraints = [
            # Two trainers adding a sitting at once must not both add the third.
            models.UniqueConstraint(fields=["event", "number"], name="one_sitting_per_number"),
            # A sitting turned round would last less than nothing, and so would a certificate.
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")), name="sitting_ends_after_it_starts"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.event_id} / {self.number}"

    @property
    def minutes(self) -> int:
        """How long it lasts."""
        return int((self.ends_at - self.starts_at).total_seconds() // 60)


class EventDecision(models.Model):
    """What was decided of an event: opened, closed, opened again, cancelled. Only ever added.

    An event counts from the decision that closed it, and with what that decision says of it: a
    report as of a moment reads the last decision before the moment, whatever was changed since.
    """

    event = models.ForeignKey(TrainingEvent, models.PROTECT, related_name="decisions")
    number = models.PositiveSmallIntegerField()
    state = models.CharField(_("stare"), max_length=9, choices=EventState.choices)
    decided_at = models.DateTimeField(db_index=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    reason = models.CharField(_("motiv"), max_length=300, blank=True)
    # Of a decision that closed the event: the day of its last sitting and what it was then.
    held_on = models.DateField(_("data"), null=True, db_index=True)
    organiser = models.ForeignKey(MemberOrganisation, models.PROTECT, null=True, related_name="+")
    project = models.ForeignKey(FundingProject, models.PROTECT, null=True, related_name="+")
    county = models.ForeignKey(County, models.PROTECT, null=True, related_name="+")
    programme = models.ForeignKey(ProgrammePage, models.PROTECT, null=True, related_name="+")
    mode = models.CharField(max_length=9, choices=EventMode.choices, blank=True)

    objects = EventDecisionQuerySet.as_manager()

    class Meta:
        ordering = ["event", "number"]
        verbose_name = _("hotărâre despre o formare")
        verbose_name_plural = _("hotărâri despre formări")
        constraints = [
            # Two trainers closing at once: one closes, the other is told.
            models.UniqueConstraint(fields=["event", "number"], name="one_decision_per_number"),
            only_known("state", EventState, name="decided_state_is_known"),
            # A closed event without a day would count in no year.
            models.CheckConstraint(
                condition=~Q(state=EventState.CLOSED)
                | Q(held_on__isnull=False, organiser__isnull=False, programme__isnull=False),
                name="closed_event_says_what_it_was",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.event_id} / {self.number}: {self.state}"
