"""Trainings in Wagtail's admin, and documents that are for trainers only."""

from django.http import HttpRequest, HttpResponse
from wagtail import hooks

from lms.core import page_publishing
from lms.training.models import ProgrammePage
from lms.training.publishing import draft_errors
from lms.training.views.access import refused_document
from media.models import ContentDocument

page_publishing.register(ProgrammePage, draft_errors)


@hooks.register("before_serve_document")
def keep_documents_for_trainers(
    document: ContentDocument, request: HttpRequest
) -> HttpResponse | None:
    """The library's own address of a document asks what the programme's address asks, wherever
    the document lies: one moved to an open collection stays for trainers."""
    return refused_document(request, document)
