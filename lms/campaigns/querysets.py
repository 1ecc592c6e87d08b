"""Vocabulary of campaign runs."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Exists, F, OuterRef

from lms.core.record_status import SAID_LATER, RecordStatus
from lms.people.models import User

if TYPE_CHECKING:
    from lms.campaigns.models import CampaignRun, CampaignRunRevision  # noqa: F401


class CampaignRunQuerySet(models.QuerySet["CampaignRun"]):
    """Everything here speaks of the latest revision (RR1)."""

    def for_user(self, user: User) -> "CampaignRunQuerySet":
        """The runs that this user may see and change: the own organisation's; the secretariat's
        reviewers see all that was sent to them, and nobody else's drafts."""
        if not user.is_active or not user.has_perm("campaigns.register_campaign_runs"):
            return self.none()
        if user.has_perm("reach.review_figures"):
            return self.exclude(latest__status=RecordStatus.DRAFT)
        if user.organisation_id is None:
            return self.none()
        return self.filter(organisation=user.organisation_id)


class CampaignRunRevisionQuerySet(models.QuerySet["CampaignRunRevision"]):
    """Vocabulary of what was said of runs."""

    def latest_at(self, as_of: datetime | None = None) -> "CampaignRunRevisionQuerySet":
        """RR1: of each run what was said last at or before `as_of`, or by now."""
        if as_of is None:
            return self.filter(run__latest=F("pk"))
        said = self.model.objects.filter(run=OuterRef("run"), recorded_at__lte=as_of)
        return self.filter(~Exists(said.filter(SAID_LATER)), recorded_at__lte=as_of)
