"""A class as its teacher leads it: counts only, and whatever is pressed twice holds once."""

from collections.abc import Callable
from functools import wraps
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from lms.classrooms.models import SchoolClass
from lms.classrooms.receipts import diploma_pdf
from lms.classrooms.selectors.classes import joining_address, pupils_of
from lms.classrooms.selectors.live import class_questions, live_class
from lms.classrooms.services import (
    ClassIsOver,
    close_class,
    extend_class,
    pause_class,
    resume_class,
    show_step,
)
from lms.classrooms.views.access import needs

Press = Callable[[HttpRequest, SchoolClass], SchoolClass]


def _own_class(request: HttpRequest, public_id: UUID) -> SchoolClass:
    """The teacher's own class; anybody else's is not there. A class that was not forgotten has
    its code."""
    classes = SchoolClass.objects.for_user(request.user)
    related = classes.select_related("module__locale", "session", "code")
    return get_object_or_404(related, public_id=public_id)


def _context(request: HttpRequest, school_class: SchoolClass) -> dict[str, object]:
    """What the page and its part that is fetched again and again share."""
    return {"school_class": school_class, "live": live_class(school_class)}


@needs("register_class_sessions")
@never_cache
@require_safe
def live(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The class at this moment; when it is over, what came of it."""
    school_class = _own_class(request, public_id)
    context = _context(request, school_class) | _code(school_class)
    return render(request, "classrooms/classes/live.html", context)


@needs("register_class_sessions")
@never_cache
@require_safe
def state(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The part of the live page that changes; with `?numar=1` only how many joined."""
    school_class = _own_class(request, public_id)
    if request.GET.get("numar"):
        context = {"joined": pupils_of(school_class), "is_open": school_class.is_open()}
        return render(request, "classrooms/classes/joined.html", context)
    return render(request, "classrooms/classes/state.html", _context(request, school_class))


@needs("register_class_sessions")
@never_cache
@require_safe
def screen(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The code and its QR, to project."""
    school_class = _own_class(request, public_id)
    if not school_class.is_open():
        return redirect("classrooms:live", public_id)
    context = {
        "school_class": school_class,
        "joined": pupils_of(school_class),
        "is_open": True,
        **_code(school_class),
    }
    return render(request, "classrooms/classes/screen.html", context)


@needs("register_class_sessions")
@never_cache
@require_safe
def question(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """One question to project and to discuss; with `?stare=1` only what changes."""
    school_class = _own_class(request, public_id)
    questions = class_questions(school_class)
    place = next((n for n, one in enumerate(questions) if one.number == number), None)
    if place is None:
        raise Http404
    context = {
        "school_class": school_class,
        "question": questions[place],
        "is_open": school_class.is_open(),
        "before": questions[place - 1] if place else None,
        "following": questions[place + 1] if place + 1 < len(questions) else None,
        "place": place + 1,
        "total": len(questions),
    }
    part = "results" if request.GET.get("stare") else "question"
    return render(request, f"classrooms/classes/{part}.html", context)


@needs("register_class_sessions")
@never_cache
@require_safe
def diploma(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """A diploma of the whole class, without names."""
    school_class = _own_class(request, public_id)
    response = HttpResponse(diploma_pdf(school_class), content_type="application/pdf")
    response["Content-Disposition"] = 'attachment; filename="diploma-clasei.pdf"'
    return response


def _code(school_class: SchoolClass) -> dict[str, object]:
    """The code, its address to scan, and the address to type beside it."""
    if not school_class.is_open():
        return {}
    address = joining_address(school_class)
    return {
        "code": school_class.code.code,
        "address": address,
        "typed_address": (settings.SITE_URL + reverse("joining:code")).split("//")[-1].rstrip("/"),
    }


def _pressed(press: Press) -> Callable[[HttpRequest, UUID], HttpResponse]:
    """A button of the live page: back to the page, whatever came of it."""

    @needs("register_class_sessions")
    @never_cache
    @require_http_methods(["GET", "HEAD", "POST"])
    @wraps(press)
    def view(request: HttpRequest, public_id: UUID) -> HttpResponse:
        school_class = _own_class(request, public_id)
        if request.method == "POST":
            try:
                press(request, school_class)
            except ClassIsOver:
                messages.info(request, _("Clasa se încheiase deja. Nu s-a schimbat nimic."))
            except ValidationError as problem:
                messages.info(request, problem.messages[0])
        return redirect("classrooms:live", public_id)

    return view


@_pressed
def pause(request: HttpRequest, school_class: SchoolClass) -> SchoolClass:
    """Let the pupils wait."""
    return pause_class(school_class=school_class)


@_pressed
def resume(request: HttpRequest, school_class: SchoolClass) -> SchoolClass:
    """Let the pupils go on."""
    return resume_class(school_class=school_class)


@_pressed
def extend(request: HttpRequest, school_class: SchoolClass) -> SchoolClass:
    """Half an hour more than what the window showed."""
    try:
        closes_at = parse_datetime(request.POST.get("pana", ""))
    except ValueError:
        closes_at = None
    if closes_at is None or closes_at.tzinfo is None:
        raise ValidationError(_("Apăsați din nou: pagina nu a ajuns întreagă."))
    return extend_class(school_class=school_class, closes_at=closes_at)


@_pressed
def show(request: HttpRequest, school_class: SchoolClass) -> SchoolClass:
    """Bring everybody to a step."""
    number = request.POST.get("pas", "")
    known = number.isascii() and number.isdigit() and len(number) < 4
    return show_step(school_class=school_class, number=int(number) if known else 0)


@needs("register_class_sessions")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def close(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """End the class; if somebody joined, on to its class session, filled in."""
    school_class = _own_class(request, public_id)
    if request.method == "POST":
        close_class(school_class=school_class)
        if pupils_of(school_class) and school_class.session_id is None:
            return redirect(f"{reverse('classrooms:register')}?clasa={public_id}")
    return redirect("classrooms:live", public_id)
