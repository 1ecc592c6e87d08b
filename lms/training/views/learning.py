"""What the group of an event learned and thought, for its trainers."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from lms.training.models import EventQuestionnaire
from lms.training.printing.learning import change_pdf, evaluation_pdf
from lms.training.selectors.answering import answer_path, asked_parts, questionnaire_of_event
from lms.training.selectors.evaluations import evaluation_summary
from lms.training.selectors.learned import learned_at
from lms.training.services import EventSettled, delete_comment, prepare_questionnaire
from lms.training.views.access import event_or_404, for_trainers

# What the buttons send.
PREPARE, DELETE = "pregateste", "sterge"


@for_trainers("GET", "HEAD", "POST")
def learning(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The questions of the event with their QR codes, and what came of them."""
    event = event_or_404(request, public_id)
    if request.method == "POST":
        if request.POST.get("pas") == DELETE:
            _delete(request, public_id)
        elif request.POST.get("pas") == PREPARE:
            _prepare(request, public_id)
        return redirect("training:learning", public_id)
    questionnaire = questionnaire_of_event(event)
    context: dict[str, object] = {"event": event, "questionnaire": questionnaire}
    if questionnaire is not None:
        context |= {
            "parts": asked_parts(questionnaire),
            "questions": questionnaire.items.count(),
            "learned": learned_at(questionnaire),
            "summary": evaluation_summary(questionnaire),
            "may_prepare": not questionnaire.answers.exists(),
        }
    return render(request, "training/learning/event.html", context)


@for_trainers("GET", "HEAD")
def screen(request: HttpRequest, public_id: UUID, part: str) -> HttpResponse:
    """The QR code of one part, large enough for a wall; before and after with the recipe of the
    code."""
    event = event_or_404(request, public_id)
    questionnaire = _questionnaire(request, public_id)
    found = next((one for one in asked_parts(questionnaire) if one.slug == part), None)
    if found is None:
        raise Http404
    context = {
        "event": event,
        "part": found,
        "asks_code": part != "parere",
        "address": settings.SITE_URL + answer_path(questionnaire, part),
    }
    return render(request, "training/learning/screen.html", context)


@for_trainers("GET", "HEAD")
def change_file(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """What changed between before and after, on one page."""
    event = event_or_404(request, public_id)
    content = change_pdf(event, learned_at(_questionnaire(request, public_id)))
    return _file(content, f"inainte-si-dupa-{event.code}.pdf")


@for_trainers("GET", "HEAD")
def evaluation_file(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """What the participants thought, on one page."""
    event = event_or_404(request, public_id)
    content = evaluation_pdf(event, evaluation_summary(_questionnaire(request, public_id)))
    return _file(content, f"pareri-{event.code}.pdf")


def _prepare(request: HttpRequest, public_id: UUID) -> None:
    try:
        prepare_questionnaire(event=event_or_404(request, public_id), by=request.user)
    except EventSettled:
        messages.error(request, _("Formarea este anulată."))
    else:
        messages.success(request, _("Întrebările sunt pregătite. Arătați codul QR în sală."))


def _delete(request: HttpRequest, public_id: UUID) -> None:
    event = event_or_404(request, public_id)
    try:
        key = UUID(request.POST.get("cuvinte", ""))
    except ValueError as error:
        raise Http404 from error
    if delete_comment(event=event, comment=key, by=request.user):
        messages.success(request, _("Cuvintele sunt șterse."))


def _questionnaire(request: HttpRequest, public_id: UUID) -> EventQuestionnaire:
    found = questionnaire_of_event(event_or_404(request, public_id))
    if found is None:
        raise Http404
    return found


def _file(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type="application/pdf")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
