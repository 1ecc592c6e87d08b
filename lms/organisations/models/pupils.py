"""How many pupils there are, to set beside how many were reached."""

from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lms.organisations.models.counties import County

# More than the whole country has ever had.
MOST_PUPILS = 6_000_000


def validate_past_day(day: date) -> None:
    """Nobody has checked anything on a day that is still to come."""
    if day > timezone.localdate():
        raise ValidationError(_("Scrieți ziua de azi sau una trecută."))


class PupilNumber(models.Model):
    """The pupils of a county, or of the whole country, from grade 0 to XIII in one school year.

    Never a figure of ours: always with the source that says it and the day when it was read.
    """

    county = models.ForeignKey(
        County,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="pupil_numbers",
        verbose_name=_("județul"),
        help_text=_("Lăsați gol pentru toată țara."),
    )
    school_year = models.PositiveSmallIntegerField(
        _("anul școlar"),
        validators=[MinValueValidator(2000), MaxValueValidator(2100)],
        help_text=_("Anul în care începe: 2025 pentru 2025-2026."),
    )
    pupils = models.PositiveIntegerField(
        _("elevi"), validators=[MinValueValidator(1), MaxValueValidator(MOST_PUPILS)]
    )
    source = models.CharField(_("sursa"), max_length=200)
    source_address = models.URLField(_("adresa sursei"), max_length=300, blank=True)
    checked_on = models.DateField(_("verificat la"), validators=[validate_past_day])

    class Meta:
        ordering = ["-school_year", "county"]
        verbose_name = _("număr de elevi")
        verbose_name_plural = _("numere de elevi")
        constraints = [
            # Two numbers for one county and year would leave open which one was divided by.
            models.UniqueConstraint(
                fields=["county", "school_year"],
                name="one_pupil_number_per_county",
                violation_error_message=_("Județul are deja un număr pentru acest an școlar."),
            ),
            # As above: two empty columns are different ones to the constraint above.
            models.UniqueConstraint(
                fields=["school_year"],
                condition=models.Q(county=None),
                name="one_pupil_number_for_the_country",
                violation_error_message=_("Țara are deja un număr pentru acest an școlar."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.county or 'RO'}, {self.school_year}"
