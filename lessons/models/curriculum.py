"""Where lessons fit: the curriculum and the Convention on the Rights of the Child."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from lms.core.periods import parse_school_year


def validate_school_year(value: str) -> None:
    """Raise ValidationError unless the value reads like "2026-2027"."""
    try:
        parse_school_year(value)
    except ValueError as error:
        raise ValidationError(_("Scrieți anul școlar în forma 2026-2027.")) from error


class CurriculumHook(models.Model):
    """A discipline or a calendar week that a lesson can hang on."""

    code = models.CharField(_("cod"), max_length=10, unique=True)
    name = models.CharField(_("denumire"), max_length=160)
    grades = models.CharField(_("clase"), max_length=120, blank=True)
    taught_by = models.CharField(_("predată de"), max_length=120, blank=True)
    legal_basis = models.CharField(_("temei"), max_length=240, blank=True)
    source_title = models.CharField(_("sursa"), max_length=255, blank=True)

    class Meta:
        ordering = ["code"]
        verbose_name = _("reper din programă")
        verbose_name_plural = _("repere din programă")

    def __str__(self) -> str:
        return f"{self.code} – {self.name}"


class PlanHook(Orderable):
    """Where one plan fits the curriculum in one school year."""

    plan = ParentalKey("lessons.LessonPlanPage", on_delete=models.CASCADE, related_name="hooks")
    school_year = models.CharField(_("an școlar"), max_length=9, validators=[validate_school_year])
    hook = models.ForeignKey(CurriculumHook, models.PROTECT, verbose_name=_("reper"))
    note = models.CharField(_("unde se potrivește"), max_length=500, blank=True)

    panels = [FieldRowPanel([FieldPanel("school_year"), FieldPanel("hook")]), FieldPanel("note")]

    class Meta(Orderable.Meta):
        constraints = [
            # Two editors at once must not hang a plan twice on one place of a year.
            models.UniqueConstraint(
                fields=["plan", "school_year", "hook"], name="hook_once_per_plan_and_year"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.school_year}: {self.hook}"


class ConventionArticle(models.Model):
    """An article of the UN Convention on the Rights of the Child."""

    number = models.PositiveSmallIntegerField(_("articol"), primary_key=True)
    name = models.CharField(_("denumire"), max_length=160)
    name_en = models.CharField(_("denumire (engleză)"), max_length=160)
    theme = models.CharField(max_length=20)

    class Meta:
        ordering = ["number"]
        verbose_name = _("articol al Convenției")
        verbose_name_plural = _("articole ale Convenției")

    def __str__(self) -> str:
        return f"{self.number}. {self.name}"
