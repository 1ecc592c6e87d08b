"""Modules saved on a device: what belongs to one, the worker that opens it, and taking it away."""

import hashlib

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from lessons.offline_words import queue_words, quiz_words
from lessons.views.gathering import QUIZ_SCRIPTS, add_files, add_page, gather
from lessons.views.journeys import Journey, on_a_journey
from lms.core import generation
from lms.core.numbers import format_size
from lms.core.static_files import static_content

WORKER = "js/worker.js"
SCRIPTS = ("js/offline.js", "js/device.js", *QUIZ_SCRIPTS)


@require_safe
def worker(request: HttpRequest) -> HttpResponse:
    """The service worker, at the root so that it may serve the modules of every language."""
    names = [static(name) for name in (*SCRIPTS, "css/protect.css", "js/protect.js")]
    stamp = hashlib.sha256(f"{generation.current()} {names}".encode()).hexdigest()[:16]
    script = f'const VERSION = "{stamp}";\n' + static_content(WORKER).decode()
    return HttpResponse(
        script,
        content_type="text/javascript; charset=utf-8",
        headers={"Cache-Control": "no-cache"},
    )


@require_safe
@on_a_journey
def offline_list(request: HttpRequest, journey: Journey) -> JsonResponse:
    """What a device keeps to open this module without a network: paths, size, questions, words.

    The same for everybody, so that it can be kept by the page cache: it says nothing of a class.
    """
    module = journey.module
    found = gather(request, module)
    add_page(request, found, reverse("modules:device"))
    add_files(request, found, *(static(name) for name in SCRIPTS))
    contents = [*(html.encode() for html in found.pages.values()), *found.files.values()]
    digest = hashlib.sha256()
    for part in (*found.files, *contents):
        digest.update(part.encode() if isinstance(part, str) else part)
    return JsonResponse(
        {
            "title": module.title,
            "start": found.start,
            "steps": found.steps,
            "review": found.review,
            "version": digest.hexdigest()[:16],
            "size": format_size(sum(map(len, contents)), get_language() or "ro"),
            "paths": [*found.pages, *found.files],
            "scripts": [static(name) for name in QUIZ_SCRIPTS],
            "sheets": found.sheets,
            "words": {**quiz_words(), **queue_words()},
        }
    )


@require_safe
def device(request: HttpRequest) -> HttpResponse:
    """What is saved on this device, and how to take it away. Opens without a network too."""
    return render(request, "modules/device.html")
