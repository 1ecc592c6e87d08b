"""Files of activities as frames get them: by content, for a year, to whoever has the address.

The type is fixed by the extension in the signed address and never guessed. A file that is opened by
itself is inert: its own policy takes its origin, its scripts and everything that it would load.
"""

import gzip
from functools import lru_cache

import brotli
from django.core.files import File
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.http.response import HttpResponseBase

from lms.core.codings import coding_for
from media.h5p.whitelist import mime_type
from media.objects import LARGEST_TEXT, compressed, open_object, read_packed
from media.serving import file_response, keep

FOR_EVER = "public, max-age=31536000, immutable"
INERT = {
    "Access-Control-Allow-Origin": "*",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "X-Content-Type-Options": "nosniff",
}
TEXTS = frozenset({"css", "gltf", "js", "json", "svg", "txt", "vtt", "webvtt", "xml"})
# What a browser shows in its place; anything else is saved when it is opened.
SHOWN = ("image/", "audio/", "video/", "font/", "text/", "application/json")


def stored_file(request: HttpRequest, sha256: str, kind: str) -> HttpResponseBase:
    """The object, served as what its extension says. Raises Http404."""
    coding = coding_for(request) if kind in TEXTS else ""
    try:
        if kind in TEXTS and (body := _text(sha256, coding)) is not None:
            return body_response(request, body, coding, kind, sha256)
        file = open_object(sha256)
    except (FileNotFoundError, ValueError) as error:
        raise Http404 from error
    return _as_it_lies(request, file, sha256, kind)


def body_response(
    request: HttpRequest, body: bytes, coding: str, kind: str, etag: str, control: str = FOR_EVER
) -> HttpResponse:
    """A file that is in memory, in a coding; each coding has a validator of its own."""
    headers = {
        **INERT,
        "ETag": f'"{etag[:32]}-{coding}"' if coding else f'"{etag[:32]}"',
        "Cache-Control": control,
        "Vary": "Accept-Encoding",
    }
    if coding:
        headers["Content-Encoding"] = coding
    if headers["ETag"] in request.META.get("HTTP_IF_NONE_MATCH", ""):
        return HttpResponseNotModified(headers=headers)
    content_type = mime_type(f"x.{kind}") + ("; charset=utf-8" if kind in TEXTS else "")
    return HttpResponse(body, content_type=content_type, headers=headers)


def packed(body: bytes, coding: str) -> bytes:
    """Bytes in a coding; "" leaves them as they are."""
    if coding == "br":
        return compressed(body)
    return gzip.compress(body, 9, mtime=0) if coding == "gzip" else body


def _text(sha256: str, coding: str) -> bytes | None:
    """A text as it travels. Kept are compressed ones only: forty-eight whole ones, asked for by
    somebody who takes no compression, would fill a worker's memory."""
    return _packed_text(sha256, coding) if coding else _read_text(sha256, coding)


@lru_cache(maxsize=48)
def _packed_text(sha256: str, coding: str) -> bytes | None:
    """Objects never change, so that what was read once stays true."""
    return _read_text(sha256, coding)


def _read_text(sha256: str, coding: str) -> bytes | None:
    small = read_packed(sha256)
    if small is not None:
        return small if coding == "br" else packed(brotli.decompress(small), coding)
    with open_object(sha256).open("rb") as file:
        return packed(file.read(), coding) if file.size <= LARGEST_TEXT else None


def _as_it_lies(
    request: HttpRequest, file: File[bytes], sha256: str, kind: str
) -> HttpResponseBase:
    name = f"{sha256[:8]}.{kind}"
    content_type = mime_type(name)
    response = file_response(request, file, name=name, content_type=content_type, etag=sha256)
    for header, value in INERT.items():
        response.headers[header] = value
    keep(response, FOR_EVER)
    if content_type.startswith(SHOWN):
        del response.headers["Content-Disposition"]
    return response
