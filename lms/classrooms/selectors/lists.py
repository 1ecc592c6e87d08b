"""Lists of sessions: a teacher's own, and those behind an e-mail address."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Q
from django.utils import timezone

from lms.classrooms.enums import Status
from lms.classrooms.models import ClassSession, ClassSessionRevision
from lms.classrooms.querysets import ClassSessionQuerySet
from lms.classrooms.selectors.reading import lesson_name, school_name, shown_sessions
from lms.classrooms.selectors.standing import Standing, standings
from lms.classrooms.tokens import teacher_token
from lms.core.periods import Period, school_year_of
from lms.people.models import User

MOST_LINKS = 50


@dataclass(frozen=True, slots=True)
class ListedSession:
    """One row of a list, with everything that it shows."""

    session: ClassSession
    revision: ClassSessionRevision
    lesson: str
    school: str
    standing: Standing

    @property
    def is_open(self) -> bool:
        """Whether it can still be corrected or voided."""
        return self.revision.status != Status.VOID


def as_rows(sessions: list[ClassSession]) -> list[ListedSession]:
    """The sessions (from `shown_sessions`) with their standing. Two queries, however many."""
    known = standings([session.current for session in sessions])
    return [
        ListedSession(
            session,
            session.current,
            lesson_name(session.current),
            school_name(session.current),
            known[session.current.pk],
        )
        for session in sessions
    ]


def listed_sessions(user: User, start_year: int) -> list[ListedSession]:
    """What the user taught in a school year, newest first."""
    sessions = shown_sessions().taught_by(user).in_period(Period.school_year(start_year))
    return as_rows(list(sessions.order_by("-latest__date", "-pk")))


def school_years_of(user: User) -> list[str]:
    """The school years in which the user taught, newest first; the current one when there is
    none."""
    return school_years_among(ClassSession.objects.taught_by(user))


def school_years_among(sessions: ClassSessionQuerySet) -> list[str]:
    """The school years of the sessions, newest first; the current one when there is none."""
    held = sessions.filter(latest__isnull=False).order_by()
    days = held.values_list("latest__date", flat=True).distinct()
    years = {school_year_of(day) for day in days}
    return sorted(years, reverse=True) or [school_year_of(timezone.localdate())]


def taught_in_year(user: User, start_year: int) -> list[ClassSession]:
    """What goes on the year's certificate: what is in the figures, in the order it was held."""
    rows = listed_sessions(user, start_year)
    return [row.session for row in reversed(rows) if row.standing.counts]


def recent_sessions_of_email(email: str) -> list[ClassSession]:
    """The sessions registered with this address in the last twelve months, void ones left out."""
    token = teacher_token(email)
    since = timezone.now() - timedelta(days=365)
    theirs = Q(teacher_token=token) | Q(claimed_token=token)
    sessions = shown_sessions().filter(theirs, latest__recorded_at__gte=since)
    return list(sessions.exclude(latest__status=Status.VOID).order_by("-latest__date")[:MOST_LINKS])
