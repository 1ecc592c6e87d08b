"""Images of the library as readers get them."""

import mimetypes

from django.core.files.storage import default_storage
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from media.serving import file_response

# Kits and documents have views of their own, which count and check; only pictures are open.
OPEN_FOLDERS = ("images/", "original_images/")


@require_safe
def image_file(request: HttpRequest, name: str) -> HttpResponseBase:
    """An image or one of its sizes, by its name in the storage."""
    kind = mimetypes.guess_type(name)[0] or ""
    allowed = name.startswith(OPEN_FOLDERS) and ".." not in name and kind.startswith("image/")
    if not allowed or not default_storage.exists(name):
        raise Http404
    file = default_storage.open(name)
    response = file_response(
        request, file, name=name.rsplit("/", 1)[1], content_type=kind, etag=f"{file.size}-{name}"
    )
    # A picture is shown, not saved; its name changes whenever its content does.
    response.headers["Content-Disposition"] = "inline"
    response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    return response
