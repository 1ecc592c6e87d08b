"""Links within the site that lead nowhere: to pages and documents by number, and to addresses.

Addresses are asked of the site itself, with HEAD, which counts no download and signs nobody out.
"""

import logging
import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler, WSGIRequest
from django.core.signals import request_finished
from django.db import close_old_connections
from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.models import Page

from lms.core.content_checks import Finding
from lms.pages.keeping.texts import edit_address, texts_of
from media.models import ContentDocument

BY_NUMBER = re.compile(r'<a\b(?=[^>]*\blinktype="(page|document)")[^>]*\bid="(\d+)"')
HREF = re.compile(r'\bhref="([^"]+)"')
# A field that holds nothing but an address on this site (the doors of the home page).
ADDRESS = re.compile(r"/[\w/.-]*(#[\w-]+)?", re.ASCII)
GONE = {404, 410, 500}


def dead_links() -> Iterator[Finding]:
    """Links of published pages that end at nothing."""
    pages = list(Page.objects.live().filter(depth__gt=1).specific())
    live = set(Page.objects.live().values_list("pk", flat=True))
    documents = set(ContentDocument.objects.values_list("pk", flat=True))
    site = Site()
    for page in pages:
        for field, text in texts_of(page):
            for kind, number in BY_NUMBER.findall(text):
                known = live if kind == "page" else documents
                if int(number) not in known:
                    yield _finding(page, field, f"{kind} {number}")
            for address in _addresses(text):
                if not site.has(address):
                    yield _finding(page, field, address)


def _addresses(text: str) -> Iterator[str]:
    if ADDRESS.fullmatch(text):
        yield text
    for address in HREF.findall(text):
        own = address.removeprefix(settings.SITE_URL)
        if own.startswith("/") and not own.startswith("//"):
            yield own


def _finding(page: Page, field: str, address: str) -> Finding:
    what = _("„%(address)s” (%(field)s) nu duce nicăieri") % {"address": address, "field": field}
    return Finding(f"{page.title} ({page.locale.language_code})", what, edit_address(page))


class Site:
    """The site as its readers meet it, asked for each address once."""

    def __init__(self) -> None:
        self._handler = WSGIHandler()
        self._known: dict[str, bool] = {}
        self._site = urlsplit(settings.SITE_URL)

    def has(self, address: str) -> bool:
        """Whether there is something at this address, be it only a way to sign in."""
        path = urlsplit(address).path
        if path not in self._known:
            self._known[path] = self._status(path) not in GONE
        return self._known[path]

    def _status(self, path: str) -> int:
        # A dead link is reported by name, and need not be logged as a visitor's 404 as well.
        log = logging.getLogger("django.request")
        log.disabled = True
        try:
            # A visit leaves its language behind; what is found is said in ours.
            with translation.override(translation.get_language()):
                response = self._handler.get_response(WSGIRequest(self._environ(path)))
        finally:
            log.disabled = False
        # What follows a visit would close the connection that this very check reads with.
        request_finished.disconnect(close_old_connections)
        try:
            response.close()
        finally:
            request_finished.connect(close_old_connections)
        return response.status_code

    def _environ(self, path: str) -> dict[str, Any]:
        port = self._site.port or (443 if self._site.scheme == "https" else 80)
        return {
            "REQUEST_METHOD": "HEAD",
            "PATH_INFO": path.encode().decode("latin-1"),
            "QUERY_STRING": "",
            "SCRIPT_NAME": "",
            "SERVER_NAME": self._site.hostname,
            "SERVER_PORT": str(port),
            "SERVER_PROTOCOL": "HTTP/1.1",
            "HTTP_HOST": self._site.netloc,
            "REMOTE_ADDR": "127.0.0.1",
            "wsgi.version": (1, 0),
            "wsgi.url_scheme": self._site.scheme,
            "wsgi.input": BytesIO(),
            "wsgi.errors": BytesIO(),
            "wsgi.multithread": False,
            "wsgi.multiprocess": True,
            "wsgi.run_once": False,
        }
