"""Vocabulary of classes, of class sessions and of their revisions."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from lms.classrooms.enums import COUNTED_STATUSES, Channel, Status
from lms.classrooms.tokens import teacher_token
from lms.core.periods import Period
from lms.organisations.models import School
from lms.people.models import User

if TYPE_CHECKING:
    from lms.classrooms.models import (  # noqa: F401
        ClassSession,
        ClassSessionRevision,
        SchoolClass,
        SessionImport,
    )


class ClassSessionQuerySet(models.QuerySet["ClassSession"]):
    """Everything here speaks of the latest revision (RR1)."""

    def in_period(self, period: Period) -> "ClassSessionQuerySet":
        """Sessions held in the period (RR10: the day it was held, not the day it was recorded)."""
        return self.filter(latest__date__range=(period.start, period.end))

    def with_counted_status(self) -> "ClassSessionQuerySet":
        """Sessions whose status counts (RR2); quarantine and duplicates are another question."""
        return self.filter(latest__status__in=COUNTED_STATUSES)

    def unconfirmed(self) -> "ClassSessionQuerySet":
        """Sessions registered without an account that nobody has confirmed yet."""
        return self.filter(latest__status=Status.UNCONFIRMED)

    def taught_by(self, user: User) -> "ClassSessionQuerySet":
        """The sessions that this user held: registered in the account, or confirmed by the same
        e-mail before there was one. What the user brought in from a file was held by others."""
        own = Q(author=user) & ~Q(channel=Channel.IMPORT)
        return self.filter(own | Q(teacher_token=teacher_token(user.email)))

    def acceptable_by(self, user: User) -> "ClassSessionQuerySet":
        """The sessions on which this user may decide: the own organisation's, or all."""
        if not user.is_active or not user.has_perm("classrooms.accept_class_sessions"):
            return self.none()
        if user.has_perm("classrooms.see_all_class_sessions"):
            return self
        if user.organisation_id is None:
            return self.none()
        return self.filter(latest__organisation=user.organisation_id)

    def for_user(self, user: User) -> "ClassSessionQuerySet":
        """The sessions that this user may see and change: the one place where that is decided.

        Secretariat: all. A member's officer: those of the organisation and the user's own.
        Anyone else: the user's own.
        """
        if not user.is_authenticated or not user.is_active:
            return self.none()
        if user.has_perm("classrooms.see_all_class_sessions"):
            return self
        mine = Q(author=user) | Q(teacher_token=teacher_token(user.email))
        if user.organisation_id and user.has_perm("classrooms.accept_class_sessions"):
            mine |= Q(latest__organisation=user.organisation_id)
        return self.filter(mine)


class SessionImportQuerySet(models.QuerySet["SessionImport"]):
    """Files of class sessions that somebody uploaded."""

    def for_user(self, user: User) -> "SessionImportQuerySet":
        """The files that this user may look at and register: the own ones. They hold what others
        typed, so that a colleague of the same organisation sends the file anew."""
        if not user.is_active or not user.has_perm("classrooms.import_class_sessions"):
            return self.none()
        return self.filter(uploaded_by=user)


class RevisionQuerySet(models.QuerySet["ClassSessionRevision"]):
    """Vocabulary of revisions."""

    def latest_at(self, as_of: datetime | None = None) -> "RevisionQuerySet":
        """RR1: of each session the highest revision recorded at or before `as_of`, or by now."""
        if as_of is None:
            return self.filter(session__latest=F("pk"))
        known = self.filter(recorded_at__lte=as_of)
        newer = self.model.objects.filter(
            session=OuterRef("session"), number__gt=OuterRef("number"), recorded_at__lte=as_of
        )
        return known.filter(~Exists(newer))

    def in_period(self, period: Period) -> "RevisionQuerySet":
        """Revisions whose class session was held in the period (RR10)."""
        return self.filter(date__range=(period.start, period.end))

    def with_counted_status(self) -> "RevisionQuerySet":
        """Revisions whose status counts (RR2)."""
        return self.filter(status__in=COUNTED_STATUSES)

    def with_first_recording(self) -> "RevisionQuerySet":
        """Add `first_recorded_at`, the moment of the session's first revision (RR6)."""
        first = self.model.objects.filter(session=OuterRef("session")).order_by("number")
        return self.annotate(first_recorded_at=Subquery(first.values("recorded_at")[:1]))

    def with_school(self) -> "RevisionQuerySet":
        """Add `known_school_id`: the school by today's register, or None when it is unknown.

        A code that the register learnt later, a settled request and a merged school all lead to
        the school that stands now.
        """
        by_code = School.objects.filter(siiir=OuterRef("school_code")).exclude(siiir="")
        return self.annotate(
            known_school_id=Coalesce(
                "school__merged_into",
                "school",
                "school_request__school__merged_into",
                "school_request__school",
                Subquery(by_code.values(id_=Coalesce("merged_into", "pk"))[:1]),
            )
        )


class SchoolClassQuerySet(models.QuerySet["SchoolClass"]):
    """Classes and their time."""

    def for_user(self, user: User) -> "SchoolClassQuerySet":
        """The classes that this user may see and lead: the own ones, and nobody else's. The
        secretariat has no business in a running class; its figures come with the class session."""
        if not user.is_active or not user.has_perm("classrooms.register_class_sessions"):
            return self.none()
        return self.filter(teacher=user)

    def open_at(self, now: datetime) -> "SchoolClassQuerySet":
        """Classes that pupils can join at this moment."""
        return self.filter(closed_at=None, closes_at__gt=now)

    def left_open(self, now: datetime) -> "SchoolClassQuerySet":
        """Classes whose time ran out and that nobody closed."""
        return self.filter(closed_at=None, closes_at__lte=now)

    def ended(self, now: datetime) -> "SchoolClassQuerySet":
        """Classes that are over, closed by somebody or by the clock."""
        return self.filter(Q(closed_at__isnull=False) | Q(closes_at__lte=now))

    def run_out(self, now: datetime) -> "SchoolClassQuerySet":
        """Classes whose places are to be counted before they go: their time has come."""
        return self.filter(forgotten_at=None, expires_at__lte=now)

    def unreported(self) -> "SchoolClassQuerySet":
        """Classes whose hour is not registered as a class session yet."""
        return self.filter(session=None)
