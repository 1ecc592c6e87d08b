"""What the form of a class session comes filled in with."""

from dataclasses import dataclass, field
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from lessons.models import LessonEdition, LessonPlanPage
from lessons.selectors import edition_of_token
from lms.classrooms.enums import Modality
from lms.classrooms.forms.fields import NOT_IN_LIST
from lms.classrooms.models import ClassSession, ClassSessionRevision, SchoolClass
from lms.classrooms.selectors import shown_sessions
from lms.classrooms.selectors.classes import minutes_of, pupils_of
from lms.core.keyring import BadToken
from lms.organisations.models import SchoolRequest
from lms.people.models import User


@dataclass
class Start:
    """The lesson that the address names, the first values, and what is wrong with the address."""

    plan: LessonPlanPage | None = None
    edition: LessonEdition | None = None
    problem: str = ""
    initial: dict[str, object] = field(default_factory=dict)


def start_of(request: HttpRequest, author: User | None) -> Start:
    """Read `?set=` (a kit's code), `?plan=` (address word or id), `?repeta=` (a reference) and
    `?clasa=` (a class that was held online)."""
    start = Start()
    if token := request.GET.get("set"):
        try:
            start.edition = edition_of_token(token)
            start.plan = start.edition.plan
        except BadToken:
            start.problem = _(
                "Codul nu mai este valabil. Alegeți lecția din listă, restul e la fel."
            )
    elif name := request.GET.get("plan"):
        start.plan = _plan(name, only_public=not request.user.is_authenticated)
        if start.plan is None:
            start.problem = _("Lecția nu mai este în catalog. Alegeți una din listă.")
    start.initial = {"date": timezone.localdate()}
    if author is not None:
        start.initial |= _of_account(author, request.GET.get("repeta", ""))
    if start.plan is not None:
        start.initial |= {"plan": start.plan.pk, "duration": start.plan.duration}
    if school_class := class_to_report(request, author):
        _fill_from_class(start, school_class)
    return start


def class_to_report(request: HttpRequest, author: User | None) -> SchoolClass | None:
    """The author's own class that `?clasa=` names, if there is one."""
    try:
        group = UUID(request.GET.get("clasa", ""))
    except ValueError:
        return None
    if author is None:
        return None
    classes = SchoolClass.objects.for_user(author).select_related("module__plan", "session")
    return classes.filter(public_id=group).first()


def _fill_from_class(start: Start, school_class: SchoolClass) -> None:
    """What is known of a class: its plan, how many joined, how long, when. Its own id is sent with
    the form, so that confirming twice is confirming once."""
    start.plan = school_class.module.plan
    if start.plan is None:
        start.problem = _("Modulul nu are un plan de lecție. Alegeți lecția din listă.")
    start.initial |= {
        "plan": start.plan.pk if start.plan else None,
        "date": timezone.localdate(school_class.opened_at),
        "class_label": school_class.class_label,
        "undisclosed": pupils_of(school_class),
        "duration": minutes_of(school_class),
        "modality": Modality.IN_PERSON,
        "client_id": school_class.public_id,
    }
    if school_class.school_id:
        start.initial |= school_values(school_class.school_id, None)


def _plan(name: str, only_public: bool) -> LessonPlanPage | None:
    plans = LessonPlanPage.objects.live()
    plans = plans.public() if only_public else plans
    if name.isascii() and name.isdigit() and len(name) < 10:
        return plans.filter(pk=int(name)).first()
    named = plans.filter(slug=name)
    return named.filter(locale__language_code=get_language()).first() or named.first()


def _of_account(author: User, reference: str) -> dict[str, object]:
    """A repeated session but for its class and numbers; else the account's school and the
    organisation of last time."""
    own = shown_sessions().taught_by(author)
    repeated = own.filter(reference=reference).first() if reference else None
    if repeated is not None:
        return _of_revision(repeated)
    last: ClassSession | None = own.first()
    organisation = author.organisation_id or (last.latest.organisation_id if last else None)
    school = school_values(author.school_id, author.school_request)
    return {**school, "organisation": organisation}


def school_values(school_id: int | None, request: SchoolRequest | None) -> dict[str, object]:
    """The school's rows filled in: one of the list, or one that the secretariat still looks for."""
    known = school_id or (request and request.school_id)
    if known or request is None:
        return {"school": known or ""}
    return {
        "school": NOT_IN_LIST,
        "missing_name": request.name,
        "missing_locality": request.locality_name,
        "missing_county": request.county_id,
    }


def _of_revision(session: ClassSession) -> dict[str, object]:
    revision: ClassSessionRevision = session.latest
    return {
        "plan": revision.plan_id,
        **school_values(revision.school_id, revision.school_request),
        "organisation": revision.organisation_id,
        "duration": revision.duration,
        "modality": revision.modality,
        "group_type": revision.group_type,
    }
