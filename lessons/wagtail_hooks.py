"""Lessons in Wagtail's admin: snippets, and the protection of plans that were published."""

from collections.abc import Iterable

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogActionRegistry
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from lessons.models import (
    CaseStudy,
    ConventionArticle,
    CurriculumHook,
    LessonEdition,
    LessonPlanPage,
    ModuleCompletion,
    Statistic,
    StepDone,
)
from lessons.publishing import draft_errors
from lessons.views.interest import interest
from lms.core import page_protection, page_publishing
from lms.core.policies import NeverDeletedPolicy


def plans_with_editions(page_ids: Iterable[int]) -> list[int]:
    """Of these pages, the plans that have an edition: kits, downloads and sessions hang on it."""
    editions = LessonEdition.objects.filter(plan__in=list(page_ids))
    return list(editions.values_list("plan", flat=True).distinct())


page_protection.register(
    plans_with_editions,
    _(
        "Planul a fost publicat, iar sesiunile la clasă se sprijină pe el. "
        "Nu îl ștergeți; în schimb, îl puteți retrage."
    ),
)


def modules_with_completions(page_ids: Iterable[int]) -> list[int]:
    """Of these pages, the modules that somebody worked through: reach counts them."""
    completions = ModuleCompletion.objects.filter(module__in=list(page_ids))
    return list(completions.values_list("module", flat=True).distinct())


def steps_in_use(page_ids: Iterable[int]) -> list[int]:
    """Of these pages, the steps that learners of a running class are done with."""
    done = StepDone.objects.filter(step__in=list(page_ids))
    return list(done.values_list("step", flat=True).distinct())


page_protection.register(
    modules_with_completions,
    _(
        "Modulul a fost parcurs de elevi, iar raportul îi numără. "
        "Nu îl ștergeți; în schimb, îl puteți retrage de pe site."
    ),
)
page_protection.register(
    steps_in_use,
    _("O clasă parcurge chiar acum pasul. Îl puteți șterge la o zi după ce se închide."),
)


page_publishing.register(LessonPlanPage, draft_errors)


@hooks.register("register_admin_urls")
def admin_urls() -> list[URLPattern]:
    """How often lessons are downloaded."""
    return [path("descarcari/", interest, name="lessons_interest")]


class InterestMenuItem(MenuItem):
    """Shown to whoever may read it."""

    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm("lessons.view_kitdownload")


@hooks.register("register_reports_menu_item")
def interest_menu_item() -> MenuItem:
    """Among Wagtail's reports."""
    return InterestMenuItem(_("Descărcări"), reverse("lessons_interest"), icon_name="download")


# Texts name figures by their keys, lessons carry articles, paths and plans hang on hooks: one that
# is gone would leave a hole in them.
for kept in (Statistic, ConventionArticle, CurriculumHook):
    register_permission_policy(kept, NeverDeletedPolicy(kept))


@hooks.register("register_log_actions")
def name_log_actions(actions: LogActionRegistry) -> None:
    """What the history of a case says."""
    actions.register_action(
        "lessons.story_checked", _("Verificare"), _("Cele patru confirmări ale unei povești")
    )


class CaseStudyViewSet(SnippetViewSet):
    """Case studies."""

    model = CaseStudy
    icon = "openquote"
    list_display = ["title", "age_band", "theme", "sensitivity", "locale"]
    list_filter = ["age_band", "theme"]
    add_to_admin_menu = False


class StatisticViewSet(SnippetViewSet):
    """Figures with their sources."""

    model = Statistic
    icon = "order"
    list_display = ["key", "value", "period", "source_title", "checked_on"]
    search_fields = ["key", "label"]


class ConventionArticleViewSet(SnippetViewSet):
    """Articles that lessons may carry: those whose names were read in a source."""

    model = ConventionArticle
    icon = "list-ol"
    list_display = ["number", "name", "theme", "source_title"]
    list_filter = ["theme"]


class CurriculumHookViewSet(SnippetViewSet):
    """Disciplines and days of the calendar that lessons hang on."""

    model = CurriculumHook
    icon = "date"
    list_display = ["code", "name", "grades", "month"]
    search_fields = ["code", "name"]


class LessonsGroup(SnippetViewSetGroup):
    """What lessons are made of."""

    items = (
        CaseStudyViewSet,
        StatisticViewSet,
        ConventionArticleViewSet,
        CurriculumHookViewSet,
    )
    menu_label = _("Lecții")
    menu_icon = "clipboard-list"
    menu_order = 200


register_snippet(LessonsGroup)
