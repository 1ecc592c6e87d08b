"""Kits and their parts, counted; and the three optional questions beside them."""

import logging
import mimetypes
import re

from django.contrib import messages
from django.db import DatabaseError
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from lessons import services
from lessons.enums import DownloadRole
from lessons.forms.downloads import DownloadQuestionsForm
from lessons.models import Kit, LessonPlanPage
from lessons.views.access import readable_or_404
from lms.people.ages import stopped_by_age
from lms.people.enums import Role
from media.serving import file_response

logger = logging.getLogger(__name__)

WHOLE, PUPILS = "set.zip", "set-elevi.zip"
ROBOT = re.compile(r"bot|crawl|spider|slurp|preview|monitor", re.IGNORECASE)


@require_safe
def kit_file(
    request: HttpRequest, slug: str, school_year: str, version: int, name: str
) -> HttpResponseBase:
    """A whole kit (set.zip), its pupils' half (set-elevi.zip) or one file of it.

    The path names the version, so that an address printed or bookmarked gives the same bytes for
    as long as the kit exists. Counting is the one thing that this GET may write, and a failure to
    count never keeps a teacher from the file.
    """
    kit = get_object_or_404(
        Kit.objects.select_related("edition__plan"),
        edition__plan__slug=slug,
        edition__plan__locale__language_code=get_language(),
        edition__plan__live=True,
        edition__plan__retired_on__isnull=True,
        edition__school_year=school_year,
        version=version,
        withdrawn=False,
    )
    for_everybody = readable_or_404(request, kit.edition.plan)
    if stop := stopped_by_age(request, kit.edition.plan.age_band):
        return stop
    part = "" if name == WHOLE else name
    if name in (WHOLE, PUPILS):
        file = kit.bundle if name == WHOLE else kit.pupil_bundle
        shown = f"{slug}-{school_year}-v{version}{'' if name == WHOLE else '-elevi'}.zip"
    else:
        found = kit.files.filter(name=name).first()
        if found is None:
            raise Http404
        file, shown = found.file, f"{slug}-{name}"
    response = file_response(
        request,
        file,
        name=shown,
        content_type=mimetypes.guess_type(shown)[0] or "application/octet-stream",
        etag=f"{kit.sha256[:20]}-{name}",
    )
    if not for_everybody:
        response.headers["Cache-Control"] = "private, no-cache"
    if _counts(request, response):
        _count(request, kit, part)
    return response


def _counts(request: HttpRequest, response: HttpResponseBase) -> bool:
    """A first request for the bytes counts; a resumed one, a check and a robot do not."""
    first = response.status_code == 200 or response.headers.get("Content-Range", "").startswith(
        "bytes 0-"
    )
    robot = ROBOT.search(request.headers.get("User-Agent", ""))
    return request.method == "GET" and first and response.status_code < 300 and not robot


def _count(request: HttpRequest, kit: Kit, part: str) -> None:
    try:
        services.record_download(kit=kit, part=part, role=_role(request))
    except DatabaseError:
        logger.warning("a download of kit %s could not be counted", kit.pk)


def _role(request: HttpRequest) -> DownloadRole:
    if not request.user.is_authenticated:
        return DownloadRole.ANONYMOUS
    if request.user.has_role(Role.TEACHER):
        return DownloadRole.TEACHER
    if request.user.has_role(Role.TRAINER):
        return DownloadRole.TRAINER
    return DownloadRole.STAFF


@require_http_methods(["GET", "HEAD", "POST"])
def questions(request: HttpRequest, slug: str) -> HttpResponse:
    """Three optional questions beside a download; the download never waits for them."""
    plan = get_object_or_404(
        LessonPlanPage.objects.live(), slug=slug, locale__language_code=get_language()
    )
    readable_or_404(request, plan)
    if stop := stopped_by_age(request, plan.age_band):
        return stop
    form = DownloadQuestionsForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and "remind" in request.POST and request.user.is_authenticated:
        services.ask_for_reminder(user=request.user, plan=plan)
        messages.success(request, _("Vă scriem o singură dată, peste două săptămâni."))
        return redirect(plan.get_url(request))
    if request.method == "POST" and form.is_valid():
        services.answer_beside_download(plan=plan, **form.cleaned_data)
        messages.success(
            request, _("Vă mulțumim. Răspunsul ne ajută să pregătim seturile potrivite.")
        )
        return redirect(plan.get_url(request))
    return render(request, "lessons/questions.html", {"form": form, "plan": plan, "page": plan})
