"""The public page of an event: enrolling, its calendar file, a participant's own page, check-in."""

from uuid import UUID, uuid4

from allauth.account.adapter import get_adapter
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.http import require_http_methods, require_safe

from lms.core import limits
from lms.core.audiences import Audience
from lms.core.codes import normalise_code
from lms.core.keyring import BadToken
from lms.training.calendars import calendar_of
from lms.training.consents import FUNDERS, TAKING_PART
from lms.training.enums import CertificateState, Enrolment, EventState
from lms.training.forms.participants import CheckInForm, EnrolForm, WalkInForm
from lms.training.models import Participant, TrainingEvent, TrainingSitting
from lms.training.selectors.personal import data_of
from lms.training.selectors.rosters import was_there
from lms.training.services import (
    EnrolmentClosed,
    EventSettled,
    HasAttended,
    OutsideWindow,
    check_in,
    enrol,
    forget_person,
    withdraw,
)
from lms.training.tokens import participant_of, sitting_of

# A whole hall behind one address of the venue enrols at once.
MOST_FORMS, PER_SECONDS = 600, 3600
# A tenth of a hall mistypes its address; more is somebody trying out who has enrolled.
MOST_GUESSES = 60


@cache_control(private=True, max_age=0)
@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest, code: str) -> HttpResponse:
    """What is held, when and where, with the form to enrol."""
    event = _announced(code)
    form = EnrolForm(request.POST or None, event=event)
    if request.method == "POST" and form.is_valid() and _may(request, form):
        try:
            enrol(
                event=event,
                client_id=form.cleaned_data["client_id"] or uuid4(),
                email=form.cleaned_data["email"],
                language=get_language() or "ro",
                **form.said,
            )
        except EnrolmentClosed:
            form.add_error(None, _("Înscrierile s-au închis între timp."))
        else:
            return redirect("training:enrolled", event.code)
    context = {
        "event": event,
        "sittings": list(event.sittings.all()),
        "audiences": [Audience(one).label for one in event.audiences if one in Audience.values],
        "form": form,
        "purposes": {"taking_part": TAKING_PART, "funders": FUNDERS},
        "is_enrolling": TrainingEvent.objects.enrolling().filter(pk=event.pk).exists(),
        "is_full": event.capacity is not None
        and event.participants.enrolled().count() >= event.capacity,
    }
    return render(request, "training/public/event.html", context)


@require_safe
@never_cache
def enrolled(request: HttpRequest, code: str) -> HttpResponse:
    """What happens next. It says the same whoever enrolled, so it tells nobody who else did."""
    return render(request, "training/public/enrolled.html", {"event": _announced(code)})


