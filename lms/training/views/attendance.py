"""The list of an event: ticking, adding somebody, counting the others."""

from datetime import datetime
from uuid import UUID, uuid4

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from lms.training.forms.participants import AddForm, HeadCountForm
from lms.training.models import Participant, TrainingEvent, TrainingSitting
from lms.training.printing.documents import sheet_pdf
from lms.training.selectors.rosters import head_counts_of, roster_of
from lms.training.services import EventSettled, add_participant, count_heads, tick
from lms.training.services.planning import SETTLED
from lms.training.tokens import sitting_token
from lms.training.views.access import event_or_404, for_trainers


@for_trainers("GET", "HEAD", "POST")
def sitting(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """The list of one sitting. Without scripts all ticks are sent together; with them each is
    sent by itself (`tick_one`), also after a while without a network."""
    event = event_or_404(request, public_id)
    found = get_object_or_404(event.sittings, number=number)
    if request.method == "POST":
        try:
            _tick_all(request, event, found)
        except EventSettled:
            messages.error(request, _settled())
        else:
            messages.success(request, _("Prezența este salvată."))
        return redirect("training:sitting", public_id, number)
    context = {
        "event": event,
        "sitting": found,
        "roster": roster_of(event),
        "is_settled": event.state in SETTLED,
    }
    return render(request, "training/events/sitting.html", context)


@for_trainers("GET", "HEAD")
def screen(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """The QR code of one sitting, large enough for a wall."""
    event = event_or_404(request, public_id)
    found = get_object_or_404(event.sittings, number=number)
    path = reverse("training:present", args=[sitting_token(found.public_id)])
    context = {"event": event, "sitting": found, "address": settings.SITE_URL + path}
    return render(request, "training/events/screen.html", context)


@for_trainers("GET", "HEAD")
def sheet(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """The list of one sitting, to be signed on paper."""
    event = event_or_404(request, public_id)
    found = get_object_or_404(event.sittings, number=number)
    content = sheet_pdf(event, found, roster_of(event))
    response = HttpResponse(content, content_type="application/pdf")
    name = f"lista-{event.code}-{number}.pdf"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@for_trainers("POST")
def tick_one(request: HttpRequest, public_id: UUID, number: int) -> JsonResponse:
    """One tick, as the list's script sends it: {participant, present, client_id, said_at}."""
    event = event_or_404(request, public_id)
    found = get_object_or_404(event.sittings, number=number)
    try:
        person = event.participants.get(public_id=UUID(request.POST.get("participant", "")))
        client_id = UUID(request.POST.get("client_id", ""))
    except (ValueError, Participant.DoesNotExist):
        return JsonResponse(
            {"error": _("Reîncărcați lista: persoana nu mai este pe ea.")}, status=400
        )
    try:
        said = tick(
            sitting=found,
            participant=person,
            present=request.POST.get("present") == "da",
            client_id=client_id,
            said_at=_moment(request.POST.get("said_at", "")),
            by=request.user,
        )
    except EventSettled:
        return JsonResponse({"error": _settled()}, status=409)
    return JsonResponse({"present": said.present})


@for_trainers("GET", "HEAD", "POST")
def add(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Put somebody onto the list who had not enrolled."""
    event = event_or_404(request, public_id)
    form = AddForm(request.POST or None, event=event)
    if request.method == "POST" and form.is_valid():
        try:
            add_participant(
                event=event,
                client_id=form.cleaned_data["client_id"] or uuid4(),
                email=form.cleaned_data["email"],
                by=request.user,
                **form.said,
            )
        except EventSettled:
            form.add_error(None, _settled())
        else:
            messages.success(request, _("Persoana este pe listă."))
            return redirect("training:event", public_id)
    return render(request, "training/events/add.html", {"form": form, "event": event})


@for_trainers("GET", "HEAD", "POST")
def heads(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """How many of each audience were there beside those on the list."""
    event = event_or_404(request, public_id)
    form = HeadCountForm(request.POST or None, event=event, known=head_counts_of(event))
    if request.method == "POST" and form.is_valid():
        try:
            count_heads(event=event, people=form.people, by=request.user)
        except EventSettled:
            form.add_error(None, _settled())
        else:
            messages.success(request, _("Numărătoarea este salvată."))
            return redirect("training:event", public_id)
    return render(request, "training/events/heads.html", {"form": form, "event": event})


def _tick_all(request: HttpRequest, event: TrainingEvent, found: TrainingSitting) -> None:
    """Everybody who was shown: ticked is present, not ticked is absent. Who was not shown, because
    they came onto the list meanwhile, is left as they are."""
    shown, ticked = request.POST.getlist("aratat"), set(request.POST.getlist("prezent"))
    try:
        keys = [UUID(key) for key in shown]
    except ValueError as error:
        raise PermissionDenied from error
    now = timezone.now()
    for person in event.participants.filter(public_id__in=keys):
        tick(
            sitting=found,
            participant=person,
            present=str(person.public_id) in ticked,
            client_id=uuid4(),
            said_at=now,
            by=request.user,
        )


def _moment(text: str) -> datetime:
    """When it was ticked by the phone's clock; now when that says nothing or the future."""
    now = timezone.now()
    try:
        said = parse_datetime(text)
    except ValueError:
        return now
    return said if said and timezone.is_aware(said) and said <= now else now


def _settled() -> str:
    return _("Formarea este încheiată sau anulată. Redeschideți-o ca să schimbați prezența.")
