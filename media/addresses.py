"""Addresses of the files of activities: by content, signed, and good for ever.

A player's page has no origin and so no cookies; whoever has the address may read the file. The
signature holds the file's extension, so that no stored bytes can be asked for as another kind.
"""

from typing import TYPE_CHECKING

from django.conf import settings
from django.urls import reverse
from django.utils.crypto import constant_time_compare, salted_hmac

from media.h5p.whitelist import extension

if TYPE_CHECKING:
    from media.models import ActivityRevision, LibraryBundle

SALT = "media.object"


def object_path(sha256: str, name: str) -> str:
    """The path of an object; `name` ends with the extension that decides how it is served."""
    kind = extension(name)
    return reverse("h5p:object", args=[sha256, _signature(sha256, kind, settings.SECRET_KEY), kind])


def is_signed(sha256: str, kind: str, signature: str) -> bool:
    """Whether this site made the address, with the key of today or one before it."""
    keys = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    return any(constant_time_compare(signature, _signature(sha256, kind, key)) for key in keys)


def signing_key() -> str:
    """Eight digits that tell the key that signs now from another, and nothing of it."""
    return _signature("", "", settings.SECRET_KEY)[:8]


def _signature(sha256: str, kind: str, key: str) -> str:
    return salted_hmac(SALT, f"{sha256}.{kind}", secret=key, algorithm="sha256").hexdigest()[:24]


def player_address(revision: "ActivityRevision") -> str:
    """Where a revision plays: on H5P_ORIGIN when there is one, on this site otherwise."""
    return f"{settings.H5P_ORIGIN}{reverse('h5p:player', args=[revision.key])}"


def content_folder(revision: "ActivityRevision") -> str:
    """The path below which the content's files lie by name: for libraries that put their addresses
    together themselves. Without a slash at the end, as core wants it."""
    return reverse("h5p:content", args=[revision.key, "x"]).removesuffix("/x")


def libraries_folder(bundle: "LibraryBundle") -> str:
    """The path below which the files of libraries lie by name; another when one is replaced."""
    return reverse("h5p:library", args=[bundle.key[:16], "x"]).removesuffix("/x")
