"""A quiz as H5P: what it becomes and what is lost, then the file. Nothing is written."""

from collections.abc import Iterable

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from media.h5p.content import NEWEST, Library, Profile
from media.h5p.content.strings import LANGUAGES
from media.h5p.naming import LibraryName
from media.selectors import NotInstalled, installed_closure
from quizzes.forms.packages import ProfileForm
from quizzes.models import Quiz
from quizzes.selectors import h5p_of, packed, questions_of

PROFILES = {"obisnuit": Profile(), "nou": Profile(NEWEST)}


def _quiz(request: HttpRequest, pk: int) -> Quiz:
    if not request.user.has_perms(("quizzes.view_quiz", "quizzes.view_question")):
        raise PermissionDenied
    return get_object_or_404(Quiz.objects.select_related("locale"), pk=pk)


def _with_libraries(needed: Iterable[Library]) -> Iterable[tuple[str, bytes]]:
    return installed_closure(
        LibraryName(one.name, one.version.major, one.version.minor) for one in needed
    )


@require_safe
def export(request: HttpRequest, pk: int) -> HttpResponse:
    """What the quiz becomes, what does not come along, and for which versions."""
    quiz = _quiz(request, pk)
    found = packed(questions_of(quiz), title=quiz.title, language=quiz.locale.language_code)
    context = {
        "quiz": quiz,
        "packed": found,
        "form": ProfileForm(),
        "english_buttons": quiz.locale.language_code not in LANGUAGES,
    }
    return render(request, "quizzes/admin/package_export.html", context)


@require_safe
def export_file(request: HttpRequest, pk: int) -> HttpResponse:
    """The package, or a ZIP of several."""
    quiz = _quiz(request, pk)
    profile = PROFILES.get(request.GET.get("profil", "obisnuit"))
    if profile is None:
        raise Http404
    try:
        file = h5p_of(
            questions_of(quiz),
            title=quiz.title,
            language=quiz.locale.language_code,
            profile=profile,
            libraries=_with_libraries if request.GET.get("biblioteci") else None,
        )
    except NotInstalled as missing:
        said = _(
            "Nu toate bibliotecile acestor versiuni sunt instalate aici (lipsește: %(names)s). "
            "Alegeți alte versiuni sau descărcați fără biblioteci."
        )
        messages.error(request, said % {"names": missing})
        return redirect("quizzes_h5p_export", pk)
    if file is None:
        raise Http404
    return HttpResponse(
        file.body,
        content_type=file.content_type,
        headers={"Content-Disposition": f'attachment; filename="{file.name}"'},
    )
