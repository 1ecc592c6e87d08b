"""Questions and quizzes in Wagtail's admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from quizzes.models import Question, Quiz


class QuestionViewSet(SnippetViewSet):
    """The bank of questions."""

    model = Question
    icon = "help"
    list_display = ["text", "locale"]
    search_fields = ["text"]


class QuizViewSet(SnippetViewSet):
    """Quizzes made of questions."""

    model = Quiz
    icon = "list-ol"
    list_display = ["title", "locale"]


class QuizzesGroup(SnippetViewSetGroup):
    """ "Verifică-te"."""

    items = (QuizViewSet, QuestionViewSet)
    menu_label = _("Verifică-te")
    menu_icon = "help"
    menu_order = 210


register_snippet(QuizzesGroup)
