"""Files of activities."""

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from media.addresses import is_signed
from media.h5p.whitelist import mime_type
from media.objects import open_object
from media.serving import file_response


@require_safe
def object_file(request: HttpRequest, sha256: str, signature: str, kind: str) -> HttpResponseBase:
    """A file of an activity, by its content."""
    if not is_signed(sha256, kind, signature):
        raise Http404
    try:
        file = open_object(sha256)
    except (FileNotFoundError, ValueError) as error:
        raise Http404 from error
    name = f"{sha256[:8]}.{kind}"
    return file_response(request, file, name=name, content_type=mime_type(name), etag=sha256)
