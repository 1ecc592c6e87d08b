"""Where lessons fit: the curriculum and the Convention on the Rights of the Child."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from lessons.enums import CurriculumTheme
from lms.core.constraints import only_known
from lms.core.periods import MONTHS, parse_school_year


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
    name_en = models.CharField(_("denumire (engleză)"), max_length=160, blank=True)
    grades = models.CharField(_("clase"), max_length=120, blank=True)
    taught_by = models.CharField(_("predată de"), max_length=120, blank=True)
    legal_basis = models.CharField(_("temei"), max_length=240, blank=True)
    source_title = models.CharField(_("sursa"), max_length=255, blank=True)
    source_address = models.URLField(_("adresa sursei"), max_length=500, blank=True)
    # When it is every year, as far as a source says it.
    month = models.PositiveSmallIntegerField(_("luna"), choices=MONTHS, null=True, blank=True)
    day = models.PositiveSmallIntegerField(
        _("ziua"), null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(31)]
    )

    class Meta:
        ordering = ["code"]
        verbose_name = _("reper din programă")
        verbose_name_plural = _("repere din programă")
        constraints = [
            # A day alone is on no date.
            models.CheckConstraint(
                condition=models.Q(day__isnull=True) | models.Q(month__isnull=False),
                name="hook_day_has_a_month",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} – {self.name}"

    @property
    def local_name(self) -> str:
        """The name in the reader's language, as far as it has one."""
        return (get_language() == "en" and self.name_en) or self.name


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
    theme = models.CharField(_("tema"), max_length=20, choices=CurriculumTheme.choices)
    source_title = models.CharField(_("sursa"), max_length=255, default="")
    source_address = models.URLField(_("adresa sursei"), max_length=500, default="")

    class Meta:
        ordering = ["number"]
        verbose_name = _("articol al Convenției")
        verbose_name_plural = _("articole ale Convenției")
        constraints = [
            # A theme that no row of the curriculum has would keep its lessons off the table.
            only_known("theme", CurriculumTheme, name="article_theme_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.name}"

    @property
    def local_name(self) -> str:
        """The name in the reader's language."""
        return self.name_en if get_language() == "en" else self.name
