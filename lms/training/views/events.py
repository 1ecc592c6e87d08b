"""Planning events, and the page from which one is run."""

from uuid import UUID, uuid4

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from lms.training.enums import EventState, RequestState
from lms.training.forms.events import EventForm, SittingFormSet, sittings_of
from lms.training.forms.requests import ReasonForm
from lms.training.models import TrainingEvent, TrainingRequest
from lms.training.selectors.rosters import clashes_of, roster_of
from lms.training.services import (
    EventMovedOn,
    EventSettled,
    NotHeldYet,
    RequestMovedOn,
    SittingsUnclear,
    cancel_event,
    change_event,
    close_event,
    open_event,
    plan_event,
    plan_request,
)
from lms.training.services.planning import SETTLED
from lms.training.views.access import event_or_404, for_trainers, request_or_404

PER_PAGE = 30
# What the buttons send.
OPEN, CLOSE, REOPEN, CANCEL = "deschide", "inchide", "redeschide", "anuleaza"


@for_trainers("GET", "HEAD")
def events(request: HttpRequest) -> HttpResponse:
    """The events of this person's organisation, newest first."""
    found = TrainingEvent.objects.for_user(request.user)
    state = request.GET.get("stare", "")
    if state in EventState.values:
        found = found.filter(state=state)
    page = Paginator(
        found.select_related("programme", "organiser", "county").prefetch_related("sittings"),
        PER_PAGE,
    ).get_page(request.GET.get("pagina"))
    context = {"page": page, "state": state, "states": EventState.choices}
    return render(request, "training/events/list.html", context)


@for_trainers("GET", "HEAD", "POST")
def plan(request: HttpRequest) -> HttpResponse:
    """Plan an event, or the one that a request asked for (?cerere=), or another like one
    (?copie=)."""
    asked, source = _asked(request), _source(request)
    form = EventForm(request.POST or None, initial=_initial(asked, source), by=request.user)
    sittings = SittingFormSet(request.POST or None, prefix="intalniri")
    if request.method == "POST" and form.is_valid() and sittings.is_valid():
        try:
            event = plan_event(
                client_id=form.cleaned_data["client_id"] or uuid4(),
                sittings=sittings.plans,
                by=request.user,
                **form.said,
            )
        except SittingsUnclear:
            form.add_error(None, _("Verificați datele și orele întâlnirilor."))
        else:
            if asked is not None:
                _tie(request, asked, event)
            messages.success(request, _("Formarea este planificată. Deschideți înscrierile."))
            return redirect("training:event", event.public_id)
    context = {"form": form, "sittings": sittings, "asked": asked, "source": source}
    return render(request, "training/events/form.html", context)


@for_trainers("GET", "HEAD", "POST")
def change(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Change what was planned."""
    event = event_or_404(request, public_id)
    form = EventForm(request.POST or None, instance=event, by=request.user)
    sittings = SittingFormSet(request.POST or None, initial=sittings_of(event), prefix="intalniri")
    if request.method == "POST" and form.is_valid() and sittings.is_valid():
        try:
            change_event(event=event, sittings=sittings.plans, by=request.user, **form.said)
        except EventSettled:
            form.add_error(None, _("Formarea este încheiată sau anulată și nu se mai schimbă."))
        except SittingsUnclear:
            form.add_error(
                None,
                _(
                    "La o întâlnire scoasă s-a notat deja prezența. Păstrați întâlnirea sau "
                    "schimbați-i data și orele."
                ),
            )
        else:
            messages.success(request, _("Formarea este salvată."))
            return redirect("training:event", public_id)
    context = {"form": form, "sittings": sittings, "event": event}
    return render(request, "training/events/form.html", context)


@for_trainers("GET", "HEAD", "POST")
def event(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """An event: where it stands, who is on the list, what comes next."""
    found = event_or_404(request, public_id)
    decision = request.POST.get("decizie", "")
    reason = ReasonForm(request.POST if decision in (REOPEN, CANCEL) else None)
    if request.method == "POST":
        try:
            done = _decide(request, found, decision, reason)
        except EventMovedOn:
            messages.error(
                request,
                _("Între timp, altcineva a luat o hotărâre. Verificați mai jos."),
            )
            return redirect("training:event", public_id)
        except NotHeldYet:
            messages.error(
                request,
                _("Formarea nu s-a ținut încă. Încheiați-o după ce începe ultima întâlnire."),
            )
            return redirect("training:event", public_id)
        if done:
            messages.success(request, done)
            return redirect("training:event", public_id)
    context = {
        "event": found,
        "roster": roster_of(found),
        "clashes": [] if found.state in SETTLED else clashes_of(found, request.user),
        "reason_form": reason,
        "decisions": found.decisions.select_related("decided_by"),
        "expected": found.decisions.count(),
        "is_settled": found.state in SETTLED,
        "enrol_address": settings.SITE_URL + reverse("training:public_event", args=[found.code]),
        "is_held": not found.sittings.filter(starts_at__gt=timezone.now()).exists(),
    }
    return render(request, "training/events/event.html", context)


def _decide(request: HttpRequest, found: TrainingEvent, decision: str, reason: ReasonForm) -> str:
    """Do what the button says; "" when a reason is missing."""
    seen = request.POST.get("vazut", "")
    expected = int(seen) if seen.isascii() and seen.isdigit() and len(seen) < 5 else -1
    if decision == OPEN:
        open_event(event=found, expected=expected, by=request.user)
        return _("Înscrierile sunt deschise. Trimiteți linkul sau afișați codul QR.")
    if decision == CLOSE:
        close_event(event=found, expected=expected, by=request.user)
        return _("Formarea este încheiată și intră în raport.")
    if decision in (REOPEN, CANCEL) and reason.is_valid():
        why = reason.cleaned_data["reason"]
        if decision == REOPEN:
            open_event(event=found, expected=expected, by=request.user, reason=why)
            return _("Formarea este din nou deschisă. Încheiați-o după ce ați corectat.")
        cancel_event(event=found, expected=expected, by=request.user, reason=why)
        return _("Formarea este anulată. Le-am scris celor înscriși.")
    return ""


def _asked(request: HttpRequest) -> TrainingRequest | None:
    """The request that this event answers, if the person's organisation has taken it."""
    key = _uuid(request.GET.get("cerere", ""))
    found = request_or_404(request, key) if key else None
    return found if found and found.state == RequestState.TAKEN else None


def _source(request: HttpRequest) -> TrainingEvent | None:
    key = _uuid(request.GET.get("copie", ""))
    return event_or_404(request, key) if key else None


def _initial(asked: TrainingRequest | None, source: TrainingEvent | None) -> dict[str, object]:
    if source is not None:
        names = (
            "programme", "title", "organiser", "project", "audiences", "mode", "county", "place",
            "online_address", "capacity", "notes",
        )  # fmt: skip
        many = {name: getattr(source, name).all() for name in ("trainers", "co_organisers")}
        return {name: getattr(source, name) for name in names} | many
    if asked is None:
        return {}
    return {
        "programme": asked.programme,
        "audiences": [asked.audience],
        "mode": asked.mode,
        "county": asked.county,
        "place": f"{asked.institution}, {asked.locality}",
        "capacity": asked.people,
    }


def _tie(request: HttpRequest, asked: TrainingRequest, planned: TrainingEvent) -> None:
    """Say that the request has its event; when somebody decided otherwise meanwhile, the event
    stands and the person is told."""
    try:
        plan_request(
            request=asked, event=planned, expected=asked.decisions.count(), by=request.user
        )
    except RequestMovedOn:
        messages.warning(request, _("Între timp s-a luat altă hotărâre despre cerere."))


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
