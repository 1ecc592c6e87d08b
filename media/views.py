"""Pictures and documents of the library as readers get them."""

import mimetypes

from django.core.files.storage import default_storage
from django.db.models.fields.files import FieldFile
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe
from wagtail import hooks
from wagtail.documents.models import document_served
from wagtail.documents.wagtail_hooks import check_view_restrictions

from media.access import is_kept_by_an_app, refused
from media.models import ContentDocument, ContentImage
from media.selectors import rules_of, rules_of_picture
from media.serving import NOTHING_RUNS, document_response, file_response, keep

# Kits and documents have views of their own, which count and check.
PICTURE_FOLDERS = ("images/", "original_images/")


@require_safe
def image_file(request: HttpRequest, name: str) -> HttpResponseBase:
    """An image or one of its sizes, by its name in the storage; for its readers only where its
    collection is closed."""
    kind = mimetypes.guess_type(name)[0] or ""
    allowed = name.startswith(PICTURE_FOLDERS) and ".." not in name and kind.startswith("image/")
    rules = rules_of_picture(name) if allowed else None
    if rules is None:
        raise Http404
    if answer := refused(request, rules):
        return answer
    if not default_storage.exists(name):
        raise Http404
    # Opened when its first bytes go out: a browser that has it already opens nothing.
    file = FieldFile(None, ContentImage._meta.get_field("file"), name)
    response = file_response(
        request, file, name=name.rsplit("/", 1)[1], content_type=kind, etag=f"{file.size}-{name}"
    )
    # A picture is shown, not saved; its name changes whenever its content does.
    response.headers["Content-Disposition"] = "inline"
    response.headers["Content-Security-Policy"] = NOTHING_RUNS
    open_to_all = "public, max-age=31536000, immutable"
    keep(response, "private, no-cache" if rules else open_to_all)
    return response


@require_safe
def document_file(request: HttpRequest, document_id: int, name: str) -> HttpResponseBase:
    """A document, at the address that Wagtail gives it: saved, never shown within the site."""
    documents = ContentDocument.objects.select_related("collection")
    document = get_object_or_404(documents, pk=document_id)
    if document.filename != name:
        raise Http404
    kept_by_an_app = is_kept_by_an_app(document)
    if not kept_by_an_app and (answer := refused(request, rules_of(document.collection))):
        return answer
    for hook in hooks.get_hooks("before_serve_document"):
        if kept_by_an_app and hook is check_view_restrictions:
            continue
        if (answer := hook(document, request)) is not None:
            return answer
    document_served.send(sender=ContentDocument, instance=document, request=request)
    response = document_response(request, document)
    seen_by_all = not request.user.is_authenticated
    keep(response, f"{'public' if seen_by_all else 'private'}, no-cache")
    return response
