"""What the player of an activity says, sent by the page around it. Only a learner of an open class
leaves anything behind; a reader alone plays without these addresses.

Answers are JSON, errors with a sentence for the reader; nothing that fails here stops the player.
"""

import json
from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from lessons import selectors, services
from lessons.views.journeys import Journey, on_a_journey
from quizzes.services import (
    BadState,
    ForeignLaunch,
    Sent,
    StartedOver,
    TooLate,
    TooOften,
    keep_state,
    record_statements,
)

LARGEST = 512 * 1024
MOST_AT_ONCE = 20
BROKEN = gettext_lazy("Ce s-a trimis nu a ajuns întreg. Poți lucra mai departe în activitate.")
CLOSED = gettext_lazy("Ora s-a încheiat: ce faci acum în activitate nu se mai trimite.")
FOREIGN = gettext_lazy(
    "Pe acest dispozitiv a intrat altcineva. Reîncarcă pagina, apoi deschide din nou activitatea."
)
# What can stand in the way, how it is answered, and what the reader is told.
PROBLEMS: dict[type[Exception], tuple[int, Any]] = {
    TooLate: (410, CLOSED),
    ForeignLaunch: (403, FOREIGN),
    StartedOver: (
        409,
        gettext_lazy("Ai luat-o de la capăt în altă parte. Lucrează acolo sau reîncarcă pagina."),
    ),
    TooOften: (
        429,
        gettext_lazy("S-a trimis prea des. Se trimite din nou singur; nu ai nimic de făcut."),
    ),
    BadState: (400, BROKEN),
}
View = Callable[[HttpRequest, Journey, str, dict[str, Any], UUID | None], HttpResponse]


def _from_a_player(view: View) -> Callable[..., HttpResponse]:
    """Read what a page sends of a learner in an open class; answer in its place what is wrong."""

    @require_POST
    @on_a_journey
    @wraps(view)
    def wrapped(
        request: HttpRequest, journey: Journey, step: str, key: UUID | None = None
    ) -> HttpResponse:
        if not journey.in_class:
            return _problem(410, CLOSED)
        if int(request.META.get("CONTENT_LENGTH") or 0) > LARGEST:
            return _problem(413, BROKEN)
        sent = _object(request.body)
        if sent is None:
            return _problem(400, BROKEN)
        # The device may be somebody else's since the page was opened.
        if sent.get("loc") != journey.seat:
            return _problem(403, FOREIGN)
        try:
            return view(request, journey, step, sent, key)
        except tuple(PROBLEMS) as error:
            return _problem(*PROBLEMS[type(error)])

    return wrapped


@_from_a_player
def launch(
    request: HttpRequest, journey: Journey, step: str, sent: dict[str, Any], key: UUID | None
) -> HttpResponse:
    """Open an activity, or open it anew: where its player is, and what its page tells it by."""
    row = journey.steps[number := journey.number_of(step)]
    if journey.is_ahead(number):
        return _problem(
            409, _("Clasa nu a ajuns încă la acest pas. Deschide activitatea când ajungeți aici.")
        )
    activity = selectors.playable_activity(selectors.step_page(row.pk), key)
    if activity is None:
        raise Http404
    made = services.launch_activity(
        learner=journey.learner,
        place=journey.place,
        module=journey.module.key,
        step=row.key,
        activity=activity,
        anew=sent.get("anew") is True,
    )
    player = f"{settings.H5P_ORIGIN}{reverse('launches:player', args=[made.plays])}"
    return JsonResponse({"player": player, "launch": made.tells})


@_from_a_player
def tell(
    request: HttpRequest, journey: Journey, step: str, sent: dict[str, Any], key: UUID | None
) -> HttpResponse:
    """Take statements, in the order in which they were said."""
    statements = _statements(sent.get("statements"))
    if statements is None:
        return _problem(400, BROKEN)
    receipt = record_statements(
        token=_text(sent, "launch"), learner=journey.learner, sent=statements
    )
    return JsonResponse(
        {
            "taken": receipt.taken,
            "known": receipt.known,
            "refused": receipt.refused,
            "left": receipt.left,
        }
    )


@_from_a_player
def state(
    request: HttpRequest, journey: Journey, step: str, sent: dict[str, Any], key: UUID | None
) -> HttpResponse:
    """Keep what the player goes on from when the page is opened again."""
    keep_state(token=_text(sent, "launch"), learner=journey.learner, state=_text(sent, "state"))
    return HttpResponse(status=204)


def _object(body: bytes) -> dict[str, Any] | None:
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _text(sent: dict[str, Any], name: str) -> str:
    value = sent.get(name)
    return value if isinstance(value, str) else ""


def _statements(found: Any) -> list[Sent] | None:
    if not isinstance(found, list) or not 0 < len(found) <= MOST_AT_ONCE:
        return None
    if not all(isinstance(one, dict) for one in found):
        return None
    return [Sent(_text(one, "id"), _text(one, "statement")) for one in found]


def _problem(status: int, sentence: Any) -> HttpResponse:
    return JsonResponse({"error": str(sentence)}, status=status)
