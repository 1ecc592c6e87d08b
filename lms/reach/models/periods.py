"""The year that is reported on, and what each organisation handed in for it."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from lms.core.constraints import only_known
from lms.organisations.models import MemberOrganisation
from lms.reach.enums import PeriodState, SubmissionState
from lms.reach.querysets import SubmissionQuerySet


class ReportingPeriod(models.Model):
    """A calendar year and where its report stands. `edition` moves on with every change of state:
    of two people who decide at once, the one who looked at an older edition is told."""

    year = models.PositiveSmallIntegerField(_("anul"), unique=True)
    state = models.CharField(
        _("stare"), max_length=9, choices=PeriodState.choices, default=PeriodState.OPEN
    )
    deadline = models.DateField(_("termenul organizațiilor"), null=True, blank=True)
    edition = models.PositiveIntegerField(default=1)
    # What the figures of an approved period are as of; empty while it is open.
    approved_at = models.DateTimeField(_("aprobată la"), null=True, blank=True)

    class Meta:
        ordering = ["-year"]
        verbose_name = _("perioadă de raportare")
        verbose_name_plural = _("perioade de raportare")
        permissions = [("close_periods", "May close, approve, publish and reopen periods")]
        constraints = [only_known("state", PeriodState, name="period_state_is_known")]

    def __str__(self) -> str:
        return str(self.year)


class Submission(models.Model):
    """That an organisation handed in its figures of a period: all of them, zeros said."""

    period = models.ForeignKey(ReportingPeriod, models.PROTECT, related_name="submissions")
    organisation = models.ForeignKey(MemberOrganisation, models.PROTECT, related_name="submissions")
    state = models.CharField(
        _("stare"), max_length=9, choices=SubmissionState.choices, default=SubmissionState.DRAFT
    )
    edition = models.PositiveIntegerField(default=1)
    submitted_at = models.DateTimeField(_("trimise la"), null=True, blank=True)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    reason = models.CharField(_("motivul returnării"), max_length=500, blank=True)
    reminded_at = models.DateTimeField(null=True, blank=True)

    objects = SubmissionQuerySet.as_manager()

    class Meta:
        ordering = ["period", "organisation"]
        verbose_name = _("raportare a organizației")
        verbose_name_plural = _("raportări ale organizațiilor")
        constraints = [
            # Two officers who open the page at once get one submission.
            models.UniqueConstraint(
                fields=["period", "organisation"], name="one_submission_per_period"
            ),
            only_known("state", SubmissionState, name="submission_state_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.period_id} {self.organisation_id}"
