"""Runs of campaigns, and what was said of the people they reached."""

import uuid

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from lms.campaigns.enums import Channel, Method
from lms.campaigns.models.pages import CampaignPage
from lms.campaigns.querysets import CampaignRunQuerySet, CampaignRunRevisionQuerySet
from lms.core.constraints import only_known
from lms.core.qualifiers import Qualifier
from lms.core.record_status import RecordStatus
from lms.organisations.models import County, FundingProject, MemberOrganisation
from lms.people.models import User
from media.models import ContentDocument

# Twice the country: more is a slip of the finger.
MOST_PEOPLE = 40_000_000


class CampaignRun(models.Model):
    """What never changes of one organisation's figure for one event, counted one way.

    Organisations that held an event together report it under one `event_key` (RR11).
    """

    client_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    event_key = models.CharField(_("codul evenimentului"), max_length=80, db_index=True)
    organisation = models.ForeignKey(
        MemberOrganisation,
        models.PROTECT,
        related_name="campaign_runs",
        verbose_name=_("organizația"),
    )
    year = models.PositiveSmallIntegerField(_("anul"), db_index=True)
    method = models.CharField(_("cum s-a numărat"), max_length=15, choices=Method.choices)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    latest = models.OneToOneField(
        "campaigns.CampaignRunRevision", models.PROTECT, null=True, related_name="+"
    )

    objects = CampaignRunQuerySet.as_manager()

    class Meta:
        ordering = ["-year", "event_key", "organisation", "method"]
        verbose_name = _("ediție de campanie")
        verbose_name_plural = _("ediții de campanie")
        permissions = [("register_campaign_runs", "May register campaign runs")]
        constraints = [
            # Sent twice, or imported twice, it is one figure with another revision.
            models.UniqueConstraint(
                fields=["event_key", "organisation", "year", "method"],
                name="one_run_per_event_and_method",
            ),
            only_known("method", Method, name="run_method_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.event_key} {self.organisation_id} {self.year} {self.method}"

    def was_said_by(self, user: User) -> bool:
        """Whether this person reported or corrected the run: somebody else verifies it."""
        said = self.revisions.filter(status=RecordStatus.REPORTED, recorded_by=user)
        return self.author_id == user.pk or said.exists()


class CampaignRunRevision(models.Model):
    """Everything that was said of a run at one moment: only ever added, never changed."""

    run = models.ForeignKey(CampaignRun, models.PROTECT, related_name="revisions")
    number = models.PositiveIntegerField(_("revizia"))
    recorded_at = models.DateTimeField(_("înregistrată la"), db_index=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    status = models.CharField(_("stare"), max_length=8, choices=RecordStatus.choices)
    reason = models.CharField(_("motiv"), max_length=300, blank=True)
    name = models.CharField(_("numele evenimentului"), max_length=200, blank=True)
    channel = models.CharField(
        _("canal"), max_length=6, choices=Channel.choices, default=Channel.OTHER
    )
    held_on = models.DateField(_("data"), null=True, blank=True)
    people = models.PositiveIntegerField(
        _("câte persoane"), validators=[MaxValueValidator(MOST_PEOPLE)]
    )
    source = models.CharField(_("de unde știm"), max_length=300, blank=True)
    project = models.ForeignKey(
        FundingProject,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("proiectul"),
    )

    # Whichever language's page was chosen: readers count by its translation key.
    campaign = models.ForeignKey(
        CampaignPage,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("campania"),
    )
    county = models.ForeignKey(
        County, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("județul")
    )
    locality = models.CharField(_("localitatea"), max_length=80, blank=True)
    qualifier = models.CharField(
        _("cât de exactă"), max_length=9, choices=Qualifier.choices, default=Qualifier.EXACT
    )
    evidence = models.ForeignKey(
        ContentDocument,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("documentul"),
    )

    objects = CampaignRunRevisionQuerySet.as_manager()

    class Meta:
        ordering = ["run", "number"]
        verbose_name = _("revizie a ediției")
        verbose_name_plural = _("revizii ale ediției")
        constraints = [
            # Two corrections at once: one is the next revision, the other is told that it is late.
            models.UniqueConstraint(fields=["run", "number"], name="one_run_revision_per_number"),
            only_known("status", RecordStatus, name="run_status_is_known"),
            only_known("channel", Channel, name="run_channel_is_known"),
            only_known("qualifier", Qualifier, name="run_qualifier_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.run_id} / {self.number}"
