"""What changed since the lines were written or was said after a moment, and what the rules say of
it at the moment that is asked for."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import reduce
from operator import or_

from django.db.models import Q

from lessons.models import LessonPlanPage
from lms.classrooms.models import ClassSession, ClassSessionRevision
from lms.organisations.models import School
from lms.reach.batches import batched
from lms.reach.counting import Judged, judge
from lms.reach.models import JudgedSession, NotedChange
from lms.reach.selectors.facts import KeyedFact, facts_of_sessions

Kind = NotedChange.Kind
# More than that is judged by whole periods.
MOST_PENDING = 2_000
_FEW = 500
_DAYS_AT_ONCE = 20


@dataclass(frozen=True, slots=True)
class JudgedAgain:
    """`sessions` are the keys of the lines that do not hold any more; `rows` what holds instead,
    each with the keys of its session and revision."""

    sessions: frozenset[int] = frozenset()
    rows: tuple[tuple[int, int, Judged], ...] = ()


def pending(as_of: datetime | None = None) -> JudgedAgain | None:
    """What a reader of this moment (None is now) has to put in the place of lines; None when that
    is too much. One query when nothing changed, two when nothing was said after the moment."""
    changes = list(NotedChange.objects.values_list("kind", "key")[: MOST_PENDING + 1])
    later = _sessions_after(as_of) if as_of else set()
    if len(changes) > MOST_PENDING or len(later) > MOST_PENDING:
        return None
    sessions = touched_sessions(changes) | later
    if len(sessions) > MOST_PENDING:
        return None
    return judge_again(sessions, as_of) if sessions else JudgedAgain()


def touched_sessions(changes: Iterable[tuple[str, int]]) -> set[int]:
    """The keys of the sessions whose line may say something else after these changes."""
    keys: dict[str, set[int]] = {kind: set() for kind in Kind.values}
    for kind, key in changes:
        keys[kind].add(key)
    touched = keys[Kind.SESSION]
    for some in batched(keys[Kind.SCHOOL], _FEW):
        touched |= _of_schools(some)
    for some in batched(keys[Kind.REQUEST], _FEW):
        touched |= _sessions(Q(latest__school_request__in=some))
    for some in batched(keys[Kind.ORGANISATION], _FEW):
        touched |= _sessions(Q(latest__organisation__in=some))
    for some in batched(keys[Kind.PLAN], _FEW):
        pages = LessonPlanPage.objects.filter(pk__in=some)
        plans = LessonPlanPage.objects.filter(translation_key__in=pages.values("translation_key"))
        touched |= _sessions(Q(latest__plan__in=plans.values("pk")))
    return touched


def judge_again(sessions: Collection[int], as_of: datetime | None = None) -> JudgedAgain:
    """Judge these sessions, as they were known at `as_of` (None is now), together with all that
    may repeat them: those of the same school and day (RR6), as they are and as their lines had
    them."""
    facts = facts_of_sessions(sessions, as_of)
    partners = _partners(set(sessions), facts)
    facts += facts_of_sessions(partners, as_of)
    keys = {keyed.fact.reference: (keyed.session, keyed.revision) for keyed in facts}
    judged = judge(keyed.fact for keyed in facts)
    rows = tuple((*keys[row.fact.reference], row) for row in judged)
    return JudgedAgain(frozenset(sessions) | partners, rows)


def _sessions_after(as_of: datetime) -> set[int]:
    """The sessions of which something was said after the moment, as far as they are not too many:
    whatever holds of all others held then."""
    later = ClassSessionRevision.objects.filter(recorded_at__gt=as_of).order_by()
    return set(later.values_list("session", flat=True).distinct()[: MOST_PENDING + 1])


def _of_schools(schools: list[int]) -> set[int]:
    """Sessions at these schools, and those at an unknown one that may be one of them now."""
    codes = School.objects.filter(pk__in=schools).values("siiir")
    there = Q(school__in=schools)
    unknown = Q(school=None, revision__school_code__in=codes) & ~Q(revision__school_code="")
    asked = Q(school=None, revision__school_request__school__in=schools)
    return set().union(
        *(JudgedSession.objects.filter(one).values_list("pk", flat=True)
          for one in (there, unknown, asked))
    )  # fmt: skip


def _sessions(condition: Q) -> set[int]:
    return set(ClassSession.objects.filter(condition).order_by().values_list("pk", flat=True))


def _partners(sessions: set[int], facts: list[KeyedFact]) -> set[int]:
    """The keys of the other sessions whose line has the school and the day of one of these."""
    places = {(keyed.fact.school_id, keyed.fact.date) for keyed in facts}
    for some in batched(sorted(sessions), _FEW):
        places |= set(JudgedSession.objects.filter(pk__in=some).values_list("school_id", "date"))
    schools: dict[date, set[int]] = defaultdict(set)
    for school, day in places:
        # A session at no known school repeats nothing.
        if school is not None:
            schools[day].add(school)
    parts = [(day, some) for day, of_day in schools.items() for some in batched(of_day, _FEW)]
    partners: set[int] = set()
    for batch in batched(sorted(parts), _DAYS_AT_ONCE):
        # Day by day: every school on every day would be looked up, if both were lists.
        there = reduce(or_, (Q(date=day, school__in=some) for day, some in batch))
        partners |= set(JudgedSession.objects.filter(there).order_by().values_list("pk", flat=True))
    return partners - sessions
