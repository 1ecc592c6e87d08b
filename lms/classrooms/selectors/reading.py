"""Sessions and revisions as they now stand, or as they stood."""

from collections.abc import Iterable
from datetime import datetime

from lms.classrooms.enums import UNANSWERED_STATUSES, Status
from lms.classrooms.facts import SessionFacts
from lms.classrooms.models import ClassSession, ClassSessionRevision
from lms.classrooms.querysets import ClassSessionQuerySet, RevisionQuerySet
from lms.classrooms.tokens import session_of_receipt, teacher_token
from lms.core.codes import normalise_code
from lms.core.keyring import BadToken
from lms.people.models import User

_SHOWN = (
    "latest__plan__locale",
    "latest__edition",
    "latest__school__locality",
    "latest__school__county",
    "latest__school_request__county",
    "latest__school_request__school__locality",
    "latest__organisation",
    "latest__project",
)

# What a session says of itself; that it is no duplicate is a word about two of them.
_FACTS = tuple(name for name in SessionFacts.__annotations__ if name != "duplicate_override")


def latest_revisions(as_of: datetime | None = None) -> RevisionQuerySet:
    """RR1: of each session the highest revision recorded at or before `as_of`; None is now.

    A plan's translations are one plan: group by `plan__translation_key`, and by `lesson_code`
    where there is no plan.
    """
    return ClassSessionRevision.objects.latest_at(as_of)


def shown_sessions() -> ClassSessionQuerySet:
    """Sessions with plan, school and organisation read along; the plan's long text stays out."""
    sessions = ClassSession.objects.filter(latest__isnull=False)
    return sessions.select_related(*_SHOWN).defer("latest__plan__body")


def session_of_key(key: str, user: User) -> ClassSession | None:
    """The session that an address names, with everything that is shown of it; None when there is
    none or this reader may not see it.

    A receipt's token opens its session for whoever holds it; a bare reference only for a signed-in
    user whose session it is.
    """
    sessions = shown_sessions()
    # A reference has no dot, a token always has one. It may be typed from a certificate.
    if "." not in key:
        return sessions.for_user(user).filter(reference=normalise_code(key)).first()
    try:
        return sessions.filter(pk=session_of_receipt(key)).first()
    except BadToken:
        return None


def is_said_by(session: ClassSession, user: User) -> bool:
    """Whether this person held the session, registered or accepted it, or said any of its facts:
    then somebody else verifies it. Whoever returned it, or counted it beside another one, said
    none."""
    held = teacher_token(user.email) in {session.teacher_token, session.claimed_token}
    if session.author_id == user.pk or held:
        return True
    rows = session.revisions.exclude(status__in=(Status.REJECTED, Status.VOID))
    before: tuple[object, ...] = ()
    for by, status, *facts in rows.order_by("number").values_list("recorded_by", "status", *_FACTS):
        said = (status in UNANSWERED_STATUSES, *facts)
        if by == user.pk and said != before:
            return True
        before = said
    return False


def lesson_name(revision: ClassSessionRevision) -> str:
    """The plan's title, or the code of a lesson from elsewhere."""
    return revision.plan.title if revision.plan else revision.lesson_code


def school_name(revision: ClassSessionRevision) -> str:
    """The school with its place, as typed when the register does not have it."""
    if revision.school:
        return str(revision.school)
    if revision.school_request:
        return str(revision.school_request.school or revision.school_request)
    return revision.school_code


def chosen_sessions(values: Iterable[str]) -> dict[str, datetime]:
    """What the ticked boxes of a list say: the moments of the revisions that were shown, by
    reference. Raises ValueError for what no list of ours says."""
    chosen = {}
    for value in values:
        reference, _between, moment = value.rpartition("|")
        chosen[reference] = datetime.fromisoformat(moment)
    return chosen
