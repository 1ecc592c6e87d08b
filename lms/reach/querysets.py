"""Vocabulary of declared figures, submissions and imported trainings."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Exists, F, OuterRef

from lms.core.periods import Period
from lms.core.record_status import SAID_LATER, RecordStatus
from lms.people.models import User

if TYPE_CHECKING:
    from lms.reach.models import (  # noqa: F401
        DeclaredFigure,
        DeclaredFigureRevision,
        ImportedTrainingRevision,
        Submission,
    )


class DeclaredFigureQuerySet(models.QuerySet["DeclaredFigure"]):
    """Everything here speaks of the latest revision (RR1)."""

    def for_user(self, user: User) -> "DeclaredFigureQuerySet":
        """The figures that this user may see: the own organisation's with its drafts; whoever
        reviews sees what was sent in by all, and nobody's drafts."""
        if not user.is_active:
            return self.none()
        if user.has_perm("reach.review_figures"):
            return self.exclude(latest__status=RecordStatus.DRAFT)
        if user.organisation_id is None or not user.has_perm("reach.declare_figures"):
            return self.none()
        return self.filter(organisation=user.organisation_id)


class DeclaredRevisionQuerySet(models.QuerySet["DeclaredFigureRevision"]):
    """Vocabulary of what was said of declared figures."""

    def latest_at(self, as_of: datetime | None = None) -> "DeclaredRevisionQuerySet":
        """RR1: of each figure what was said last at or before `as_of`, or by now."""
        if as_of is None:
            return self.filter(figure__latest=F("pk"))
        said = self.model.objects.filter(figure=OuterRef("figure"), recorded_at__lte=as_of)
        return self.filter(~Exists(said.filter(SAID_LATER)), recorded_at__lte=as_of)


class SubmissionQuerySet(models.QuerySet["Submission"]):
    """Vocabulary of what organisations handed in."""

    def for_user(self, user: User) -> "SubmissionQuerySet":
        """The submissions that this user may see: the own organisation's, or all for review."""
        if not user.is_active:
            return self.none()
        if user.has_perm("reach.review_figures"):
            return self
        if user.organisation_id is None or not user.has_perm("reach.declare_figures"):
            return self.none()
        return self.filter(organisation=user.organisation_id)


class TrainingRevisionQuerySet(models.QuerySet["ImportedTrainingRevision"]):
    """Vocabulary of what was said of imported trainings."""

    def latest_at(self, as_of: datetime | None = None) -> "TrainingRevisionQuerySet":
        """RR1: of each training what was said last at or before `as_of`, or by now."""
        if as_of is None:
            return self.filter(training__latest=F("pk"))
        said = self.model.objects.filter(training=OuterRef("training"), recorded_at__lte=as_of)
        return self.filter(~Exists(said.filter(SAID_LATER)), recorded_at__lte=as_of)

    def in_period(self, period: Period) -> "TrainingRevisionQuerySet":
        """Trainings held in the period (RR10)."""
        return self.filter(date__range=(period.start, period.end))
