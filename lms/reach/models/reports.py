"""Published reports: frozen, numbered."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from lms.reach.models.periods import ReportingPeriod


class ReachReport(models.Model):
    """One version of a year's report, as it was published: the bytes, their sum, the rules.

    The database refuses to change or delete it. `content` is the report's JSON in one fixed
    spelling, `sha256` the sum of those bytes in UTF-8.
    """

    period = models.ForeignKey(ReportingPeriod, models.PROTECT, related_name="reports")
    version = models.PositiveSmallIntegerField(_("versiunea"))
    as_of = models.DateTimeField(_("cifrele de la"))
    published_at = models.DateTimeField(_("publicat la"), auto_now_add=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    reason = models.CharField(_("de ce o versiune nouă"), max_length=500, blank=True)
    rules_version = models.CharField(max_length=20)
    software_version = models.CharField(max_length=40)
    content = models.TextField()
    # The same tables after suppression, as anyone may download them.
    public_content = models.TextField()
    sha256 = models.CharField(max_length=64)
    public_sha256 = models.CharField(max_length=64)

    class Meta:
        ordering = ["period", "version"]
        verbose_name = _("raport anual")
        verbose_name_plural = _("rapoarte anuale")
        permissions = [("view_reach_report", "May read the secretariat's report")]
        constraints = [
            # Two people who publish at once: one is version 1, the other is told.
            models.UniqueConstraint(fields=["period", "version"], name="one_report_per_version"),
        ]

    def __str__(self) -> str:
        return f"{self.period_id} v{self.version}"
