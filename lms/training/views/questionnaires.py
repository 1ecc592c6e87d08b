"""Questions before and after an event, and its evaluation form: by a link, without an account."""

from uuid import UUID

from allauth.account.adapter import get_adapter
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from lms.core import limits
from lms.core.keyring import BadToken
from lms.training.enums import QuestionnairePart
from lms.training.forms.questionnaires import EvaluationForm, QuestionnaireForm, SentOnceForm
from lms.training.models import EventQuestionnaire
from lms.training.selectors.answering import evaluation_window, is_answered, window_of
from lms.training.services import AlreadyAnswered, NotOpen, answer_questionnaire, evaluate
from lms.training.tokens import evaluation_of, evaluation_token, questionnaire_of

# A whole hall behind one address of the venue, once each: before, after, evaluation.
MOST_FORMS, PER_SECONDS = 600, 3600


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def questionnaire(request: HttpRequest, token: str) -> HttpResponse:
    """The code and the questions. What was typed stays, whatever was wrong."""
    found, part = _asked(token)
    items = list(found.items.select_related("version__question__locale"))
    if not items:
        raise Http404
    form = QuestionnaireForm(request.POST or None, items=items)
    if request.method == "POST" and form.is_valid() and _may(request, form, part):
        try:
            answer_questionnaire(
                questionnaire=found,
                part=part,
                code=form.cleaned_data["code"],
                client_id=form.key,
                responses=form.responses,
            )
        except AlreadyAnswered:
            form.add_error("code", _already())
        except NotOpen:
            form.add_error(None, _("Între timp nu se mai primesc răspunsuri."))
        else:
            return redirect("training:answered", token)
    window = window_of(found, part)
    context = {
        "event": found.event,
        "form": form,
        "part": part,
        "window": window,
        "is_open": is_answered(found, window),
        "language": items[0].version.question.locale.language_code,
    }
    return render(request, "training/learning/questionnaire.html", context)


@never_cache
@require_safe
def answered(request: HttpRequest, token: str) -> HttpResponse:
    """Thanks, and what comes next. It says the same whoever answered."""
    found, part = _asked(token)
    is_after = part == QuestionnairePart.AFTER
    context = {"event": found.event, "is_after": is_after}
    if is_after:
        context["evaluation"] = evaluation_token(found.public_id)
    return render(request, "training/learning/answered.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def evaluation(request: HttpRequest, token: str) -> HttpResponse:
    """What somebody thought of the event."""
    found = _evaluated(token)
    form = EvaluationForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _may(request, form, "evaluation"):
        try:
            evaluate(questionnaire=found, client_id=form.key, comments=form.comments, **form.said)
        except AlreadyAnswered:
            form.add_error(None, _("Părerea dumneavoastră a ajuns deja și nu se mai schimbă."))
        except NotOpen:
            form.add_error(None, _("Între timp nu se mai primesc răspunsuri."))
        else:
            return redirect("training:evaluated", token)
    window = evaluation_window(found)
    context = {
        "event": found.event,
        "form": form,
        "window": window,
        "is_open": is_answered(found, window),
    }
    return render(request, "training/learning/evaluation.html", context)


@never_cache
@require_safe
def evaluated(request: HttpRequest, token: str) -> HttpResponse:
    """Thanks."""
    return render(request, "training/learning/evaluated.html", {"event": _evaluated(token).event})


def _asked(token: str) -> tuple[EventQuestionnaire, QuestionnairePart]:
    try:
        key, part = questionnaire_of(token)
        return _of_key(key), QuestionnairePart(part)
    except (BadToken, ValueError) as error:
        raise Http404 from error


def _evaluated(token: str) -> EventQuestionnaire:
    try:
        return _of_key(evaluation_of(token))
    except (BadToken, ValueError) as error:
        raise Http404 from error


def _of_key(key: str) -> EventQuestionnaire:
    found = EventQuestionnaire.objects.select_related("event__programme", "event__organiser")
    return get_object_or_404(found.prefetch_related("event__sittings"), public_id=UUID(key))


def _may(request: HttpRequest, form: SentOnceForm, what: str) -> bool:
    source = get_adapter().get_client_ip(request)
    if limits.may(f"training-{what}", source, most=MOST_FORMS, seconds=PER_SECONDS):
        return True
    form.add_error(None, _("De la această adresă au venit multe formulare. Încercați peste o oră."))
    return False


def _already() -> ValidationError:
    return ValidationError(
        _(
            "Cu acest cod s-a răspuns deja. Dacă ați răspuns dumneavoastră, nu mai aveți nimic de "
            "făcut. Dacă nu, altcineva are același cod: adăugați o literă la sfârșit, de exemplu "
            "MA0742B, și păstrați-o la următorul chestionar."
        )
    )
