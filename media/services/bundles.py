"""Joining the scripts and styles of libraries, once for all activities that play with them."""

import hashlib
from collections.abc import Sequence

from django.core.files.storage import default_storage

from media.addresses import object_path, signing_key
from media.h5p.integration import script, style
from media.h5p.whitelist import extension
from media.models import H5PLibrary, LibraryBundle
from media.objects import object_name, object_store, put_packed


def bundle_of(libraries: Sequence[H5PLibrary]) -> LibraryBundle:
    """The bundle of these libraries, in this order; made when there is none. Two that make it at
    once make the same."""
    key = bundle_key(libraries)
    found = LibraryBundle.objects.filter(key=key).first()
    if found:
        return found
    plain, read = [one.plain for one in libraries], object_store().read
    script_sha, script_size = put_packed(script(plain, read))
    style_sha, style_size = put_packed(style(plain, read, object_path))
    bundle, _made = LibraryBundle.objects.get_or_create(
        key=key,
        defaults={
            "script": script_sha,
            "style": style_sha,
            "script_size": script_size,
            "style_size": style_size + _fonts_size(libraries),
            "needs_eval": any(one.needs_eval for one in libraries),
        },
    )
    return bundle


def _fonts_size(libraries: Sequence[H5PLibrary]) -> int:
    """The fonts that a browser of today takes of the styles: buttons of H5P are letters of one."""
    fonts = {
        sha256
        for library in libraries
        for path, sha256 in library.details["files"].items()
        if extension(path) == "woff2"
    }
    return sum(default_storage.size(object_name(sha256)) for sha256 in fonts)


def bundle_key(libraries: Sequence[H5PLibrary]) -> str:
    """What tells a bundle from every other: the bytes in it, and the key behind its addresses."""
    digest = hashlib.sha256(signing_key().encode())
    for library in libraries:
        digest.update(f"\n{library}\n".encode())
        for path, sha256 in sorted(library.details["files"].items()):
            digest.update(f"{path} {sha256}\n".encode())
    return digest.hexdigest()
