"""Packages for tests: a good one around the probe library, and that one with something changed."""

import io
import json
from collections.abc import Iterable
from typing import Any

from PIL import Image

from media.h5p import Verdict, check
from tests.media.h5p.probe import NAME, probe_files
from tests.media.h5p.zips import Raw, zipped

MANIFEST: dict[str, Any] = {
    "title": "Ofertă din străinătate",
    "language": "ro",
    "mainLibrary": "H5P.ProtectProbe",
    "embedTypes": ["iframe"],
    "license": "CC BY",
    "licenseVersion": "4.0",
    "preloadedDependencies": [NAME],
}
CONTENT: dict[str, Any] = {
    "question": "Îți cere să nu spui nimănui. E în regulă?",
    "correct": False,
    "image": {"path": "images/dot.png", "mime": "image/png", "copyright": {"license": "PD"}},
}
IMAGE = "content/images/dot.png"


def png(width: int = 2, height: int = 2) -> bytes:
    """A small image."""
    file = io.BytesIO()
    Image.new("RGB", (width, height), "teal").save(file, "PNG")
    return file.getvalue()


DOT_PNG = png()


def files(
    manifest: dict[str, Any] | None = None,
    content: dict[str, Any] | None = None,
    library: dict[str, Any] | None = None,
) -> dict[str, bytes]:
    """The files of a good package, with changes to its three JSON files. None takes a field out."""
    return {
        "h5p.json": _changed(MANIFEST, manifest),
        "content/content.json": _changed(CONTENT, content),
        IMAGE: DOT_PNG,
        **probe_files(**(library or {})),
    }


def archive(files: dict[str, bytes], extra: Iterable[Raw] = ()) -> bytes:
    """An archive of these files, and of entries that say what they like."""
    return zipped([*(Raw(name, data) for name, data in files.items()), *extra])


def judged(package: bytes, **options: Any) -> Verdict:
    """The verdict on these bytes."""
    return check(io.BytesIO(package), **options)


def codes(verdict: Verdict) -> set[str]:
    """The codes of the errors."""
    return {one.code.value for one in verdict.errors}


def warned(verdict: Verdict) -> set[str]:
    """The codes of the warnings."""
    return {one.code.value for one in verdict.warnings}


def _changed(data: dict[str, Any], changes: dict[str, Any] | None) -> bytes:
    merged = {**data, **(changes or {})}
    return json.dumps({key: one for key, one in merged.items() if one is not None}).encode()
