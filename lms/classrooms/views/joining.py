"""Pupils come in: by a code, typed or scanned, or back to their own place. No GET writes, and a
GET never says whether a code exists."""

from uuid import UUID, uuid4

from allauth.account.adapter import get_adapter
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.http import require_http_methods, require_safe

from lms.classrooms.models import Seat
from lms.classrooms.selectors.classes import module_address, seat_of
from lms.classrooms.services import (
    ClassIsFull,
    ClassIsOver,
    TooManyGuesses,
    UnknownCode,
    UnknownSeat,
    join_class,
    rejoin_class,
)
from lms.classrooms.typed_codes import read_code
from lms.people.learners import learner_of, remember
from lms.people.nicknames import ANIMALS, COLOURS, shown
from lms.people.pictures import LENGTH, PICTURES, picture_code, pictures_of

_REFUSALS = (ClassIsFull, ClassIsOver, TooManyGuesses, UnknownCode, UnknownSeat)


# Not `no-store`: Back must bring the same form with the same id, so that one pupil takes one place.
@cache_control(private=True, max_age=0)
@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: HttpRequest, code: str = "") -> HttpResponse:
    """Type a code, or press one button after scanning it."""
    seat = _open_seat(request)
    if request.method != "POST":
        # What stands in an address and cannot be a code is said at once; nothing is looked up.
        problem = read_code(code)[1] if code else ""
        return _enter_page(request, code, seat, problem)
    typed = request.POST.get("code", "")
    code, problem = read_code(typed)
    if problem:
        return _enter_page(request, typed, seat, problem)
    if seat and seat.school_class.code.code == code and not request.POST.get("altul"):
        return redirect("joining:seat")
    try:
        client_id = UUID(request.POST.get("client_id", ""))
    except ValueError:
        client_id = uuid4()
    try:
        taken = join_class(code=code, client_id=client_id, address=_source(request))
    except _REFUSALS as refusal:
        return _enter_page(request, code, seat, _words(refusal), status=_status(refusal))
    return _seated(taken)


@never_cache
@require_safe
def seat(request: HttpRequest) -> HttpResponse:
    """The own nickname and picture code, and on to the module."""
    own = seat_of(learner_of(request))
    if own is None:
        return redirect("joining:code")
    context = {
        "nickname": shown(own.learner.nickname),
        "pictures": pictures_of(own.learner.pictures),
        "module": own.school_class.module,
        "module_url": module_address(own.school_class.module),
    }
    return render(request, "classrooms/joining/seat.html", context)


@cache_control(private=True, max_age=0)
@require_http_methods(["GET", "HEAD", "POST"])
def rejoin(request: HttpRequest) -> HttpResponse:
    """Back to the same place: nickname by two lists, three pictures chosen."""
    if request.method != "POST":
        return _rejoin_page(request, request.GET.get("cod", ""))
    typed = request.POST.get("code", "")
    code, problem = read_code(typed)
    if problem:
        return _rejoin_page(request, typed, problem)
    chosen = [request.POST.get(f"poza{n}", "") for n in range(1, LENGTH + 1)]
    nickname = f"{request.POST.get('animal', '')}-{request.POST.get('culoare', '')}"
    try:
        own = rejoin_class(
            code=code,
            nickname=nickname[:40],
            pictures=picture_code(chosen),
            address=_source(request),
        )
    except _REFUSALS as refusal:
        return _rejoin_page(request, code, _words(refusal), status=_status(refusal))
    return _seated(own)


def _open_seat(request: HttpRequest) -> Seat | None:
    """The place of this device in a class that still runs."""
    own = seat_of(learner_of(request))
    return own if own and own.school_class.is_open() else None


def _seated(seat: Seat) -> HttpResponse:
    response = redirect("joining:seat")
    remember(response, seat.learner)
    return response


def _enter_page(
    request: HttpRequest, typed: str, seat: Seat | None, problem: str = "", status: int = 200
) -> HttpResponse:
    code, _problem = read_code(typed)
    other = bool(request.GET.get("altul") or request.POST.get("altul"))
    context = {
        "typed": code or typed[:40],
        # A scanned code needs no typing: one button is enough.
        "scanned": bool(code) and request.method != "POST",
        "seat": None if other else seat,
        "nickname": shown(seat.learner.nickname) if seat else "",
        "module_url": module_address(seat.school_class.module) if seat else "",
        "other": other,
        "problem": problem,
        "client_id": request.POST.get("client_id") or uuid4(),
    }
    return render(request, "classrooms/joining/enter.html", context, status=status)


def _rejoin_page(
    request: HttpRequest, typed: str, problem: str = "", status: int = 200
) -> HttpResponse:
    code, _problem = read_code(typed)
    places = [
        {"name": f"poza{number}", "number": number, "chosen": request.POST.get(f"poza{number}")}
        for number in range(1, LENGTH + 1)
    ]
    context = {
        "typed": code or typed[:40],
        "animals": sorted(ANIMALS.items(), key=lambda pair: str(pair[1])),
        "colours": sorted(COLOURS.items(), key=lambda pair: str(pair[1])),
        "animal": request.POST.get("animal", ""),
        "colour": request.POST.get("culoare", ""),
        "places": places,
        "pictures": PICTURES.items(),
        "problem": problem,
    }
    return render(request, "classrooms/joining/rejoin.html", context, status=status)


def _source(request: HttpRequest) -> str:
    return str(get_adapter().get_client_ip(request))


def _status(refusal: Exception) -> int:
    return 429 if isinstance(refusal, TooManyGuesses) else 200


def _words(refusal: Exception) -> str:
    """What is said to a pupil: what to do next, and that nothing is lost."""
    words = {
        UnknownCode: _(
            "Nu găsim o clasă cu acest cod. Uită-te încă o dată la tablă: poate o literă e alta."
        ),
        ClassIsOver: _(
            "Clasa cu acest cod s-a încheiat. Întreabă profesorul dacă deschide alta. "
            "Ce ai trimis până acum a ajuns."
        ),
        ClassIsFull: _("În această clasă nu mai sunt locuri. Spune-i profesorului."),
        TooManyGuesses: _(
            "S-a încercat de prea multe ori de aici. Așteaptă câteva minute, apoi încearcă din "
            "nou. Nu s-a pierdut nimic."
        ),
        UnknownSeat: _(
            "Nu găsim locul acesta. Uită-te încă o dată la animal, la culoare și la ordinea "
            "imaginilor."
        ),
    }
    return str(words[type(refusal)])
