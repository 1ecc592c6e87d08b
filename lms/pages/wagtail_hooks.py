"""Pages in Wagtail's admin: two pairs of eyes, what is due, how a page stands."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import Button
from wagtail.log_actions import LogActionRegistry
from wagtail.models import Page
from wagtail.snippets.models import register_snippet

from lms.core.two_pairs import needs_two
from lms.pages.admin.content import content
from lms.pages.admin.guide import guide
from lms.pages.admin.state import confirm, state
from lms.pages.duties import is_editor
from lms.pages.services import tell_of_publishing_alone
from lms.pages.stories import hooks as story_hooks  # noqa: F401
from lms.pages.viewsets import SynonymsViewSet


@hooks.register("register_log_actions")
def name_log_actions(actions: LogActionRegistry) -> None:
    """What a page's history says."""
    actions.register_action(
        "pages.published_alone",
        _("Publicare de urgență"),
        _("Publicat fără a doua persoană"),
    )
    actions.register_action("pages.review_date", _("Revizuire"), _("Data revizuirii s-a schimbat"))
    actions.register_action(
        "pages.translation_confirmed", _("Traducere"), _("Traducerea este la zi")
    )


@hooks.register("register_admin_urls")
def admin_urls() -> list[URLPattern]:
    """The guide, what is due, and how one page stands."""
    return [
        path("ghid/", guide, name="pages_guide"),
        path("continut/", content, name="pages_content"),
        path("continut/<int:pk>/", state, name="pages_state"),
        path("continut/<int:pk>/traducere/", confirm, name="pages_confirm_translation"),
    ]


class ContentMenuItem(MenuItem):
    """Shown to editors."""

    def is_shown(self, request: HttpRequest) -> bool:
        return is_editor(request.user)


@hooks.register("register_reports_menu_item")
def content_menu_item() -> MenuItem:
    """Among Wagtail's reports."""
    return ContentMenuItem(_("Starea conținutului"), reverse("pages_content"), icon_name="list-ul")


@hooks.register("register_help_menu_item")
def guide_menu_item() -> MenuItem:
    """In the place of Wagtail's own, which lms/core/wagtail_hooks.py takes out."""
    return MenuItem(_("Ghidul redactorului"), reverse("pages_guide"), icon_name="help")


@hooks.register("register_page_header_buttons")
def state_button(page: Page, user: Any, view_name: str, next_url: str = "") -> Iterator[Button]:
    """How the page stands, from its form and its list."""
    if page.depth > 1 and page.permissions_for_user(user).can_edit():
        url = reverse("pages_state", args=[page.pk])
        yield Button(_("Starea paginii"), url, icon_name="list-ul", priority=90)


@hooks.register("after_edit_page")
def lead_approvers_home(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Who may open a page only while it waits has no list of pages to go back to."""
    if page.permissions_for_user(request.user).can_edit():
        return None
    return redirect("wagtailadmin_home")


@hooks.register("after_publish_page")
def note_publishing_alone(request: HttpRequest, page: Page) -> None:
    """Of the forms: only an administrator comes here with such a page."""
    if needs_two(page.specific_class):
        tell_of_publishing_alone(page=page, by=request.user)


@hooks.register("after_bulk_action")
def note_publishing_alone_in_bulk(
    request: HttpRequest, action_type: str, objects: list[object], action: object
) -> None:
    """Of many at once."""
    for page in objects if action_type == "publish" else ():
        if isinstance(page, Page) and needs_two(page.specific_class):
            tell_of_publishing_alone(page=page, by=request.user)


register_snippet(SynonymsViewSet)
