"""Modules that were worked through, as counting needs them (RR12)."""

from collections.abc import Collection, Mapping
from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils import timezone

from lessons.models import ModuleCompletion
from lms.classrooms.models import SchoolClass
from lms.classrooms.selectors import latest_revisions
from lms.core.periods import Period
from lms.reach.counting import CompletionFact, Standing, judge
from lms.reach.models import ImportedCompletion, JudgedSession
from lms.reach.selectors.facts import session_facts
from lms.reach.selectors.modules import modules_by_key
from lms.reach.selectors.pending import pending


def completion_facts(period: Period, as_of: datetime | None = None) -> list[CompletionFact]:
    """The completions of the period (RR10: by their own day), as far as they were known at `as_of`.

    Four queries. Of a completion of ours only its day is known, so a moment means its whole day.
    Which session a class became is today's; whether that session counts is judged as of the moment.
    """
    modules = modules_by_key()
    sessions = dict(_linked_classes(period).values_list("public_id", "session__reference"))
    rows = _completions(period)
    if as_of is not None:
        rows = rows.filter(completed_on__lte=timezone.localdate(as_of))
    columns = ("learner_token", "module_key", "completed_on", "group")
    own = [
        CompletionFact(
            token=token.hex,
            module=modules[key].code,
            date=day,
            age_band=modules[key].age_band,
            group=str(group or ""),
            session=sessions.get(group, ""),
        )
        for token, key, day, group in rows.values_list(*columns).iterator(chunk_size=2_000)
    ]
    ages = {module.code: module.age_band for module in modules.values()}
    return own + _imported(period, as_of, ages)


def _imported(
    period: Period, as_of: datetime | None, ages: Mapping[str, str]
) -> list[CompletionFact]:
    """The completions that came by import, which know their moment: of each learner, module and
    day what was said last holds. The age that their module is for is known only of modules of ours.
    One query."""
    rows = _imported_rows(period)
    if as_of is not None:
        rows = rows.filter(recorded_at__lte=as_of)
    columns = ("learner_token", "module", "completed_on", "completed", "session_ref")
    said = {
        (token, module, day): (completed, session)
        for token, module, day, completed, session in rows.order_by("recorded_at", "pk")
        .values_list(*columns)
        .iterator(chunk_size=2_000)
    }
    return [
        CompletionFact(
            # Never the random id of a learner of ours, which has no colon.
            token=f"import:{token}",
            module=module,
            date=day,
            age_band=ages.get(module, ""),
            session=session,
        )
        for (token, module, day), (completed, session) in said.items()
        if completed
    ]


def counted_sessions(
    period: Period, completions: Collection[CompletionFact], as_of: datetime | None = None
) -> frozenset[str]:
    """The counted class sessions that completions of the period are linked to, whatever day those
    have: a session may be given another day than its class had. No query when none is linked."""
    linked = {fact.session for fact in completions} - {""}
    if not linked:
        return frozenset()
    again = pending(as_of)
    if again is None:
        return (_counted(period, as_of) | counted_outside(period, completions, as_of)) & linked
    classes = Q(session__in=_linked_classes(period).values("session"))
    named = Q(reference__in=_imported_rows(period).values("session_ref"))
    lines = JudgedSession.objects.filter(classes | named).order_by()
    counted = lines.filter(standing=Standing.COUNTED).exclude(pk__in=again.sessions)
    now = {row.fact.reference for *_, row in again.rows if row.standing is Standing.COUNTED}
    return frozenset(counted.values_list("reference", flat=True)) | (linked & now)


def counted_outside(
    period: Period, completions: Collection[CompletionFact], as_of: datetime | None = None
) -> frozenset[str]:
    """Counted class sessions of another day than the period's that its completions are linked to.
    No query when no completion is linked."""
    if not any(fact.session for fact in completions):
        return frozenset()
    linked = Q(session__in=_linked_classes(period).values("session"))
    named = Q(session__reference__in=_imported_rows(period).values("session_ref"))
    elsewhere = latest_revisions(as_of).filter(linked | named).order_by()
    elsewhere = elsewhere.exclude(date__range=(period.start, period.end))
    days = set(elsewhere.values_list("date", flat=True))
    # A day is enough to judge it: duplicates have the same date (RR6).
    return frozenset().union(*(_counted(Period(day, day), as_of) for day in days))


def _completions(period: Period) -> "QuerySet[ModuleCompletion]":
    days = (period.start, period.end)
    return ModuleCompletion.objects.filter(completed_on__range=days).order_by()


def _imported_rows(period: Period) -> "QuerySet[ImportedCompletion]":
    days = (period.start, period.end)
    return ImportedCompletion.objects.filter(completed_on__range=days).order_by()


def _linked_classes(period: Period) -> "QuerySet[SchoolClass]":
    """The classes of the period's completions that became a class session."""
    groups = _completions(period).values("group")
    return SchoolClass.objects.filter(session__isnull=False, public_id__in=groups).order_by()


def _counted(period: Period, as_of: datetime | None) -> frozenset[str]:
    judged = judge(session_facts(period, as_of))
    return frozenset(row.fact.reference for row in judged if row.standing is Standing.COUNTED)
