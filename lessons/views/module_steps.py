"""The steps of a module. Alone a question is a GET form and nothing is kept; in a class answers
and steps are sent by POST. No GET writes."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from lessons import selectors, services
from lessons.models import ModulePage
from lessons.selectors.modules import StepRow
from lessons.views.journeys import Journey, on_a_journey
from lessons.views.kept_screens import show_kept
from lessons.views.queued import HEADER as QUEUED
from lessons.views.queued import told_to_scripts
from quizzes.controls import PATH, path_from, response_from
from quizzes.enums import Kind, Trouble
from quizzes.marking import follow
from quizzes.presentation import ShownQuestion, present
from quizzes.selectors import latest_response
from quizzes.services import BadResponse, TooLate, TooManyTries
from quizzes.sheets import QuestionSheet, Response

# A script asks with it for the question alone, to put it into the page that stands already.
PART = "X-Part"


@require_safe
@on_a_journey
def step(request: HttpRequest, journey: Journey, step: str) -> HttpResponse:
    """One screen. The address may carry an answer to look at, or the way through a story."""
    number = journey.number_of(step)
    question = _question(journey, journey.steps[number], request.GET)
    return _screen(request, journey, number, question, note_open=PATH in request.GET)


@require_http_methods(["GET", "HEAD", "POST"])
@told_to_scripts
@on_a_journey
def answer(request: HttpRequest, journey: Journey, step: str) -> HttpResponse:
    """Keep an answer of a learner in a class, then show the step with what is said of it."""
    row = journey.steps[number := journey.number_of(step)]
    if request.method != "POST" or row.question is None:
        return redirect(_address(journey, row))
    if not _takes(request, journey):
        return redirect(_unkept(request, journey, row))
    try:
        response = response_from(selectors.sheet(row.question), request.POST)
        kept = _save(request, journey, row, response)
    except BadResponse as error:
        refused = _refused(journey, row, request.POST, error.trouble)
        return _screen(request, journey, number, refused)
    except TooLate:
        return redirect(_unkept(request, journey, row))
    if PART in request.headers and QUEUED not in request.headers:
        question = present(selectors.sheet(row.question), response=kept)
        return _screen(request, journey, number, question)
    return redirect(f"{_address(journey, row)}#raspuns")


@require_http_methods(["GET", "HEAD", "POST"])
@told_to_scripts
@on_a_journey
def onward(request: HttpRequest, journey: Journey, step: str) -> HttpResponse:
    """Go on, go back or skip. An answer that was filled in and not sent yet is kept on the way."""
    row = journey.steps[number := journey.number_of(step)]
    if request.method != "POST":
        return redirect(_address(journey, row))
    way = request.POST.get("catre", "inainte")
    if row.question and way != "peste" and _is_filled_in(request.POST):
        if not _takes(request, journey):
            return redirect(_unkept(request, journey, row))
        try:
            _save_once(request, journey, row)
        except BadResponse as error:
            if way != "inapoi":
                refused = _refused(journey, row, request.POST, error.trouble)
                return _screen(request, journey, number, refused)
        except TooLate:
            return redirect(_unkept(request, journey, row))
    if way == "inapoi":
        before = journey.steps[number - 1] if number else None
        return redirect(selectors.way_back(journey.module.slug, before))
    if _takes(request, journey) and not journey.is_ahead(number):
        _finish(journey, row)
    if journey.is_ahead(number + 1):
        return redirect(_address(journey, row))
    following = journey.steps[number + 1] if number + 1 < len(journey.steps) else None
    return redirect(selectors.way_on(journey.module.slug, following))


def _screen(
    request: HttpRequest,
    journey: Journey,
    number: int,
    question: ShownQuestion | None,
    *,
    note_open: bool = False,
) -> HttpResponse:
    if journey.is_ahead(number):
        return redirect(_address(journey, journey.steps[journey.current]))
    row, state = journey.steps[number], journey.state(number)
    note_open = note_open or _has_begun(question)

    def context() -> dict[str, object]:
        page, slug = selectors.step_page(row.pk), journey.module.slug
        return {
            **selectors.step_context(page, journey.module, journey.steps, question=question),
            "words": selectors.step_words(page, request, in_class=journey.in_class),
            "in_class": journey.in_class,
            "state": state,
            "note_open": note_open,
            "answer_url": reverse("modules:answer", args=[slug, row.slug]),
            "onward_url": reverse("modules:onward", args=[slug, row.slug]),
            "again_url": reverse("modules:now", args=[slug]),
            "launches_url": _launches_url(journey, row),
        }

    shown = "modules/part.html" if PART in request.headers else "modules/step.html"
    if journey.in_class:
        varies = (row.pk, journey.steps, question, state, note_open)
        return show_kept(request, shown, varies, context, seat=journey.seat)
    return render(request, shown, context())


def _launches_url(journey: Journey, row: StepRow) -> str:
    """Where the page tells what the activities of a step say; empty when nothing is kept."""
    if not journey.in_class or not selectors.activity_keys(selectors.step_page(row.pk)):
        return ""
    state = reverse("modules:activity_state", args=[journey.module.slug, row.slug])
    return state.removesuffix("stare/")


def _refused(
    journey: Journey, row: StepRow, data: QueryDict, trouble: Trouble
) -> ShownQuestion | None:
    """The question as a form filled it in that was refused."""
    sheet = selectors.sheet(row.question)
    if sheet.kind in (Kind.FREE_TEXT, Kind.BRANCHING):
        return _question(journey, row, data)
    return present(sheet, given=dict(data.lists()), trouble=trouble)


def _question(journey: Journey, row: StepRow, data: QueryDict) -> ShownQuestion | None:
    """The question as the address or the kept answer fills it in."""
    if row.question is None:
        return None
    sheet = selectors.sheet(row.question)
    if sheet.kind == Kind.FREE_TEXT:
        return selectors.asked(row.question)
    if sheet.kind == Kind.BRANCHING:
        path = path_from(sheet, data) if PATH in data else _answered(journey, row)
        return present(sheet, response=path if follow(sheet, path).ending else None, path=path)
    # The form of a reader alone says with `v` that it was sent.
    if "v" in data or _is_filled_in(data):
        try:
            return present(sheet, response=response_from(sheet, data))
        except BadResponse as error:
            return _refused(journey, row, data, error.trouble)
    return present(sheet, response=_answered(journey, row) or None)


def _takes(request: HttpRequest, journey: Journey) -> bool:
    """Whether what is sent counts: the class is open, and it comes from this learner's own pages.
    What waited on a device for the network may be of whoever had the device before."""
    return journey.in_class and request.POST.get("loc", journey.seat) == journey.seat


def _has_begun(question: ShownQuestion | None) -> bool:
    """Whether the reader went past the note before: there is an answer, or half of one."""
    if question is None or question.kind == Kind.FREE_TEXT:
        return False
    return question.answered or bool(question.problem)


def _is_filled_in(data: QueryDict) -> bool:
    return any(value for name, value in data.items() if name.startswith("r"))


def _answered(journey: Journey, row: StepRow) -> Response:
    if not journey.in_class:
        return ()
    return latest_response(journey.learner.pk, journey.module.key, row.key)


def _save(request: HttpRequest, journey: Journey, row: StepRow, response: Response) -> Response:
    """Keep an answer and return the one that is kept: after a try too many, which is said, the
    last one before. Raises BadResponse or TooLate."""
    try:
        client_id = UUID(request.POST.get("client_id", ""))
    except ValueError:
        raise BadResponse(Trouble.UNKNOWN) from None
    try:
        answer = services.answer_step(
            learner=journey.learner,
            place=journey.place,
            activity=journey.module.key,
            step=row.key,
            question_id=row.question,
            client_id=client_id,
            response=response,
        )
    except TooManyTries:
        messages.info(request, _("Ai încercat destul aici. Răspunsul tău este păstrat."))
        return _answered(journey, row)
    return tuple(answer.response)


def _save_once(request: HttpRequest, journey: Journey, row: StepRow) -> None:
    """Keep the answer that was filled in, unless it is the one that is kept already."""
    response = response_from(selectors.sheet(row.question), request.POST)
    if _answered(journey, row) != response:
        _save(request, journey, row, response)


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


def _unkept(request: HttpRequest, journey: Journey, row: StepRow) -> str:
    """The step with an answer that was not kept: nothing that was chosen is lost on the screen."""
    sheet: QuestionSheet = selectors.sheet(row.question)
    query = QueryDict(mutable=True)
    if sheet.kind == Kind.BRANCHING:
        query[PATH] = request.POST.get("r", "")
    else:
        for name, values in request.POST.lists():
            if name.startswith("r"):
                query.setlist(name, values)
    return f"{_address(journey, row)}?{query.urlencode()}#raspuns"
