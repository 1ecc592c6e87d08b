"""Stories in Wagtail's admin: the list of consents, publishing in bulk, words of the log."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogActionRegistry
from wagtail.models import Page

from lms.core import page_publishing
from lms.pages.models import MagazineArticlePage, NewsPage, PersonStoryPage
from lms.pages.stories import services, views
from lms.pages.stories.rules import draft_errors

page_publishing.register(MagazineArticlePage, draft_errors)
page_publishing.register(NewsPage, draft_errors)


@hooks.register("after_publish_page")
def ask_again(request: HttpRequest, page: Page) -> HttpResponse | None:
    """The editor's form publishes by itself, a moment after it asked: a consent that was taken back
    in between found the page not published yet."""
    story = page.specific
    if not isinstance(story, PersonStoryPage):
        return None
    by = request.user if request.user.is_authenticated else None
    problems = services.take_down_unless_allowed(page=story, by=by)
    if not problems:
        return None
    messages.error(request, " ".join(str(problem) for problem in problems))
    return redirect("wagtailadmin_explore", story.get_parent().pk)


@hooks.register("before_copy_page")
def no_copies(request: HttpRequest, page: Page) -> HttpResponse | None:
    """A consent is for one page: a copy would keep the words when it is taken back."""
    story = page.specific
    if not isinstance(story, PersonStoryPage) or not story.tells_a_story:
        return None
    text = _("O poveste nu se copiază: acordul este pentru o pagină și traducerile ei.")
    messages.error(request, text)
    return redirect("wagtailadmin_explore", story.get_parent().pk)


@hooks.register("register_admin_urls")
def admin_urls() -> list[URLPattern]:
    """The list, one story, and what is done with its consent."""
    return [
        path("povesti/", views.stories, name="pages_stories"),
        path("povesti/<uuid:key>/", views.story, name="pages_story"),
        path("povesti/<uuid:key>/acord/", views.record, name="pages_story_record"),
        path("povesti/<uuid:key>/retragere/", views.withdraw, name="pages_story_withdraw"),
    ]


class StoriesMenuItem(MenuItem):
    """Shown to whoever may read the records."""

    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(views.MAY_READ)


@hooks.register("register_admin_menu_item")
def stories_menu_item() -> MenuItem:
    """Among the first: who wants a story gone does not wait until somebody finds the button."""
    return StoriesMenuItem(
        _("Povești și acorduri"), reverse("pages_stories"), icon_name="openquote", order=250
    )


@hooks.register("register_log_actions")
def name_log_actions(actions: LogActionRegistry) -> None:
    """What a page's history says."""
    actions.register_action("pages.consent", _("Acord"), _("Acord înregistrat"))
    actions.register_action("pages.withdrawal", _("Retragere"), _("Acord retras, pagină retrasă"))
    actions.register_action(
        "pages.refused", _("Refuz"), _("Nepublicat la termen: acordul sau confirmarea lipsește")
    )
