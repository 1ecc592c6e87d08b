"""Static files read by our own code: for what leaves the site as a whole (packs, saved modules)."""

import posixpath
import re
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage

_LINKED = re.compile(r"""url\(["']?([^"')]+)["']?\)""")


def static_content(address: str) -> bytes:
    """The content behind a static address ("/static/css/protect.3f9a.css"), collected or not yet.
    Raises FileNotFoundError."""
    name = address.removeprefix(settings.STATIC_URL)
    found = finders.find(name)
    if found:
        return Path(found).read_bytes()
    with staticfiles_storage.open(name) as file:
        return file.read()


def linked_addresses(address: str, content: bytes) -> list[str]:
    """The addresses that a style sheet of ours loads, each once."""
    folder = posixpath.dirname(address)
    linked = _LINKED.findall(content.decode())
    return list(dict.fromkeys(posixpath.join(folder, name) for name in linked if ":" not in name))
