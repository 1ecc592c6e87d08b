"""Projects that pay for the work, as funders know them."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lms.organisations.models.members import MemberOrganisation


class FundingProject(models.Model):
    """A funded project of a member, by the code that its funder and our imports use."""

    code = models.CharField(_("cod"), max_length=30, unique=True)
    name = models.CharField(_("nume"), max_length=200)
    funder = models.CharField(_("finanțator"), max_length=120, blank=True)
    organisation = models.ForeignKey(
        MemberOrganisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="projects",
        verbose_name=_("organizația"),
    )
    starts_on = models.DateField(_("începe la"), null=True, blank=True)
    ends_on = models.DateField(_("se încheie la"), null=True, blank=True)

    class Meta:
        ordering = ["code"]
        verbose_name = _("proiect finanțat")
        verbose_name_plural = _("proiecte finanțate")
        constraints = [
            # Whoever writes it: a project turned round would have no day at all.
            models.CheckConstraint(
                condition=Q(starts_on=None) | Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="project_ends_after_it_starts",
                violation_error_message=_(
                    "Proiectul se încheie după ce începe: verificați cele două date."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} – {self.name}"
