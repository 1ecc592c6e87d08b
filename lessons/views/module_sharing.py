"""A module passed on: plain links, a code, a card for a school's page, questions, its sounds."""

from urllib.parse import urlencode

from csp.decorators import csp_replace
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from lessons import selectors
from lessons.models import ModulePage
from lessons.views.journeys import Journey, on_a_journey
from lessons.views.packs import pack_file
from media.serving import document_response

CLASSROOM = "https://classroom.google.com/share"
TEAMS = "https://teams.microsoft.com/share"


@require_safe
def short(request: HttpRequest, pk: int) -> HttpResponse:
    """A short address that is easy to type, to the module in its own language."""
    # More than any database counts to is no module's number.
    known = ModulePage.objects.live().public() if pk < 2**31 else ModulePage.objects.none()
    module = get_object_or_404(known, pk=pk)
    return redirect(module.get_url(request))


@require_safe
@on_a_journey
def sharing(request: HttpRequest, journey: Journey) -> HttpResponse:
    """Links, code and address to give to pupils."""
    module = journey.module
    address = settings.SITE_URL + reverse("modules:module", args=[module.slug])
    card = settings.SITE_URL + reverse("modules:card", args=[module.slug])
    short_url = settings.SITE_URL + reverse("short_module", args=[module.pk])
    context = {
        "page": ModulePage.objects.select_related("locale").get(pk=module.pk),
        "module": module,
        "has_h5p": selectors.has_h5p(module),
        "pack_size": pack_file(request, module).stat().st_size,
        "short_url": short_url,
        "short_words": short_url.partition("://")[2],
        "classroom_url": f"{CLASSROOM}?{urlencode({'url': address, 'title': module.title})}",
        "teams_url": f"{TEAMS}?{urlencode({'href': address, 'msgText': module.title})}",
        "embed_code": render_to_string(
            "modules/embed_code.html", {"url": card, "title": module.title}
        ).strip(),
    }
    return render(request, "modules/sharing.html", context)


@require_safe
@csp_replace({"frame-ancestors": ["*"]})
@xframe_options_exempt
@on_a_journey
def card(request: HttpRequest, journey: Journey) -> HttpResponse:
    """A card with a link, for a frame on a school's own page. It is the one page of ours that
    another site may frame: there is nothing on it to press but a link into a new tab."""
    address = settings.SITE_URL + reverse("modules:module", args=[journey.module.slug])
    page = ModulePage.objects.get(pk=journey.module.pk)
    context = {"page": page, "module": journey.module, "url": address}
    return render(request, "modules/card_frame.html", context)


@require_safe
@on_a_journey
def questions(request: HttpRequest, journey: Journey) -> HttpResponse:
    """The module's questions in the format that Moodle reads."""
    content = selectors.questions_as_gift(journey.module)
    return HttpResponse(
        content,
        content_type="text/plain; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{journey.module.slug}.gift"'},
    )


@require_safe
@on_a_journey
def questions_as_h5p(request: HttpRequest, journey: Journey) -> HttpResponse:
    """The module's questions as H5P, for Moodle, Lumi and the like (docs/decisions/0022)."""
    file = selectors.questions_as_h5p(journey.module)
    if file is None:
        raise Http404
    return HttpResponse(
        file.body,
        content_type=file.content_type,
        headers={"Content-Disposition": f'attachment; filename="{file.name}"'},
    )


@require_safe
@on_a_journey
def sound(request: HttpRequest, journey: Journey, step: str) -> HttpResponseBase:
    """The recording of a step, in pieces if the browser asks for them."""
    page = selectors.step_page(journey.steps[journey.number_of(step)].pk)
    sound = page.open_sound
    if sound is None:
        raise Http404
    return document_response(request, sound)
