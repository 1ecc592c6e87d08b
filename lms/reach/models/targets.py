"""What was promised, to be set beside what was reached."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from lms.classrooms.models.revisions import EARLIEST_YEAR
from lms.organisations.models import FundingProject, MemberOrganisation
from lms.reach.models.declared import LARGEST_FIGURE

_TWICE = _("Există deja o țintă pentru indicator și an.")


class Target(models.Model):
    """A figure that a year is to reach: of the platform, of a member, or of a funded project."""

    indicator = models.CharField(_("indicator"), max_length=40)
    year = models.PositiveSmallIntegerField(
        _("anul"), validators=[MinValueValidator(EARLIEST_YEAR), MaxValueValidator(2100)]
    )
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
    value = models.PositiveIntegerField(_("ținta"), validators=[MaxValueValidator(LARGEST_FIGURE)])

    class Meta:
        ordering = ["-year", "indicator", "organisation", "project"]
        verbose_name = _("țintă")
        verbose_name_plural = _("ținte")
        constraints = [
            # What was reached of it could not be said of two at once.
            models.CheckConstraint(
                condition=models.Q(organisation=None) | models.Q(project=None),
                name="target_is_of_one",
                violation_error_message=_(
                    "Alegeți organizația sau proiectul, nu amândouă. Fără ele, ținta e a "
                    "platformei."
                ),
            ),
            # Two targets for one thing would leave open which one was promised. SQLite takes two
            # empty columns for different ones, so each kind of target has a constraint of its own.
            models.UniqueConstraint(
                fields=["indicator", "year"],
                condition=models.Q(organisation=None, project=None),
                name="one_target_of_platform",
                violation_error_message=_TWICE,
            ),
            # As above, for a member.
            models.UniqueConstraint(
                fields=["indicator", "year", "organisation"],
                condition=models.Q(project=None),
                name="one_target_per_member",
                violation_error_message=_TWICE,
            ),
            # As above, for a project.
            models.UniqueConstraint(
                fields=["indicator", "year", "project"],
                condition=models.Q(organisation=None),
                name="one_target_per_project",
                violation_error_message=_TWICE,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator} {self.year}: {self.value}"
