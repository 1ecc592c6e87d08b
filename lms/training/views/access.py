"""Who may read what: the trainer's part of a programme, and documents for trainers only."""

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language

from lms.training.models import ProgrammePage
from lms.training.selectors import READ_TRAINERS_PART, is_for_trainers, programme_of
from media.models import ContentDocument


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
