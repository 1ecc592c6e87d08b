"""Importing questions from H5P: upload, look at every question, put them into the bank."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods
from wagtail.models import Locale

from quizzes.exchange.packages import open_package
from quizzes.exchange.parts import Collected
from quizzes.forms.packages import PackageFileForm, PartForm, QuizForm
from quizzes.models import QuestionPackage, Quiz
from quizzes.services import drop_package, receive_package, save_package

NEEDED = ("quizzes.add_question", "quizzes.add_quiz")


def _check(request: HttpRequest) -> None:
    if not request.user.has_perms(NEEDED):
        raise PermissionDenied


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    """Take the file in; what it holds is shown before anything is saved."""
    _check(request)
    form = PackageFileForm(request.POST or None, request.FILES or None)
    if request.method == "POST":
        form = PackageFileForm(request.POST, request.FILES)
        if form.is_valid():
            package = receive_package(file=form.cleaned_data["file"])
            return redirect("quizzes_h5p_preview", package.pk)
    return render(request, "quizzes/admin/package_upload.html", {"form": form})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def preview(request: HttpRequest, pk: int) -> HttpResponse:
    """Every question with what is lost and what is missing; a POST saves those that are ticked."""
    _check(request)
    package = get_object_or_404(QuestionPackage.objects.select_related("quiz"), pk=pk)
    if package.quiz is not None:
        return _known(request, package.quiz)
    if "drop" in request.POST:
        drop_package(package=package)
        messages.success(request, _("Nu s-a importat nimic, iar fișierul s-a șters."))
        return redirect("quizzes_h5p_import")
    try:
        with package.file.open("rb") as file:
            collected = open_package(file)
    except FileNotFoundError:
        messages.error(request, _("Fișierul nu mai este la noi. Încărcați-l din nou."))
        return redirect("quizzes_h5p_import")
    data = request.POST if request.method == "POST" else None
    quiz_form = QuizForm(data, initial=_initial(collected), prefix="quiz")
    forms = [
        PartForm(part, data=data, prefix=f"q{number}")
        for number, part in enumerate(collected.questions)
    ]
    # All of them are asked, so that everything is said at once.
    wrong = [form for form in (quiz_form, *forms) if not form.is_valid()]
    whole = request.method == "POST" and not wrong
    taken = [form.taken() for form in forms if form.cleaned_data.get("take")] if whole else []
    if taken and (saved := _saved(request, package, quiz_form, taken)):
        return saved
    context = {
        "package": package,
        "collected": collected,
        "quiz_form": quiz_form,
        "forms": forms,
        "unsupported": [part for part in collected.parts if part.draft is None],
        "nothing_taken": whole and not taken,
    }
    return render(request, "quizzes/admin/package_preview.html", context)


def _initial(collected: Collected) -> dict[str, object]:
    locale = Locale.objects.filter(language_code=collected.language).first()
    return {"title": collected.title[:160], "locale": locale or Locale.get_default()}


def _known(request: HttpRequest, quiz: Quiz) -> HttpResponse:
    said = _("Acest fișier este deja importat ca „%(title)s”. Nu s-a făcut nimic a doua oară.")
    messages.info(request, said % {"title": quiz.title})
    return redirect(Quiz.snippet_viewset.get_url_name("edit"), quiz.pk)


def _saved(
    request: HttpRequest, package: QuestionPackage, quiz_form: QuizForm, taken: list
) -> HttpResponse | None:
    """To the quiz; None, with a message, where the library does not take a picture."""
    try:
        quiz = save_package(
            package=package,
            title=quiz_form.cleaned_data["title"],
            locale=quiz_form.cleaned_data["locale"],
            taken=taken,
            by=request.user,
        )
    except QuestionPackage.DoesNotExist:  # somebody else said that nobody wants it
        raise Http404 from None
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
        return None
    messages.success(request, _("Testul și întrebările lui sunt în bancă."))
    return redirect(Quiz.snippet_viewset.get_url_name("edit"), quiz.pk)
