"""Who may read what: the trainer's part of a programme, documents for trainers only, events and
requests."""

from collections.abc import Callable, Collection
from urllib.parse import urlencode
from uuid import UUID

from django.contrib.auth.decorators import login_required, permission_required
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from lms.training.models import ProgrammePage, TrainingEvent, TrainingRequest
from lms.training.selectors import (
    READ_TRAINERS_PART,
    is_facilitator,
    keeping_programmes,
    programme_of,
)
from lms.training.selectors.facilitators import has_accepted, roles_of
from media.models import ContentDocument

View = Callable[..., HttpResponseBase]


def refused(request: HttpRequest, programmes: Collection[UUID]) -> HttpResponse | None:
    """None for a trainer and for a valid facilitator of one of these programmes, named by the key
    that their languages share; sign-in for a stranger; 403 that says what to do for others."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    if request.user.has_perm(READ_TRAINERS_PART) or is_facilitator(request.user, programmes):
        return None
    context = {"roles": list(roles_of(request.user, programmes))}
    response = render(request, "training/facilitators/refused.html", context, status=403)
    add_never_cache_headers(response)
    return response


def refused_guide(request: HttpRequest, slug: str) -> HttpResponse | None:
    """The same of the guide at this address. Whoever is refused does not learn whether there is
    one."""
    found = programme_of(slug, get_language() or "ro")
    return refused(request, {found.translation_key} if found else ())


def refused_document(request: HttpRequest, document: ContentDocument) -> HttpResponse | None:
    """The same of a document that some programme keeps for trainers; whoever may have it accepts
    the conditions first. Raises Http404 where the document's collection is closed to this
    reader."""
    programmes = keeping_programmes(document)
    if programmes:
        answer = refused(request, programmes)
        if answer is None and not has_accepted(request.user):
            wanted = urlencode({"urmeaza": request.get_full_path()})
            answer = redirect(f"{reverse('training:conditions')}?{wanted}")
            add_never_cache_headers(answer)
        return answer
    if not all(
        rule.accept_request(request) for rule in document.collection.get_view_restrictions()
    ):
        raise Http404
    return None


def programme_or_404(request: HttpRequest, slug: str) -> ProgrammePage:
    """The published programme at this address, unless a view restriction of it, or of a page
    above it, keeps this reader out."""
    found = programme_of(slug, get_language() or "ro")
    if found is None:
        raise Http404
    if not all(rule.accept_request(request) for rule in found.get_view_restrictions()):
        raise Http404
    return found


def for_trainers(*methods: str) -> Callable[[View], View]:
    """A private page: sign-in first, then the permission to plan trainings or 403."""

    def wrap(view: View) -> View:
        permitted = permission_required("training.plan_training_events", raise_exception=True)(view)
        return require_http_methods(list(methods))(never_cache(login_required(permitted)))

    return wrap


def event_or_404(request: HttpRequest, public_id: UUID) -> TrainingEvent:
    """An event that this person may open; 404 of another organisation's, as of none."""
    events = TrainingEvent.objects.for_user(request.user)
    return get_object_or_404(
        events.select_related("programme", "organiser", "county", "project"), public_id=public_id
    )


def request_or_404(request: HttpRequest, public_id: UUID) -> TrainingRequest:
    """A request that this person may open."""
    requests = TrainingRequest.objects.for_user(request.user)
    return get_object_or_404(
        requests.select_related("programme", "organisation", "county", "event"),
        public_id=public_id,
    )
