"""Facts for counting, read in a handful of queries however many sessions there are."""

from collections.abc import Collection, Iterator
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import Q

from lms.classrooms.enums import DuplicateOverride
from lms.classrooms.selectors import latest_revisions
from lms.core.periods import Period
from lms.reach.batches import batched
from lms.reach.counting import NO_ORGANISATION, SessionFact
from lms.reach.selectors.lessons import Lesson, lessons_by_page
from lms.reach.selectors.schools import UNKNOWN, Place, places, places_of

_COLUMNS = (
    "session_id",
    "pk",
    "session__reference",
    "status",
    "first_recorded_at",
    "recorded_at",
    "date",
    "known_school_id",
    "grade",
    "letter",
    "plan_id",
    "lesson_code",
    "organisation__code",
    "girls",
    "boys",
    "undisclosed",
    "adults",
    "duration",
    "modality",
    "group_type",
    "duplicate_override",
    "session__teacher_token",
)
_CHUNK = 2_000
# As many as any database takes in one condition.
_FEW = 500


def session_facts(period: Period, as_of: datetime | None = None) -> Iterator[SessionFact]:
    """The sessions held in the period as they were known at `as_of` (RR1; None is now), streamed.

    Three queries. The school list and the plans are today's; a session whose date was corrected
    out of the period is not among them.
    """
    return (keyed.fact for keyed in keyed_facts(in_days(period), places(), as_of))


def in_days(period: Period) -> Q:
    """Revisions whose class session was held in the period (RR10)."""
    return Q(date__range=(period.start, period.end))


class KeyedFact(NamedTuple):
    """A fact with the primary keys of its session and of the revision that says it."""

    session: int
    revision: int
    fact: SessionFact


def keyed_facts(
    wanted: Q, schools: dict[int, Place], as_of: datetime | None = None
) -> Iterator[KeyedFact]:
    """The facts of the latest revisions that are wanted, streamed; `schools` holds at least
    theirs. Two queries."""
    lessons = lessons_by_page()
    revisions = latest_revisions(as_of).filter(wanted).with_school().with_first_recording()
    rows = revisions.order_by().values_list(*_COLUMNS)
    for session, revision, *row in rows.iterator(chunk_size=_CHUNK):
        yield KeyedFact(session, revision, _fact(tuple(row), schools, lessons))


def facts_of_sessions(sessions: Collection[int], as_of: datetime | None = None) -> list[KeyedFact]:
    """What holds of these sessions at the moment, by their keys: a few queries for every 500."""
    found: list[KeyedFact] = []
    for keys in batched(sorted(sessions), _FEW):
        wanted = Q(session__in=keys)
        found += keyed_facts(wanted, places_of(wanted, as_of), as_of)
    return found


def _fact(
    row: tuple[Any, ...], schools: dict[int, Place], lessons: dict[int, Lesson]
) -> SessionFact:
    (
        reference, status, first_recorded_at, recorded_at, date,
        school_id, grade, letter, plan_id, lesson_code,
        organisation, girls, boys, undisclosed, adults, duration,
        modality, group_type, override, teacher,
    ) = row  # fmt: skip
    school = schools.get(school_id, UNKNOWN)
    lesson = lessons.get(plan_id, Lesson(lesson_code, class_only=False))
    has_class = grade is not None and 0 <= grade <= 13
    return SessionFact(
        reference=reference,
        status=status,
        first_recorded_at=first_recorded_at,
        recorded_at=recorded_at,
        date=date,
        school_id=school_id,
        school=school.siiir,
        county=school.county,
        medium=school.medium,
        grade=grade if has_class else None,
        letter=letter if has_class else "",
        lesson=lesson.code,
        class_only=lesson.class_only,
        organisation=organisation or NO_ORGANISATION,
        girls=girls,
        boys=boys,
        undisclosed=undisclosed,
        adults=adults,
        duration=duration,
        modality=modality,
        group_type=group_type,
        duplicate_override=override == DuplicateOverride.COUNT,
        teacher=teacher,
    )
