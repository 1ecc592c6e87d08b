"""The queue of requests, and what an organisation or the secretariat decides of one."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from lms.organisations.models import MemberOrganisation
from lms.training.enums import RequestState
from lms.training.forms.requests import ReasonForm, TakeForm
from lms.training.models import TrainingRequest
from lms.training.services import (
    RequestMovedOn,
    decline_request,
    give_back_request,
    take_request,
)
from lms.training.services.planning import SEE_ALL
from lms.training.views.access import for_trainers, request_or_404

PER_PAGE = 30
# What the buttons send.
TAKE, GIVE_BACK, DECLINE = "preia", "inapoi", "refuza"


@for_trainers("GET", "HEAD")
def queue(request: HttpRequest) -> HttpResponse:
    """What waits, or with ?stare= what was decided."""
    found = TrainingRequest.objects.for_user(request.user)
    state = request.GET.get("stare", "")
    if state in RequestState.values:
        found = found.filter(state=state)
    else:
        state, found = "", found.open()
    page = Paginator(
        found.select_related("programme", "organisation", "county"), PER_PAGE
    ).get_page(request.GET.get("pagina"))
    context = {"page": page, "state": state, "states": RequestState.choices}
    return render(request, "training/requests/queue.html", context)


@for_trainers("GET", "HEAD", "POST")
def one(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """A request with its history, and the decisions that this person may take."""
    found = request_or_404(request, public_id)
    decision = request.POST.get("decizie", "")
    take = TakeForm(request.POST if decision == TAKE else None)
    back = ReasonForm(request.POST if decision == GIVE_BACK else None)
    no = ReasonForm(request.POST if decision == DECLINE else None, prefix="refuz")
    if request.method == "POST":
        try:
            done = _decide(request, found, take, back, no)
        except RequestMovedOn:
            messages.error(
                request,
                _("Între timp, altcineva a luat o hotărâre. Verificați mai jos."),
            )
            return redirect("training:request", public_id)
        if done:
            messages.success(request, done)
            # Whoever took it writes to the person and plans; both stand on the request's page.
            if decision == TAKE and not request.user.has_perm(SEE_ALL):
                return redirect("training:request", public_id)
            return redirect("training:requests")
    sees_all = request.user.has_perm(SEE_ALL)
    is_own = bool(found.organisation_id) and found.organisation_id == request.user.organisation_id
    context = {
        "asked": found,
        # Before an organisation takes a request, only the secretariat reads who asks.
        "shows_contact": (sees_all or is_own) and not found.erased_at,
        "take_form": take,
        "back_form": back,
        "decline_form": no,
        "wrong_form": next((form for form in (take, back, no) if form.errors), None),
        "sees_all": sees_all,
        "may_plan": is_own or sees_all,
        "may_give_back": (found.state == RequestState.TAKEN and (is_own or sees_all))
        or (found.state == RequestState.DECLINED and sees_all),
        "may_decline": sees_all and found.state in (RequestState.NEW, RequestState.TAKEN),
        "decisions": found.decisions.select_related("organisation", "decided_by"),
        "expected": found.decisions.count(),
    }
    return render(request, "training/requests/one.html", context)


def _decide(
    request: HttpRequest, found: TrainingRequest, take: TakeForm, back: ReasonForm, no: ReasonForm
) -> str:
    """Do what the button says, by the form that it filled; "" when that has to be mended first."""
    expected = _number(request.POST.get("vazut", ""))
    if request.POST.get("decizie") == TAKE:
        organisation = _organisation(request, take)
        if organisation is None:
            return ""
        take_request(request=found, organisation=organisation, expected=expected, by=request.user)
        return _("Cererea este preluată de %(who)s. Am scris persoanei care a trimis-o.") % {
            "who": organisation
        }
    if back.is_valid():
        why = back.cleaned_data["reason"]
        give_back_request(request=found, expected=expected, by=request.user, reason=why)
        return _("Cererea este din nou în așteptare.")
    if no.is_valid():
        why = no.cleaned_data["reason"]
        decline_request(request=found, expected=expected, by=request.user, reason=why)
        return _("Cererea este închisă. Am scris motivul persoanei care a trimis-o.")
    return ""


def _organisation(request: HttpRequest, form: TakeForm) -> MemberOrganisation | None:
    """The person's own; the secretariat chooses one."""
    if not request.user.has_perm(SEE_ALL):
        return request.user.organisation
    return form.cleaned_data["organisation"] if form.is_valid() else None


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 5 else -1
