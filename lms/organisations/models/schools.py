"""The school register, and schools that a teacher did not find in it."""

import re

from django.db import models
from django.utils.translation import gettext_lazy as _

from lms.core.enums import Medium
from lms.core.text import fold
from lms.organisations.models.counties import County, Locality

_SIGNS = re.compile(r"[\W_]+")
LONGEST_FOLDED = 400


class SchoolQuerySet(models.QuerySet["School"]):
    """Vocabulary of schools."""

    def open(self) -> "SchoolQuerySet":
        """Schools that still exist under their own name."""
        return self.filter(closed_on__isnull=True, merged_into__isnull=True)

    def matching(self, words: str) -> "SchoolQuerySet":
        """Schools whose name, locality, county or code hold every word, whatever its diacritics. Of
        a text longer than all that only the start: a database refuses a thousand conditions."""
        found = self
        for word in fold(words)[:LONGEST_FOLDED].split():
            found = found.filter(folded__contains=word)
        return found


class School(models.Model):
    """A school by its SIIIR code (text: zeros may lead). Never deleted: closed or merged."""

    siiir = models.CharField(_("cod SIIIR"), max_length=20, unique=True)
    name = models.CharField(_("nume"), max_length=200)
    # The county is kept beside the locality because every report groups by it; both are set
    # together in services.save_school.
    county = models.ForeignKey(
        County, models.PROTECT, related_name="schools", verbose_name=_("județ")
    )
    locality = models.ForeignKey(
        Locality, models.PROTECT, related_name="schools", verbose_name=_("localitate")
    )
    medium = models.CharField(_("mediu"), max_length=5, choices=Medium.choices)
    level = models.CharField(_("nivel"), max_length=40, blank=True)
    folded = models.CharField(max_length=400, editable=False, db_index=True)
    closed_on = models.DateField(_("închisă din"), null=True, blank=True)
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged_from"
    )

    objects = SchoolQuerySet.as_manager()

    class Meta:
        ordering = ["name", "siiir"]
        verbose_name = _("școală")
        verbose_name_plural = _("școli")
        constraints = [
            # A merge sent twice must not make a school stand for itself: it would be in no list.
            models.CheckConstraint(
                condition=~models.Q(merged_into=models.F("pk")), name="school_not_into_itself"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.locality.name} ({self.county_id})"

    def save(self, *args: object, **kwargs: object) -> None:
        self.folded = self.folded_text()
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    @property
    def place(self) -> str:
        """Locality and county, as they stand under a school's name."""
        return f"{self.locality.name}, {self.county.name}"

    def folded_text(self) -> str:
        """The words that `matching` looks in."""
        return fold(f"{self.name} {self.locality.name} {self.county.name} {self.siiir}")


class SchoolRequestQuerySet(models.QuerySet["SchoolRequest"]):
    """Vocabulary of requests for schools."""

    def open(self) -> "SchoolRequestQuerySet":
        """Those that wait for the secretariat."""
        return self.filter(state=SchoolRequest.State.OPEN)

    def alike(self, *, name: str, locality_name: str, county: County) -> "SchoolRequestQuerySet":
        """Those for the same school, however it was typed. The locality is part of it: every
        second village of a county has a "Școala Gimnazială nr. 1"."""
        return self.filter(folded=folded_school(name, locality_name), county=county)


def folded_school(name: str, locality_name: str) -> str:
    """A school's name and locality without case, diacritics and signs, to compare them."""
    parts = (_SIGNS.sub(" ", fold(part)).strip() for part in (name, locality_name))
    return ", ".join(parts)[:LONGEST_FOLDED]


class SchoolRequest(models.Model):
    """A school that was not in the list, waiting for the secretariat to find or add it."""

    class State(models.TextChoices):
        OPEN = "open", _("în așteptare")
        SETTLED = "settled", _("rezolvată")

    name = models.CharField(_("numele școlii"), max_length=200)
    locality_name = models.CharField(_("localitatea"), max_length=80)
    county = models.ForeignKey(County, models.PROTECT, related_name="+", verbose_name=_("județ"))
    state = models.CharField(_("stare"), max_length=10, choices=State.choices, default=State.OPEN)
    school = models.ForeignKey(School, models.PROTECT, null=True, related_name="requests")
    asked_at = models.DateTimeField(auto_now_add=True)
    settled_at = models.DateTimeField(null=True)
    folded = models.CharField(max_length=LONGEST_FOLDED, editable=False)

    objects = SchoolRequestQuerySet.as_manager()

    class Meta:
        ordering = ["asked_at"]
        verbose_name = _("cerere de școală nouă")
        verbose_name_plural = _("cereri de școli noi")
        permissions = [("settle_school_requests", "May add, merge and rename schools")]
        constraints = [
            # A hundred teachers of one school that is missing are one question to the secretariat.
            models.UniqueConstraint(
                fields=["county", "folded"],
                condition=models.Q(state="open"),
                name="one_open_request_per_school",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.locality_name} ({self.county_id})"

    def save(self, *args: object, **kwargs: object) -> None:
        self.folded = folded_school(self.name, self.locality_name)
        super().save(*args, **kwargs)  # type: ignore[arg-type]
