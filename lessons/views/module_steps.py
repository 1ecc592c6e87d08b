"""The steps of a module. Alone a question is a GET form and nothing is kept; in a class answers
and steps are sent by POST. No GET writes."""

from collections.abc import Sequence
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from lessons import selectors, services
from lessons.models import ModulePage
from lessons.screens import response_of, values_of
from lessons.selectors.modules import StepRow
from lessons.views.journeys import Journey, on_a_journey
from quizzes.enums import Trouble
from quizzes.services import BadResponse, TooLate, TooManyTries

# More than any form of ours sends: whatever is longer was typed into the address.
MOST_VALUES = 50


@require_safe
@on_a_journey
def step(request: HttpRequest, journey: Journey, step: str) -> HttpResponse:
    """One screen. `r` is an answer to look at, `drum` the way through a story so far."""
    number = journey.number_of(step)
    if journey.is_ahead(number):
        return redirect(_address(journey, journey.steps[journey.current]))
    values = _asked(request.GET)
    if not values and journey.in_class:
        values = _answered(journey, journey.steps[number])
    # The form of a reader alone says with `v` that it was sent.
    problem = str(Trouble.EMPTY.label) if "v" in request.GET and not any(values) else ""
    return _screen(request, journey, number, values, problem)


@require_http_methods(["GET", "HEAD", "POST"])
@on_a_journey
def answer(request: HttpRequest, journey: Journey, step: str) -> HttpResponse:
    """Keep an answer of a learner in a class, then show the step with what is said of it."""
    row = journey.steps[number := journey.number_of(step)]
    values = _sent(request)
    if request.method != "POST" or row.question is None:
        return redirect(_address(journey, row))
    if not journey.in_class:
        return redirect(_unkept(journey, row, values))
    try:
        _save(request, journey, row, values)
    except BadResponse as error:
        return _screen(request, journey, number, values, str(error.trouble.label))
    except TooLate:
        return redirect(_unkept(journey, row, values))
    return redirect(f"{_address(journey, row)}#raspuns")


@require_http_methods(["GET", "HEAD", "POST"])
@on_a_journey
def onward(request: HttpRequest, journey: Journey, step: str) -> HttpResponse:
    """Go on, go back or skip. An answer that was filled in and not sent yet is kept on the way."""
    row = journey.steps[number := journey.number_of(step)]
    if request.method != "POST":
        return redirect(_address(journey, row))
    way, values = request.POST.get("catre", "inainte"), _sent(request)
    if journey.in_class and row.question and any(values) and way != "peste":
        try:
            _save_once(request, journey, row, values)
        except BadResponse as error:
            if way != "inapoi":
                return _screen(request, journey, number, values, str(error.trouble.label))
        except TooLate:
            return redirect(_unkept(journey, row, values))
    if way == "inapoi":
        before = journey.steps[number - 1] if number else None
        return redirect(selectors.way_back(journey.module.slug, before))
    if journey.in_class:
        _finish(journey, row)
    if journey.is_ahead(number + 1):
        return redirect(_address(journey, row))
    following = journey.steps[number + 1] if number + 1 < len(journey.steps) else None
    return redirect(selectors.way_on(journey.module.slug, following))


def _screen(
    request: HttpRequest,
    journey: Journey,
    number: int,
    values: Sequence[str],
    problem: str = "",
) -> HttpResponse:
    row, slug = journey.steps[number], journey.module.slug
    page = selectors.step_page(row.pk)
    context = selectors.step_context(
        page, journey.module, journey.steps, values=values, problem=problem
    )
    context |= {
        "in_class": journey.in_class,
        "state": journey.state(number),
        "answer_url": reverse("modules:answer", args=[slug, row.slug]),
        "onward_url": reverse("modules:onward", args=[slug, row.slug]),
        "again_url": reverse("modules:now", args=[slug]),
        "client_id": uuid4(),
    }
    return render(request, "modules/step.html", context)


def _asked(query: QueryDict) -> list[str]:
    """The answer or the way that an address carries."""
    if path := query.get("drum", ""):
        return path.split(".")[:MOST_VALUES]
    return query.getlist("r")[:MOST_VALUES]


def _sent(request: HttpRequest) -> list[str]:
    return request.POST.getlist("r")[:MOST_VALUES]


def _answered(journey: Journey, row: StepRow) -> list[str]:
    if row.question is None:
        return []
    response = selectors.latest_response(journey.learner, journey.module.key, row.key)
    return values_of(selectors.sheet(row.question), response)


def _save(request: HttpRequest, journey: Journey, row: StepRow, values: Sequence[str]) -> None:
    """Keep an answer. Raises BadResponse or TooLate; a try too many is said and changes nothing."""
    try:
        client_id = UUID(request.POST.get("client_id", ""))
    except ValueError:
        raise BadResponse(Trouble.UNKNOWN) from None
    try:
        services.answer_step(
            learner=journey.learner,
            place=journey.place,
            activity=journey.module.key,
            step=row.key,
            question_id=row.question,
            client_id=client_id,
            response=response_of(selectors.sheet(row.question), values),
        )
    except TooManyTries:
        messages.info(request, _("Ai încercat destul aici. Răspunsul tău este păstrat."))


def _save_once(request: HttpRequest, journey: Journey, row: StepRow, values: list[str]) -> None:
    """Keep an answer unless it is the one that is kept already."""
    if _answered(journey, row) != values:
        _save(request, journey, row, values)


def _finish(journey: Journey, row: StepRow) -> None:
    """The step is done; after the last one that was missing, so is the module."""
    learner = journey.learner
    services.finish_step(learner=learner, step=selectors.step_page(row.pk))
    if {row.key for row in journey.steps} <= selectors.done_steps(learner, journey.module):
        services.complete_module(
            learner=learner,
            module=ModulePage.objects.get(pk=journey.module.pk),
            group=journey.place.group,
        )


def _address(journey: Journey, row: StepRow) -> str:
    return selectors.step_url(journey.module.slug, row.slug)


def _unkept(journey: Journey, row: StepRow, values: Sequence[str]) -> str:
    """The step with an answer that was not kept: nothing that was chosen is lost on the screen."""
    query = QueryDict(mutable=True)
    query.setlist("r", list(values))
    return f"{_address(journey, row)}?{query.urlencode()}#raspuns"
