"""The list of an event: ticking, adding somebody, counting the others."""

from datetime import timedelta
from uuid import UUID, uuid4

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from lms.training.enums import SETTLED_STATES
from lms.training.forms.participants import AddForm, HeadCountForm
from lms.training.printing.documents import sheet_pdf
from lms.training.selectors.rosters import head_counts_of, roster_of
from lms.training.services import (
    EventSettled,
    HeadsMovedOn,
    ListRow,
    add_participant,
    count_heads,
    take_list,
    tick,
)
from lms.training.tokens import sitting_token
from lms.training.views.access import event_or_404, for_trainers

# A tick that waited longer was said so long ago at least.
LONGEST_WAIT = timedelta(days=7)


@for_trainers("GET", "HEAD", "POST")
def sitting(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """The list of one sitting. Without scripts all ticks are sent together; with them each is
    sent by itself (`tick_one`), also after a while without a network."""
    event = event_or_404(request, public_id)
    found = get_object_or_404(event.sittings, number=number)
    if request.method == "POST":
        try:
            take_list(sitting=found, rows=_list_rows(request), by=request.user)
        except EventSettled:
            messages.error(request, _settled())
        else:
            messages.success(request, _("Prezența este salvată."))
        return redirect("training:sitting", public_id, number)
    context = {
        "event": event,
        "sitting": found,
        "list": roster_of(event).at(found),
        "is_settled": event.state in SETTLED_STATES,
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
def tick_one(request: HttpRequest, public_id: UUID, key: UUID) -> JsonResponse:
    """One tick, as the list's script sends it: {participant, present, client_id, waited}. `key` is
    the sitting's own, so that a tick that waited stays with its sitting when others are added.
    Every refusal is JSON: the script drops what can never be saved, and says why."""
    try:
        event = event_or_404(request, public_id)
        found = event.sittings.get(public_id=key)
        person = event.participants.get(public_id=UUID(request.POST.get("participant", "")))
        client_id = UUID(request.POST.get("client_id", ""))
        said = tick(
            sitting=found,
            participant=person,
            present=request.POST.get("present") == "da",
            client_id=client_id,
            said_at=timezone.now() - _waited(request.POST.get("waited", "")),
            by=request.user,
        )
    except EventSettled:
        return JsonResponse({"error": _settled()}, status=409)
    except (ValueError, Http404, PermissionDenied, ObjectDoesNotExist):
        problem = _("Reîncărcați lista: persoana sau întâlnirea nu mai este aici.")
        return JsonResponse({"error": problem}, status=400)
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
            count_heads(event=event, people=form.people, seen=form.seen, by=request.user)
        except EventSettled:
            form.add_error(None, _settled())
        except HeadsMovedOn as moved:
            form.say_what_was_counted(moved.now)
        else:
            messages.success(request, _("Numărătoarea este salvată."))
            return redirect("training:event", public_id)
    return render(request, "training/events/heads.html", {"form": form, "event": event})


def _list_rows(request: HttpRequest) -> list[ListRow]:
    """Everybody who was shown, as `<key>:<da|nu|>` says what had been known of them. Who was not
    shown, because they came onto the list meanwhile, is left as they are."""
    ticked = set(request.POST.getlist("prezent"))
    known = {"da": True, "nu": False, "": None}
    rows = []
    for text in request.POST.getlist("aratat"):
        key, _colon, shown = text.partition(":")
        try:
            rows.append(ListRow(UUID(key), known[shown], key in ticked))
        except (ValueError, KeyError) as error:
            raise PermissionDenied from error
    return rows


def _waited(text: str) -> timedelta:
    """How long a tick waited on its device, from milliseconds: the device's clock may be wrong, its
    difference is not. Nothing when the text says nothing."""
    milliseconds = int(text) if text.isascii() and text.isdigit() and len(text) < 12 else 0
    return min(timedelta(milliseconds=milliseconds), LONGEST_WAIT)


def _settled() -> str:
    return _("Formarea este încheiată sau anulată. Redeschideți-o ca să schimbați prezența.")
