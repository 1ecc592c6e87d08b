"""Files that are made as they are asked for."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from lms.pages.printing.documents import helpline_poster


@require_safe
def poster(request: HttpRequest) -> HttpResponse:
    """The poster with help lines as they are now, in the reader's language."""
    pdf = helpline_poster(get_language() or "ro")
    headers = {"Content-Disposition": 'inline; filename="afis-linii-de-ajutor.pdf"'}
    return HttpResponse(pdf, content_type="application/pdf", headers=headers)
