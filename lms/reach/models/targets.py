"""What was promised, to be set beside what was reached."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from lms.organisations.models import FundingProject, MemberOrganisation


class Target(models.Model):
    """A figure that a year is to reach: of the platform, of a member, or of a funded project."""

    indicator = models.CharField(_("indicator"), max_length=40)
    year = models.PositiveSmallIntegerField(_("anul"))
    organisation = models.ForeignKey(
        MemberOrganisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("organizația"),
    )
    project = models.ForeignKey(
        FundingProject,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="targets",
        verbose_name=_("proiectul"),
    )
    value = models.PositiveIntegerField(_("ținta"))

    class Meta:
        ordering = ["-year", "indicator", "organisation", "project"]
        verbose_name = _("țintă")
        verbose_name_plural = _("ținte")
        constraints = [
            # Two targets for one thing would leave open which one was promised.
            models.UniqueConstraint(
                fields=["indicator", "year", "organisation", "project"],
                name="one_target_per_key",
                nulls_distinct=False,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator} {self.year}: {self.value}"
