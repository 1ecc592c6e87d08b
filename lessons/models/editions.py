"""Yearly editions: what a plan was when it was taught stays readable."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Revision

from lessons.models.curriculum import validate_school_year


class LessonEdition(models.Model):
    """One plan in one school year, at the revision last published in it."""

    plan = models.ForeignKey("lessons.LessonPlanPage", models.PROTECT, related_name="editions")
    school_year = models.CharField(_("an școlar"), max_length=9, validators=[validate_school_year])
    # PROTECT keeps Wagtail's purge_revisions away from what was taught.
    revision = models.ForeignKey(Revision, models.PROTECT, related_name="+")
    published_at = models.DateTimeField(_("publicată la"))

    class Meta:
        ordering = ["-school_year"]
        verbose_name = _("ediție")
        verbose_name_plural = _("ediții")
        constraints = [
            # Two publishes at once must not open the same year twice.
            models.UniqueConstraint(
                fields=["plan", "school_year"], name="one_edition_per_plan_and_year"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plan} ({self.school_year})"
