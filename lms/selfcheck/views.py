"""Self-checks: a list, an opening, one question a screen, what the answers lead to.

Every screen is a plain GET whose links carry the next address, so that Back works, nothing is
sent, and there is no form, no cookie and no script.
"""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from lms.core.enums import AgeBand
from lms.people.ages import stopped_by_age
from lms.selfcheck import library
from lms.selfcheck.instrument import Instrument
from lms.selfcheck.runs import Run, Who, read_token, token_of
from lms.selfcheck.scoring import outcome
from lms.selfcheck.selectors import help_for

# The youngest who answer are 14 (Who.YOUNG): a class of a lower band is told to wait.
FOR = AgeBand.AGES_15_18


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Both self-checks, how long they take and what becomes of the answers."""
    instruments = library.all_instruments(get_language() or "ro")
    return render(request, "selfcheck/index.html", {"instruments": instruments})


@require_safe
def opening(request: HttpRequest, key: str) -> HttpResponse:
    """What one is about, and its three ways in by age."""
    instrument = _instrument_or_404(key)
    return stopped_by_age(request, FOR) or _opening(request, instrument)


@require_safe
def step(request: HttpRequest, key: str) -> HttpResponse:
    """The next question of a run, or what its answers lead to."""
    instrument = _instrument_or_404(key)
    if stop := stopped_by_age(request, FOR):
        return stop
    run = read_token(request.GET.get("r", ""), instrument)
    if run is None:
        response = _opening(request, instrument, over=True)
    elif len(run.answers) < len(instrument.items):
        response = _question(request, instrument, run)
    else:
        response = _outcome(request, instrument, run)
    return _forgotten(response)


def _instrument_or_404(key: str) -> Instrument:
    if key not in library.offered():
        raise Http404
    return library.instrument(key, get_language() or "ro")


def _address(instrument: Instrument, run: Run) -> str:
    token = token_of(run, instrument)
    return f"{reverse('selfcheck:step', args=[instrument.key])}?r={token}"


def _opening(request: HttpRequest, instrument: Instrument, over: bool = False) -> HttpResponse:
    labels = {
        Who.YOUNG: _("14–17 ani"),
        Who.ADULT: _("18 ani sau mai mult"),
        Who.UNSAID: _("Prefer să nu spun"),
    }
    ways = [(label, _address(instrument, Run(who))) for who, label in labels.items()]
    context = {"instrument": instrument, "ways": ways, "over": over}
    return render(request, "selfcheck/opening.html", context)


def _question(request: HttpRequest, instrument: Instrument, run: Run) -> HttpResponse:
    place = len(run.answers)
    answers = [
        (label, _address(instrument, run.with_answer(answer)))
        for answer, label in enumerate(instrument.scale)
    ]
    opening_url = reverse("selfcheck:opening", args=[instrument.key])
    context = {
        "instrument": instrument,
        "item": instrument.items[place],
        "answers": answers,
        "number": place + 1,
        "total": len(instrument.items),
        "back_url": _address(instrument, run.one_back()) if place else opening_url,
    }
    return render(request, "selfcheck/question.html", context)


def _outcome(request: HttpRequest, instrument: Instrument, run: Run) -> HttpResponse:
    found = outcome(instrument, run.answers)
    context = {
        "instrument": instrument,
        "outcome": found,
        "help": help_for(found.band, run.who, get_language() or "ro"),
        "back_url": _address(instrument, run.one_back()),
    }
    return render(request, "selfcheck/outcome.html", context)


def _forgotten(response: HttpResponse) -> HttpResponse:
    """Keep an address with answers out of caches, of other pages' referrers and of search."""
    response.headers["Cache-Control"] = "no-store"
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response
