"""Facts for counting, read in a handful of queries however many sessions there are."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from lms.classrooms.enums import DuplicateOverride
from lms.classrooms.selectors import latest_revisions
from lms.core.periods import Period
from lms.reach.counting import NO_ORGANISATION, SessionFact
from lms.reach.selectors.lessons import Lesson, lessons_by_page
from lms.reach.selectors.schools import UNKNOWN, Place, places

_COLUMNS = (
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


def session_facts(period: Period, as_of: datetime | None = None) -> Iterator[SessionFact]:
    """The sessions held in the period as they were known at `as_of` (RR1; None is now), streamed.

    Three queries. The school list and the plans are today's; a session whose date was corrected
    out of the period is not among them.
    """
    schools, lessons = places(), lessons_by_page()
    revisions = latest_revisions(as_of).in_period(period).with_school().with_first_recording()
    rows = revisions.order_by().values_list(*_COLUMNS)
    for row in rows.iterator(chunk_size=_CHUNK):
        yield _fact(row, schools, lessons)


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
