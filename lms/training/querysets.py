"""Which trainings and participants a person may see."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from lms.core.periods import Period
from lms.people.models import User
from lms.training.enums import CertificateState, Enrolment, EventState, RequestState

if TYPE_CHECKING:
    from lms.training.models import (  # noqa: F401
        Attendance,
        EventDecision,
        Facilitator,
        HeadCount,
        Participant,
        TrainingEvent,
        TrainingRequest,
    )


class TrainingEventQuerySet(models.QuerySet["TrainingEvent"]):
    """Events."""

    def for_user(self, user: User) -> "TrainingEventQuerySet":
        """Events that this person may open with all their participants: of the own organisation
        for its trainers and officers, those one is a trainer of, all for the secretariat."""
        if user.has_perm("training.see_all_training_events"):
            return self
        if not user.has_perm("training.plan_training_events"):
            return self.none()
        own = Q(trainers=user)
        if user.organisation_id:
            own |= Q(organiser=user.organisation_id)
        return self.filter(own).distinct()

    def announced(self) -> "TrainingEventQuerySet":
        """Events with a public page."""
        return self.exclude(state=EventState.PLANNED)

    def enrolling(self) -> "TrainingEventQuerySet":
        """Events that one can still enrol for."""
        now = timezone.now()
        return self.filter(
            Q(enrol_until=None) | Q(enrol_until__gt=now),
            state=EventState.OPEN,
            sittings__number=1,
            sittings__starts_at__gt=now,
        )


class EventDecisionQuerySet(models.QuerySet["EventDecision"]):
    """Decisions about events."""

    def latest_at(self, as_of: datetime | None = None) -> "EventDecisionQuerySet":
        """The decision that holds of each event at a moment; now when none is given."""
        known = self if as_of is None else self.filter(decided_at__lte=as_of)
        later = known.filter(event=OuterRef("event"), number__gt=OuterRef("number"))
        return known.filter(~Exists(later))

    def closed_in(self, period: Period) -> "EventDecisionQuerySet":
        """Those that closed an event whose last sitting was in the period."""
        return self.filter(
            state=EventState.CLOSED, held_on__gte=period.start, held_on__lte=period.end
        )


class AttendanceQuerySet(models.QuerySet["Attendance"]):
    """What was said of participants at sittings."""

    def latest_at(self, as_of: datetime | None = None) -> "AttendanceQuerySet":
        """What holds of each participant at each sitting at a moment; now when none is given."""
        known = self if as_of is None else self.filter(recorded_at__lte=as_of)
        later = known.filter(
            participant=OuterRef("participant"),
            sitting=OuterRef("sitting"),
            number__gt=OuterRef("number"),
        )
        return known.filter(~Exists(later))


class HeadCountQuerySet(models.QuerySet["HeadCount"]):
    """People who were counted beside the list."""

    def latest_at(self, as_of: datetime | None = None) -> "HeadCountQuerySet":
        """The count that holds of each audience at a moment; now when none is given."""
        known = self if as_of is None else self.filter(recorded_at__lte=as_of)
        later = known.filter(
            event=OuterRef("event"), audience=OuterRef("audience"), number__gt=OuterRef("number")
        )
        return known.filter(~Exists(later))


class ParticipantQuerySet(models.QuerySet["Participant"]):
    """Participants."""

    def enrolled(self) -> "ParticipantQuerySet":
        """Those who have a place."""
        return self.filter(enrolment=Enrolment.ENROLLED)

    def waiting(self) -> "ParticipantQuerySet":
        """Those who wait for one, first come first."""
        return self.filter(enrolment=Enrolment.WAITING).order_by("enrolled_at", "pk")


class FacilitatorQuerySet(models.QuerySet["Facilitator"]):
    """Facilitators."""

    def valid(self) -> "FacilitatorQuerySet":
        """Those whom material for trainers is open to today: named, not ended, not over, and of a
        participant who has a valid certificate. A corrected certificate carries it on; without
        one, whatever was decided, it holds no more."""
        return self.filter(
            is_ended=False,
            valid_until__gte=timezone.localdate(),
            participant__certificates__state=CertificateState.VALID,
            participant__erased_at=None,
        )

    def tied_to(self, user: User) -> "FacilitatorQuerySet":
        """Those that this account has taken on."""
        return self.filter(user=user)


class TrainingRequestQuerySet(models.QuerySet["TrainingRequest"]):
    """Requests for a training."""

    def for_user(self, user: User) -> "TrainingRequestQuerySet":
        """All for the secretariat; for an organisation those that nobody has taken, and its own."""
        if user.has_perm("training.see_all_training_events"):
            return self
        if not user.has_perm("training.plan_training_events") or not user.organisation_id:
            return self.none()
        return self.filter(
            Q(state=RequestState.NEW, organisation=None) | Q(organisation=user.organisation_id)
        )

    def open(self) -> "TrainingRequestQuerySet":
        """Those that still wait for something."""
        return self.filter(state__in=[RequestState.NEW, RequestState.TAKEN])
