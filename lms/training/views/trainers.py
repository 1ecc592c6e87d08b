"""The trainer's part of a programme, and its materials.

None of these answers is ever kept on the way: what is for trainers is made for the one who asked.
"""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils.cache import add_never_cache_headers
from django.views.decorators.http import require_safe

from lms.training import selectors
from lms.training.models import ProgrammeMaterial
from lms.training.views.access import programme_or_404, refused_document, refused_guide
from media.serving import document_response


@require_safe
def guide(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The guide of a programme with its agenda and all its materials."""
    if answer := refused_guide(request, slug):
        return answer
    programme = programme_or_404(request, slug)
    response = render(request, "training/guide.html", selectors.guide_context(programme))
    add_never_cache_headers(response)
    return response


@require_safe
def material(request: HttpRequest, slug: str, pk: int) -> HttpResponseBase:
    """A document of a programme, open or for trainers only."""
    rows = ProgrammeMaterial.objects.select_related("document__collection")
    row = get_object_or_404(rows, programme=programme_or_404(request, slug), pk=pk)
    document = row.document
    if answer := refused_document(request, document):
        return answer
    response = document_response(request, document)
    response.headers["Cache-Control"] = "private, no-cache"
    return response
