"""Questions and quizzes in Wagtail's admin, and the analysis of questions among its reports."""

from collections.abc import Iterable, Iterator

from django.contrib import messages
from django.contrib.auth.models import AbstractBaseUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import Button
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet, SnippetViewSetGroup

from quizzes import panels
from quizzes.models import Question, QuestionVersion, Quiz
from quizzes.services import current_version
from quizzes.views import exports, packages
from quizzes.views.analysis import activity_uses_page, item_analysis_page


class QuestionViewSet(SnippetViewSet):
    """The bank of questions."""

    model = Question
    icon = "help"
    edit_handler = panels.QUESTION
    list_display = ["text", "kind", "key", "locale"]
    list_filter = ["kind", "risk_sign"]
    search_fields = ["text", "key"]
    copy_view_enabled = False


class ForWhoAddsQuizzes(MenuItem):
    """An entry for those who may put questions and quizzes into the bank."""

    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perms(packages.NEEDED)


class QuizIndexView(IndexView):
    """The list of quizzes, with the way in for those of others."""

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        """Import beside what Wagtail has there."""
        buttons = super().header_more_buttons
        if self.request.user.has_perms(packages.NEEDED):
            label, address = _("Importați din H5P"), reverse("quizzes_h5p_import")
            buttons.append(Button(label, url=address, icon_name="upload"))
        return buttons


class QuizViewSet(SnippetViewSet):
    """Quizzes made of questions."""

    model = Quiz
    icon = "list-ol"
    index_view_class = QuizIndexView
    edit_handler = panels.QUIZ
    list_display = ["title", "locale"]


class QuizzesGroup(SnippetViewSetGroup):
    """ "Verifică-te"."""

    items = (QuizViewSet, QuestionViewSet)
    menu_label = gettext_lazy("Verifică-te")
    menu_icon = "help"
    menu_order = 210

    def get_submenu_items(self) -> list[MenuItem]:
        """The two lists, then the way in for questions of others."""
        label, address = gettext_lazy("Întrebări din H5P"), reverse("quizzes_h5p_import")
        order = len(self.items) + 1
        return [
            *super().get_submenu_items(),
            ForWhoAddsQuizzes(label, address, icon_name="upload", order=order),
        ]


register_snippet(QuizzesGroup)


class ForWhoSeesQuestions(MenuItem):
    """An entry for those who may see the bank."""

    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm("quizzes.view_question")


@hooks.register("register_admin_urls")
def analysis_address() -> list[URLPattern]:
    """The pages of the two reports."""
    return [
        path("analiza-intrebarilor/", item_analysis_page, name="quizzes_item_analysis"),
        path("activitati-in-clase/", activity_uses_page, name="quizzes_activity_uses"),
    ]


@hooks.register("register_admin_urls")
def exchange_addresses() -> list[URLPattern]:
    """Questions from H5P and as H5P."""
    return [
        path("intrebari-h5p/", packages.upload, name="quizzes_h5p_import"),
        path("intrebari-h5p/<int:pk>/", packages.preview, name="quizzes_h5p_preview"),
        path("teste-h5p/<int:pk>/", exports.export, name="quizzes_h5p_export"),
        path("teste-h5p/<int:pk>/fisier/", exports.export_file, name="quizzes_h5p_file"),
    ]


@hooks.register("register_snippet_listing_buttons")
def export_button(
    snippet: object, user: AbstractBaseUser, next_url: str | None = None
) -> Iterator[Button]:
    """A quiz can be taken along as H5P."""
    if isinstance(snippet, Quiz):
        yield Button(
            _("Exportați ca H5P"),
            url=reverse("quizzes_h5p_export", args=[snippet.pk]),
            icon_name="download",
            priority=40,
        )


@hooks.register("register_reports_menu_item")
def analysis_entry() -> MenuItem:
    """The analysis among the reports."""
    return ForWhoSeesQuestions(
        gettext_lazy("Analiza întrebărilor"),
        reverse("quizzes_item_analysis"),
        icon_name="help",
        order=800,
    )


@hooks.register("register_reports_menu_item")
def uses_entry() -> MenuItem:
    """The use of activities beside it."""
    return ForWhoSeesQuestions(
        gettext_lazy("Activitățile în clase"),
        reverse("quizzes_activity_uses"),
        icon_name="media",
        order=801,
    )


@hooks.register("after_edit_snippet")
def keep_versions_true(request: HttpRequest, instance: object) -> None:
    """A question that classes are asked has a version of what it says now."""
    if isinstance(instance, Question) and instance.versions.exists():
        current_version(question=Question.objects.get(pk=instance.pk))


@hooks.register("before_delete_snippet")
def keep_what_was_asked(request: HttpRequest, instances: Iterable[object]) -> HttpResponse | None:
    """Refuse to delete a question that classes were asked: answers and figures stand on it."""
    questions = [item.pk for item in instances if isinstance(item, Question)]
    if not QuestionVersion.objects.filter(question__in=questions).exists():
        return None
    messages.error(
        request,
        _("Nu s-a șters nimic. Întrebarea a fost pusă în clase, iar cifrele se sprijină pe ea."),
    )
    return redirect(Question.snippet_viewset.get_url_name("list"))
