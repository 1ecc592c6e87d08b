"""Files as readers get them: streamed, resumable (one byte range), revalidated by ETag.

Neither Wagtail's document view nor Django's FileResponse answers Range requests, and a teacher on
a weak line must not start a large kit again from nothing.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.core.files import File
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.http import content_disposition_header

if TYPE_CHECKING:
    from media.models import ContentDocument

# Of a file that somebody opens in the browser all the same.
NOTHING_RUNS = "default-src 'none'; sandbox"
CHUNK = 256 * 1024
KEPT = "public, max-age=3600"
# As many digits as the largest file could need: int() refuses thousands of them.
RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})$")


def file_response(
    request: HttpRequest, file: File[bytes], *, name: str, content_type: str, etag: str
) -> HttpResponseBase:
    """Answer with the file or the range asked for: 200, 206, 304 or 416.

    `etag` is quoted here; it must change whenever the bytes do. Several ranges in one request are
    answered with the whole file, as RFC 9110 allows.
    """
    validator = f'"{etag}"'
    size = file.size
    headers = {
        "ETag": validator,
        "Accept-Ranges": "bytes",
        "Content-Disposition": content_disposition_header(True, name),
        "Cache-Control": KEPT,
    }
    if request.headers.get("If-None-Match") == validator:
        return HttpResponseNotModified(headers=headers)
    wanted = requested_range(request, size, validator)
    if wanted is None:
        response = HttpResponse(status=416, headers=headers)
        response.headers["Content-Range"] = f"bytes */{size}"
        keep(response, KEPT)
        return response
    start, end = wanted
    partial = (start, end) != (0, size - 1)
    headers["Content-Length"] = str(end - start + 1)
    if partial:
        headers["Content-Range"] = f"bytes {start}-{end}/{size}"
    return StreamingHttpResponse(
        () if request.method == "HEAD" else _pieces(file, start, end),
        status=206 if partial else 200,
        content_type=content_type,
        headers=headers,
    )


def keep(response: HttpResponseBase, control: str) -> None:
    """Say how long the answer may be kept. "No such range" answers whoever asked for it alone: a
    cache that kept it would have no file for anybody else."""
    response.headers["Cache-Control"] = "no-store" if response.status_code == 416 else control


def document_response(request: HttpRequest, document: "ContentDocument") -> HttpResponseBase:
    """A document of the library, to be saved: of a fixed type that no browser second-guesses, and
    with a policy under which nothing in it runs."""
    response = file_response(
        request,
        document.file,
        name=document.filename,
        content_type=document.content_type,
        etag=f"{document.pk}-{document.file_hash or document.file.size}",
    )
    response.headers["Content-Security-Policy"] = NOTHING_RUNS
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def requested_range(request: HttpRequest, size: int, validator: str) -> tuple[int, int] | None:
    """The first and last byte to send; None when the range asked for lies outside the file."""
    whole = (0, size - 1)
    match = RANGE.match(request.headers.get("Range", ""))
    if_range = request.headers.get("If-Range")
    if not match or match.groups() == ("", "") or (if_range and if_range != validator):
        return whole
    first, last = match.groups()
    if not first:
        return (max(0, size - int(last)), size - 1) if int(last) else None
    start, end = int(first), min(int(last or size - 1), size - 1)
    return (start, end) if start <= end else None


def _pieces(file: File[bytes], start: int, end: int) -> Iterator[bytes]:
    with file.open("rb") as source:
        source.seek(start)
        left = end - start + 1
        while left > 0 and (piece := source.read(min(CHUNK, left))):
            left -= len(piece)
            yield piece