@require_safe
@never_cache
def calendar(request: HttpRequest, code: str) -> HttpResponse:
    """The sittings as a calendar file."""
    event = _announced(code)
    response = HttpResponse(calendar_of(event), content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="formare-{event.code}.ics"'
    return response


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def own(request: HttpRequest, token: str) -> HttpResponse:
    """A participant's own page, by the link of a letter: when, where, withdrawing."""
    participant = participant_or_404(token)
    if request.method == "POST" and request.POST.get("pas") == "sterge":
        forget_person(participant=participant)
        return redirect("training:erased")
    if request.method == "POST":
        try:
            withdraw(participant=participant)
        except HasAttended:
            messages.error(
                request,
                _("Nu vă mai puteți retrage: ați participat deja sau formarea s-a încheiat."),
            )
        else:
            messages.success(request, _("V-ați retras. Mulțumim că ați eliberat locul."))
        return redirect("training:own", token)
    context = {
        "participant": participant,
        "token": token,
        "event": participant.event,
        "sittings": list(participant.event.sittings.all()),
        "may_withdraw": participant.event.state == EventState.OPEN
        and participant.enrolment != Enrolment.WITHDRAWN
        and not was_there(participant),
        "certificate": participant.certificates.filter(state=CertificateState.VALID).first(),
    }
    return render(request, "training/public/own.html", context)


@never_cache
@require_safe
def own_data(request: HttpRequest, token: str) -> JsonResponse:
    """Everything that is kept of the person behind a letter's link, at all events."""
    data = data_of(participant_or_404(token))
    response = JsonResponse(data, json_dumps_params={"ensure_ascii": False, "indent": 2})
    response.headers["Content-Disposition"] = 'attachment; filename="datele-mele.json"'
    return response


@require_safe
def erased(request: HttpRequest) -> HttpResponse:
    """The person is erased; nothing tells who it was."""
    return render(request, "training/public/erased.html")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def present(request: HttpRequest, token: str) -> HttpResponse:
    """Check in at a sitting by its QR code: by the address one enrolled with, or as a walk-in."""
    sitting = _sitting(token)
    walks_in = "fara" in request.GET or "name" in request.POST
    form = (
        WalkInForm(request.POST or None, event=sitting.event)
        if walks_in
        else CheckInForm(request.POST or None)
    )
    context = {"sitting": sitting, "event": sitting.event, "form": form, "walks_in": walks_in}
    if request.method == "POST" and form.is_valid() and _may_be_here(request, form, sitting):
        walk_in = {**form.said, "language": get_language() or "ro"} if walks_in else {}
        try:
            said = check_in(
                sitting=sitting,
                client_id=form.cleaned_data["client_id"] or uuid4(),
                email=form.cleaned_data["email"],
                **walk_in,
            )
        except (OutsideWindow, EventSettled) as problem:
            context["problem"] = _why_not(problem)
        else:
            if said is not None:
                return render(request, "training/public/checked_in.html", context)
            _count_guess(request, sitting)
            form.add_error(
                "email",
                _(
                    "Nu găsim această adresă printre cei înscriși. Verificați-o sau alegeți "
                    "„Nu m-am înscris”."
                ),
            )
    context["purpose"] = TAKING_PART
    return render(request, "training/public/present.html", context)


def _why_not(problem: Exception) -> str:
    if isinstance(problem, OutsideWindow) and not problem.is_over:
        return _("Înregistrarea se deschide cu 45 de minute înainte de întâlnire.")
    return _("Înregistrarea la această întâlnire s-a închis. Spuneți-i formatorului.")


def _announced(code: str) -> TrainingEvent:
    known = normalise_code(code)
    events = TrainingEvent.objects.announced().select_related("programme", "organiser", "county")
    return get_object_or_404(events, code=known or "")


def participant_or_404(token: str) -> Participant:
    """The participant of a letter's link; 404 of a wrong one and of who was erased."""
    try:
        key = UUID(participant_of(token))
    except (BadToken, ValueError) as error:
        raise Http404 from error
    people = Participant.objects.filter(erased_at=None)
    return get_object_or_404(
        people.select_related("event__programme", "event__organiser", "county"), public_id=key
    )


def _sitting(token: str) -> TrainingSitting:
    try:
        key = UUID(sitting_of(token))
    except (BadToken, ValueError) as error:
        raise Http404 from error
    return get_object_or_404(
        TrainingSitting.objects.select_related("event__programme", "event__organiser"),
        public_id=key,
    )


def _may(request: HttpRequest, form: EnrolForm | WalkInForm) -> bool:
    source = get_adapter().get_client_ip(request)
    if limits.may("training-people", source, most=MOST_FORMS, seconds=PER_SECONDS):
        return True
    form.add_error(
        None,
        _("Din rețeaua dumneavoastră au venit multe formulare. Încercați din nou peste o oră."),
    )
    return False


def _may_be_here(
    request: HttpRequest, form: CheckInForm | WalkInForm, sitting: TrainingSitting
) -> bool:
    """A whole hall checks in from one network: of those who enrolled none is refused. Limited are
    addresses that nobody enrolled with, and forms that put somebody onto the list."""
    if isinstance(form, WalkInForm):
        return _may(request, form)
    guesses = _guesses(request, sitting)
    if not limits.is_spent("training-guess", guesses, most=MOST_GUESSES):
        return True
    form.add_error(
        None,
        _(
            "Din rețeaua dumneavoastră au venit multe adrese neînscrise. Spuneți-i formatorului "
            "că sunteți aici: vă bifează pe listă."
        ),
    )
    return False


def _count_guess(request: HttpRequest, sitting: TrainingSitting) -> None:
    guesses = _guesses(request, sitting)
    limits.may("training-guess", guesses, most=MOST_GUESSES, seconds=PER_SECONDS)


def _guesses(request: HttpRequest, sitting: TrainingSitting) -> str:
    return f"{get_adapter().get_client_ip(request)} {sitting.pk}"
