"""Who may read what: the trainer's part of a programme, documents for trainers only, events and
requests."""

from collections.abc import Callable
from uuid import UUID

from django.contrib.auth.decorators import login_required, permission_required
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from lms.training.models import ProgrammePage, TrainingEvent, TrainingRequest
from lms.training.selectors import READ_TRAINERS_PART, is_for_trainers, programme_of
from media.models import ContentDocument

View = Callable[..., HttpResponseBase]


def refused(request: HttpRequest) -> HttpResponse | None:
    """Sign-in for a stranger, 403 for somebody signed in who is no trainer, None for a trainer."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    if not request.user.has_perm(READ_TRAINERS_PART):
        raise PermissionDenied
    return None


def refused_document(request: HttpRequest, document: ContentDocument) -> HttpResponse | None:
    """The same of a document that some programme keeps for trainers. Raises Http404 where the
    document's collection is closed to this reader."""
    if is_for_trainers(document):
        return refused(request)
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
