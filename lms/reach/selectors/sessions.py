"""The sessions behind a figure, and everything that was ever said of one of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet

from lms.classrooms.models import ClassSession, ClassSessionRevision
from lms.core.periods import Period
from lms.reach.counting import Cell, Standing
from lms.reach.counting.cells import total
from lms.reach.counting.filters import (
    WITH_TEACHER,
    WITHOUT_SCHOOL,
    WITHOUT_TEACHER,
    SessionFilter,
)
from lms.reach.models import JudgedSession
from lms.reach.selectors.cells import sum_of
from lms.reach.selectors.judged import Judgements, judgements
from lms.reach.selectors.people import presence
from lms.reach.selectors.rollups import COLUMN_OF


@dataclass(frozen=True, slots=True)
class FoundSessions:
    """The sessions of one figure, latest first and read as far as they are shown, and what they
    add up to."""

    cell: Cell
    schools: int
    teachers: int
    rows: Judgements


def find_sessions(
    period: Period, wanted: SessionFilter, as_of: datetime | None = None
) -> FoundSessions:
    """Exactly the sessions that a figure of the period is made of."""
    return found_among(judgements(period, as_of), wanted)


def rows_of(period: Period, wanted: SessionFilter, as_of: datetime | None = None) -> Judgements:
    """The same sessions without their sums: nothing is read yet."""
    return rows_among(judgements(period, as_of), wanted)


def found_among(judged: Judgements, wanted: SessionFilter) -> FoundSessions:
    """Those of a period's judged sessions that are wanted, with what they add up to."""
    rows = rows_among(judged, wanted)
    present = presence(rows)
    return FoundSessions(
        cell=total([sum_of(rows.lines), *(row.fact.cell for row in rows.extra)]),
        schools=present.schools,
        teachers=present.teachers,
        rows=rows,
    )


def rows_among(judged: Judgements, wanted: SessionFilter) -> Judgements:
    """Those that are wanted of all judged sessions of a period: which of two duplicates counts
    does not depend on what is being looked at."""
    if wanted.one_a_cohort:
        judged = judged.standing(Standing.COUNTED).one_a_cohort()
    return judged.where(
        _narrowed(judged.lines, wanted), [row for row in judged.extra if wanted.holds(row)]
    )


def _narrowed(lines: "QuerySet[JudgedSession]", wanted: SessionFilter) -> "QuerySet[JudgedSession]":
    """What `SessionFilter.holds` says of one session, said of the lines."""
    exact: Mapping[str, Any] = {COLUMN_OF[cut]: part for cut, part in wanted.parts.items()}
    lines = lines.filter(standing=wanted.standing, **exact)
    if wanted.verified_only:
        lines = lines.filter(status="verified")
    # No code is a part of another one.
    if wanted.reason:
        lines = lines.filter(reasons__contains=wanted.reason.value)
    if wanted.warning:
        lines = lines.filter(warnings__contains=wanted.warning.value)
    if wanted.teacher:
        lines = lines.filter(_teacher(wanted.teacher))
    if wanted.school:
        # PostgreSQL refuses a text with a NUL in it instead of not finding it.
        siiir = "" if wanted.school == WITHOUT_SCHOOL else wanted.school.replace("\0", " ")
        lines = lines.filter(siiir=siiir)
    return lines.filter(adults__gt=0) if wanted.with_adults else lines


def _teacher(teacher: str) -> Q:
    if teacher == WITHOUT_TEACHER:
        return Q(teacher="")
    return ~Q(teacher="") if teacher == WITH_TEACHER else Q(teacher_mark=teacher)


def revisions_by_reference(references: list[str]) -> dict[str, ClassSessionRevision]:
    """What now holds of each of these sessions, with the school's names. One query."""
    sessions = ClassSession.objects.filter(reference__in=references).select_related(
        "latest__school__locality", "latest__school_request", "latest__organisation"
    )
    return {session.reference: session.latest for session in sessions if session.latest}
