"""The offline pack of a module, kept as a file under the fingerprint of its content."""

import hashlib
import os
import tempfile
from pathlib import Path

from django.conf import settings
from django.core.cache import caches
from django.core.files import File
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from lessons.kits.archives import pack as archive
from lessons.selectors.modules import Outline
from lessons.views.journeys import Journey, on_a_journey
from lessons.views.pack_pages import pack_name, pack_parts
from lms.core import generation
from media.serving import file_response


@require_safe
@on_a_journey
def pack(request: HttpRequest, journey: Journey) -> HttpResponseBase:
    """The pack as a ZIP, in pieces if the browser asks for them."""
    path = pack_file(request, journey.module)
    # Opened by whoever sends it: a HEAD or a check never opens it.
    file: File[bytes] = File(None, name=str(path))
    file.size = path.stat().st_size
    return file_response(
        request,
        file,
        name=f"{path.stem.rpartition('-')[0]}.zip",
        content_type="application/zip",
        etag=path.stem.rpartition("-")[2],
    )


def pack_file(request: HttpRequest, module: Outline) -> Path:
    """The file of this module's pack, made anew when anything on the site has changed.

    The same content gives the same bytes and the same name: a download can be taken up again, and
    two workers that make it at once write the same file. What the pack was before goes.
    """
    key = f"pack:{generation.current()}:{module.pk}"
    known = caches["local"].get(key)
    if known is None or not Path(known).exists():
        known = str(_made(request, module))
        caches["local"].set(key, known)
    return Path(known)


def _made(request: HttpRequest, module: Outline) -> Path:
    name = pack_name(module)
    parts = pack_parts(request, module)
    content = archive((f"{module.slug}/{path}", part) for path, part in parts)
    folder = settings.VAR_DIR / "packs"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}-{hashlib.sha256(content).hexdigest()[:16]}.zip"
    if not path.exists():
        handle, draft = tempfile.mkstemp(dir=folder)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(draft).replace(path)
    for old in folder.glob(f"{name}-????????????????.zip"):
        if old != path:
            old.unlink(missing_ok=True)
    return path
