"""What is said of a class session, and how it becomes a revision."""

from datetime import date, datetime
from typing import TypedDict

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from lessons.models import LessonEdition, LessonPlanPage
from lessons.selectors import current_edition
from lms.classrooms.enums import Status
from lms.classrooms.models import ClassSession, ClassSessionRevision
from lms.classrooms.models.revisions import LARGEST_GROUP
from lms.core.class_labels import normalise_class_label
from lms.organisations.models import FundingProject, MemberOrganisation, School, SchoolRequest
from lms.organisations.services import request_school
from lms.people.models import User

_RELATIONS = (
    "session", "recorded_by", "plan", "edition", "school", "school_request", "organisation",
    "project", "merged_into",
)  # fmt: skip
_DERIVED = ("pupils", "grade", "letter")


class SessionFacts(TypedDict, total=False):
    """Everything that a person may say of a class session. What is left out has its default.

    A lesson is a plan (with or without its edition) or the code of a lesson from elsewhere. A
    school is one of the register, a request, or a code that the register does not know.
    """

    plan: LessonPlanPage | None
    edition: LessonEdition | None
    lesson_code: str
    school: School | None
    school_request: SchoolRequest | None
    school_code: str
    organisation: MemberOrganisation | None
    project: FundingProject | None
    date: date
    class_label: str
    girls: int
    boys: int
    undisclosed: int
    adults: int
    duration: int | None
    modality: str
    group_type: str
    duplicate_override: str


def facts_of(revision: ClassSessionRevision) -> SessionFacts:
    """What a revision says, to be said again with changes."""
    return {name: getattr(revision, name) for name in SessionFacts.__annotations__}  # type: ignore[return-value]


def with_requested_school(facts: SessionFacts, missing: dict[str, object] | None) -> SessionFacts:
    """The same facts; a school that was not in the list is put on the secretariat's queue."""
    if missing is None:
        return facts
    return {**facts, "school_request": request_school(**missing)}  # type: ignore[arg-type]


def add_revision(
    *,
    session: ClassSession,
    number: int,
    status: Status | str,
    facts: SessionFacts,
    by: User | None = None,
    reason: str = "",
    recorded_at: datetime | None = None,
    merged_into: ClassSession | None = None,
) -> ClassSessionRevision:
    """Save a revision and point the session at it. Runs inside the caller's transaction.

    `recorded_at` is for what was recorded elsewhere before; else it is now.

    Raises:
        ValidationError: a fact does not fit its field, or there is no lesson or no day.
        IntegrityError: this number exists already.
    """
    revision = ClassSessionRevision(
        session=session, number=number, status=status, recorded_by=by, reason=reason[:300],
        recorded_at=recorded_at or timezone.now(), merged_into=merged_into, **with_lesson(facts),
    )  # fmt: skip
    label = normalise_class_label(revision.class_label)
    revision.grade = label.grade if label else None
    revision.letter = label.letter if label else ""
    revision.clean_fields(exclude=[*_RELATIONS, *_DERIVED])
    revision.pupils = revision.girls + revision.boys + revision.undisclosed
    if revision.pupils > LARGEST_GROUP:
        raise ValidationError({"girls": _("Sunt prea mulți elevi pentru o singură sesiune.")})
    revision.save(force_insert=True)
    session.latest = revision
    session.save(update_fields=["latest"])
    return revision


def with_lesson(facts: SessionFacts) -> SessionFacts:
    """The same facts with plan, edition and lesson code agreeing with each other."""
    edition, plan = facts.get("edition"), facts.get("plan")
    if plan is None and edition is not None:
        plan = edition.plan
    if plan is None:
        return {**facts, "edition": None}
    if edition is None or edition.plan_id != plan.pk:
        edition = current_edition(plan)
    return {**facts, "plan": plan, "edition": edition, "lesson_code": lesson_code_of(plan)}


def lesson_code_of(plan: LessonPlanPage) -> str:
    """The code of a plan: the address word of its Romanian page, in every language the same."""
    if plan.locale.language_code == settings.LANGUAGE_CODE:
        return plan.slug[:100]
    original = LessonPlanPage.objects.filter(
        translation_key=plan.translation_key, locale__language_code=settings.LANGUAGE_CODE
    ).first()
    return (original or plan).slug[:100]
