"""The sessions that wait for somebody's word: accept many, return one with a reason."""

from contextlib import suppress

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from lms.classrooms.enums import DuplicateOverride
from lms.classrooms.forms.small import ReasonForm
from lms.classrooms.models import ClassSession
from lms.classrooms.selectors import chosen_sessions, shown_sessions
from lms.classrooms.selectors.lists import as_rows
from lms.classrooms.services import (
    NotOpen,
    accept_class_sessions,
    return_class_session,
    set_duplicate_override,
)
from lms.classrooms.views.access import needs

PER_PAGE = 50


@needs("accept_class_sessions")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def queue(request: HttpRequest) -> HttpResponse:
    """The unconfirmed sessions that this person may decide on, longest waiting first."""
    if request.method == "POST":
        return _accept(request)
    waiting = shown_sessions().acceptable_by(request.user).unconfirmed().order_by("pk")
    page = Paginator(waiting, PER_PAGE).get_page(request.GET.get("pagina"))
    context = {
        "page_of_rows": page,
        "rows": as_rows(list(page.object_list)),
        "accepted": _number(request.GET.get("acceptate", "")),
        "is_returned": "returnata" in request.GET,
        "none_chosen": "niciuna" in request.GET,
        "all_ticked": request.GET.get("bifate") == "toate",
    }
    return render(request, "classrooms/queue.html", context)


def _accept(request: HttpRequest) -> HttpResponse:
    try:
        seen = chosen_sessions(request.POST.getlist("session"))
    except ValueError as error:
        raise Http404 from error
    sessions = ClassSession.objects.acceptable_by(request.user).filter(reference__in=seen)
    if sessions.count() != len(seen):
        raise Http404
    address = reverse("classrooms:queue")
    if not seen:
        return redirect(f"{address}?niciuna=1")
    accepted = accept_class_sessions(sessions=sessions, by=request.user, seen=seen)
    return redirect(f"{address}?acceptate={len(accepted)}")


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else None


def _decidable_or_404(request: HttpRequest, reference: str) -> ClassSession:
    session = shown_sessions().acceptable_by(request.user).filter(reference=reference).first()
    if session is None:
        raise Http404
    return session


@needs("accept_class_sessions")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def return_one(request: HttpRequest, reference: str) -> HttpResponse:
    """Return one session with a reason that its teacher will read."""
    session = _decidable_or_404(request, reference)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            return_class_session(
                session=session, reason=form.cleaned_data["reason"], by=request.user
            )
        except NotOpen:
            return redirect("classrooms:session", reference)
        return redirect(f"{reverse('classrooms:queue')}?returnata=1")
    context = {"form": form, "row": as_rows([session])[0]}
    return render(request, "classrooms/return.html", context)


@needs("accept_class_sessions")
@never_cache
@require_POST
def override(request: HttpRequest, reference: str) -> HttpResponse:
    """Say that a session which looks like another one was an hour of its own."""
    session = _decidable_or_404(request, reference)
    # One that was voided or returned meanwhile says so on its page.
    with suppress(NotOpen):
        set_duplicate_override(session=session, override=DuplicateOverride.COUNT, by=request.user)
    return redirect("classrooms:session", reference)
