"""The 42 counties (with București) and their localities."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from lms.core.text import alphabetical


class County(models.Model):
    """A county by its car-plate mnemonic, the key that imports use."""

    mnemonic = models.CharField(_("indicativ"), max_length=2, primary_key=True)
    iso_code = models.CharField(_("cod ISO 3166-2"), max_length=5, unique=True)
    name = models.CharField(_("nume"), max_length=40, unique=True)
    # Databases disagree on where ș and â stand in the alphabet.
    sort_key = models.CharField(max_length=40, editable=False)
    region = models.CharField(_("regiune"), max_length=40)
    nuts3 = models.CharField("NUTS 3", max_length=5, unique=True)

    class Meta:
        ordering = ["sort_key"]
        verbose_name = _("județ")
        verbose_name_plural = _("județe")

    def __str__(self) -> str:
        return self.name

    def save(self, *args: object, **kwargs: object) -> None:
        self.sort_key = alphabetical(self.name)
        super().save(*args, **kwargs)  # type: ignore[arg-type]


class Locality(models.Model):
    """A town or village, named once a county."""

    county = models.ForeignKey(County, models.PROTECT, related_name="localities")
    name = models.CharField(_("nume"), max_length=80)

    class Meta:
        ordering = ["name"]
        verbose_name = _("localitate")
        verbose_name_plural = _("localități")
        constraints = [
            # Two imports at once must not make the same locality twice.
            models.UniqueConstraint(fields=["county", "name"], name="locality_once_per_county"),
        ]

    def __str__(self) -> str:
        return self.name
