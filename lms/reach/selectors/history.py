"""Everything that was ever said of one class session."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from lms.classrooms.models import ClassSession, ClassSessionRevision
from lms.core.periods import Period
from lms.reach.counting import Judged, judge
from lms.reach.selectors.facts import session_facts
from lms.reach.selectors.lessons import SOURCE_LANGUAGE, titles_by_page

_COMPARED: tuple[tuple[str, str | Promise], ...] = (
    ("get_status_display", _("stare")),
    ("date", _("data")),
    ("class_label", _("clasa")),
    ("girls", _("fete")),
    ("boys", _("băieți")),
    ("undisclosed", _("fără precizare")),
    ("adults", _("adulți")),
    ("duration", _("minute")),
    ("get_modality_display", _("mod")),
    ("get_group_type_display", _("grup")),
    ("school", _("școala")),
    ("organisation", _("organizația")),
    ("project", _("proiectul")),
    ("get_duplicate_override_display", _("dublură")),
)


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that a revision says otherwise than the one before."""

    label: str | Promise
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Step:
    """A revision, the title of its lesson, and what it changed; the first one changed nothing."""

    revision: ClassSessionRevision
    lesson: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class SessionHistory:
    """A session, where it stands in the report, and its revisions, newest first."""

    session: ClassSession
    judged: Judged | None
    steps: tuple[Step, ...]


def session_history(reference: str) -> SessionHistory:
    """Everything that was said of one session. Six queries.

    Raises:
        ClassSession.DoesNotExist: no session has this reference.
    """
    session = ClassSession.objects.get(reference=reference)
    revisions = list(
        session.revisions.select_related(
            "recorded_by", "school__locality", "school_request", "organisation", "project"
        ).order_by("number")
    )
    earlier = [None, *revisions[:-1]]
    titles = titles_by_page(get_language() or SOURCE_LANGUAGE)
    steps = [
        Step(new, _lesson(new, titles), _changes(old, new, titles))
        for old, new in zip(earlier, revisions, strict=False)
    ]
    return SessionHistory(session, _standing_of(session, revisions), tuple(reversed(steps)))


def _lesson(revision: ClassSessionRevision, titles: Mapping[int, str]) -> str:
    """The plan's title, whatever its address was then; the code of a lesson from elsewhere."""
    return titles[revision.plan_id] if revision.plan_id else revision.lesson_code


def _changes(
    old: ClassSessionRevision | None, new: ClassSessionRevision, titles: Mapping[int, str]
) -> tuple[Change, ...]:
    if old is None:
        return ()
    lessons = (_("lecție"), _lesson(old, titles), _lesson(new, titles))
    pairs = [lessons, *((label, _said(old, name), _said(new, name)) for name, label in _COMPARED)]
    return tuple(Change(label, one, other) for label, one, other in pairs if one != other)


def _said(revision: ClassSessionRevision, name: str) -> str:
    value = getattr(revision, name)
    value = value() if callable(value) else value
    return "–" if value in (None, "") else str(value)


def _standing_of(session: ClassSession, revisions: list[ClassSessionRevision]) -> Judged | None:
    """Where it stands now. Its day is enough: duplicates have the same date."""
    if not revisions:
        return None
    day = Period(revisions[-1].date, revisions[-1].date)
    judged = judge(session_facts(day))
    return next((row for row in judged if row.fact.reference == session.reference), None)
