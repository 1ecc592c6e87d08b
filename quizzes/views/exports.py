"""A quiz as H5P: what it becomes and what is lost, then the file. Nothing is written."""

from functools import partial

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from lms.core import facts
from media.h5p.content import NEWEST, Profile
from quizzes.exchange.packing import Download, NothingToExport, Pack, download, pack, with_values
from quizzes.models import Quiz
from quizzes.selectors import draft_of, questions_of

PROFILES = {"obisnuit": Profile(), "nou": Profile(NEWEST)}
PROFILE_LABELS = {
    "obisnuit": _("Versiuni obișnuite: merg și pe site-uri Moodle sau Lumi mai vechi"),
    "nou": _("Cele mai noi versiuni: numai pe site-uri aduse la zi"),
}


def _quiz(request: HttpRequest, pk: int) -> Quiz:
    if not request.user.has_perms(("quizzes.view_quiz", "quizzes.view_question")):
        raise PermissionDenied
    return get_object_or_404(Quiz.objects.select_related("locale"), pk=pk)


def _packed(quiz: Quiz) -> Pack:
    language = quiz.locale.language_code
    values = partial(facts.replace_tokens, language=language)
    drafts = [with_values(draft_of(question), values) for question in questions_of(quiz)]
    return pack(quiz.title, drafts, language)


@require_safe
def export(request: HttpRequest, pk: int) -> HttpResponse:
    """What the quiz becomes, what does not come along, and for which versions."""
    quiz = _quiz(request, pk)
    packed = _packed(quiz)
    context = {"quiz": quiz, "packed": packed, "profiles": PROFILE_LABELS.items()}
    return render(request, "quizzes/admin/package_export.html", context)


@require_safe
def export_file(request: HttpRequest, pk: int) -> HttpResponse:
    """The package, or a ZIP of several."""
    quiz = _quiz(request, pk)
    profile = PROFILES.get(request.GET.get("profil", "obisnuit"))
    if profile is None:
        raise Http404
    try:
        return sent(download(_packed(quiz), quiz.locale.language_code, profile))
    except NothingToExport:
        raise Http404 from None


def sent(file: Download) -> HttpResponse:
    """The file as an attachment that no browser opens as anything else."""
    return HttpResponse(
        file.body,
        content_type=file.content_type,
        headers={
            "Content-Disposition": f'attachment; filename="{file.name}"',
            "X-Content-Type-Options": "nosniff",
        },
    )
