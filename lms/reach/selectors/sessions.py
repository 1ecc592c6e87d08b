"""The sessions behind a figure, and everything that was ever said of one of them."""

from dataclasses import dataclass
from datetime import datetime

from lms.classrooms.models import ClassSession, ClassSessionRevision
from lms.core.periods import Period
from lms.reach.counting import Cell, Judged, Standing, judge
from lms.reach.counting.cells import total
from lms.reach.counting.cohorts import largest_of_each_cohort
from lms.reach.counting.filters import SessionFilter
from lms.reach.selectors.facts import session_facts


@dataclass(frozen=True, slots=True)
class FoundSessions:
    """The sessions of one figure, latest first, and what they add up to."""

    cell: Cell
    schools: int
    teachers: int
    rows: tuple[Judged, ...]


def find_sessions(
    period: Period, wanted: SessionFilter, as_of: datetime | None = None
) -> FoundSessions:
    """Exactly the sessions that a figure of the period is made of. Three queries.

    They are judged together with all others of the period: which of two duplicates counts does
    not depend on what is being looked at.
    """
    judged = judge(session_facts(period, as_of))
    rows = [row for row in judged if wanted.holds(row)]
    if wanted.one_a_cohort:
        counted = (row.fact for row in judged if row.standing is Standing.COUNTED)
        standing_for = {fact.reference for fact in largest_of_each_cohort(counted)}
        rows = [row for row in rows if row.fact.reference in standing_for]
    rows.sort(key=lambda row: (row.fact.date, row.fact.reference), reverse=True)
    return FoundSessions(
        cell=total(row.fact.cell for row in rows),
        schools=len({row.fact.school for row in rows} - {""}),
        teachers=len({row.fact.teacher for row in rows} - {""}),
        rows=tuple(rows),
    )


def revisions_by_reference(references: list[str]) -> dict[str, ClassSessionRevision]:
    """What now holds of each of these sessions, with the school's names. One query."""
    sessions = ClassSession.objects.filter(reference__in=references).select_related(
        "latest__school__locality", "latest__school_request", "latest__organisation"
    )
    return {session.reference: session.latest for session in sessions if session.latest}
