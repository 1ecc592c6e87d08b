"""Figures that members declare, and everything that was said of them."""

import uuid

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lms.core.constraints import only_known
from lms.core.qualifiers import Qualifier
from lms.core.record_status import RecordStatus
from lms.organisations.models import FundingProject, MemberOrganisation
from lms.people.models import User
from lms.reach.enums import DeclaredMethod
from lms.reach.querysets import DeclaredFigureQuerySet, DeclaredRevisionQuerySet

# More people than the country has were never reached by one organisation.
LARGEST_FIGURE = 40_000_000


class DeclaredFigure(models.Model):
    """What never changes of a declared figure: whose it is, of what, of which year.

    `audience` is a code of audiences.csv for people trained, else empty. `part` names a "din care"
    part of the figure with the same key and an empty part; parts never enter a total.
    """

    client_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    organisation = models.ForeignKey(
        MemberOrganisation,
        models.PROTECT,
        related_name="declared_figures",
        verbose_name=_("organizația"),
    )
    indicator = models.CharField(_("indicator"), max_length=40, db_index=True)
    year = models.PositiveSmallIntegerField(_("anul"), db_index=True)
    audience = models.CharField(_("grup-țintă"), max_length=40, blank=True)
    part = models.CharField(_("din care"), max_length=120, blank=True)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    latest = models.OneToOneField(
        "reach.DeclaredFigureRevision", models.PROTECT, null=True, related_name="+"
    )

    objects = DeclaredFigureQuerySet.as_manager()

    class Meta:
        ordering = ["-year", "organisation", "indicator", "audience", "part"]
        verbose_name = _("cifră declarată")
        verbose_name_plural = _("cifre declarate")
        permissions = [
            ("declare_figures", "May declare an organisation's figures"),
            ("review_figures", "May accept and return figures"),
        ]
        constraints = [
            # Two colleagues who declare the same at once make one figure, not a double one.
            models.UniqueConstraint(
                fields=["organisation", "indicator", "year", "audience", "part"],
                name="one_declared_figure_per_key",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.indicator} {self.year} {self.audience} {self.part}"

    def was_said_by(self, user: User) -> bool:
        """Whether this person declared the figure or handed it in: somebody else verifies it."""
        said = self.revisions.filter(status__in=(RecordStatus.DRAFT, RecordStatus.REPORTED))
        return self.author_id == user.pk or said.filter(recorded_by=user).exists()


class DeclaredFigureRevision(models.Model):
    """Everything that was said of a declared figure at one moment: only ever added."""

    figure = models.ForeignKey(DeclaredFigure, models.PROTECT, related_name="revisions")
    number = models.PositiveIntegerField(_("revizia"))
    recorded_at = models.DateTimeField(_("înregistrată la"), db_index=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    status = models.CharField(_("stare"), max_length=8, choices=RecordStatus.choices)
    reason = models.CharField(_("motiv"), max_length=300, blank=True)
    value = models.PositiveIntegerField(_("cifra"), validators=[MaxValueValidator(LARGEST_FIGURE)])
    qualifier = models.CharField(
        _("cât de exactă"), max_length=9, choices=Qualifier.choices, default=Qualifier.EXACT
    )
    method = models.CharField(
        _("cum s-a aflat"),
        max_length=9,
        choices=DeclaredMethod.choices,
        default=DeclaredMethod.OTHER,
    )
    source = models.CharField(_("sursa"), max_length=300, blank=True)
    evidence = models.CharField(_("unde se găsește dovada"), max_length=300, blank=True)
    # RR14: "în plus față de înregistrări"; without it, a figure that records feed is set aside.
    in_addition = models.BooleanField(_("în plus față de înregistrări"), default=False)
    project = models.ForeignKey(
        FundingProject,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("proiectul"),
    )

    objects = DeclaredRevisionQuerySet.as_manager()

    class Meta:
        ordering = ["figure", "number"]
        verbose_name = _("revizie a cifrei")
        verbose_name_plural = _("revizii ale cifrei")
        constraints = [
            # Two corrections at once: one is the next revision, the other is told that it is late.
            models.UniqueConstraint(
                fields=["figure", "number"], name="one_figure_revision_per_number"
            ),
            # A slip of the finger in an import would be printed as a figure of the whole country.
            models.CheckConstraint(
                condition=Q(value__lte=LARGEST_FIGURE), name="declared_figure_is_possible"
            ),
            only_known("status", RecordStatus, name="figure_status_is_known"),
            only_known("qualifier", Qualifier, name="figure_qualifier_is_known"),
            only_known("method", DeclaredMethod, name="figure_method_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.figure_id} / {self.number}"
