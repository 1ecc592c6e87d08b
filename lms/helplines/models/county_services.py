"""The county services for children (DGASPC): 41 counties, and in București the sectors apart."""

import re

from django.core.validators import MaxValueValidator, RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lms.helplines.models.checked import IS_SOURCED, CheckedRow
from lms.organisations.models import County

# The mnemonic of București, the only one with sectors.
CAPITAL, SECTORS = "B", 6
# A spreadsheet that takes a number for a quantity drops its first zero.
PHONE = r"^(\+|0)[0-9 ./()-]{5,}$"


class CountyService(CheckedRow):
    """Whom to call and where to go in one county, or in one sector of București."""

    county = models.ForeignKey(
        County, models.PROTECT, related_name="child_services", verbose_name=_("județ")
    )
    sector = models.PositiveSmallIntegerField(
        _("sector"),
        default=0,
        validators=[MaxValueValidator(SECTORS)],
        help_text=_("Numai pentru București: 1–6. În rest 0."),
    )
    name = models.CharField(_("nume"), max_length=160)
    phone = models.CharField(
        _("telefon"),
        max_length=40,
        blank=True,
        validators=[
            RegexValidator(PHONE, _("Scrieți un singur număr, care începe cu 0 sau cu +."))
        ],
    )
    address = models.CharField(_("adresă poștală"), max_length=200, blank=True)
    web = models.URLField(_("pagină web"), max_length=300, blank=True)

    class Meta:
        ordering = ["county__sort_key", "sector"]
        verbose_name = _("serviciu județean pentru copii")
        verbose_name_plural = _("servicii județene pentru copii")
        constraints = [
            # Two imports at once must not list a county twice.
            models.UniqueConstraint(fields=["county", "sector"], name="one_service_per_county"),
            # A sector of a county that has none would be found by nobody.
            models.CheckConstraint(
                condition=Q(sector=0) | Q(county=CAPITAL, sector__lte=SECTORS),
                name="sectors_are_of_the_capital",
                violation_error_message=_("Numai Bucureștiul are sectoare, de la 1 la 6."),
            ),
            # A number from memory, or none at all, must not reach a reader, whoever writes the row.
            models.CheckConstraint(
                condition=IS_SOURCED & (Q(published=False) | ~Q(phone="")),
                name="published_service_is_sourced",
                violation_error_message=_("Fără telefon, sursă și dată rândul nu se publică."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.place}: {self.name}"

    @property
    def place(self) -> str:
        """The county as people say it, with the sector in București."""
        if not self.sector:
            return self.county.name
        return _("%(county)s, sectorul %(number)d") % {
            "county": self.county.name,
            "number": self.sector,
        }

    @property
    def dial(self) -> str:
        """The number as a telephone takes it."""
        return re.sub(r"[^+0-9]", "", self.phone)
