"""Pages in Wagtail's admin: two pairs of eyes."""

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry
from wagtail.models import Page

from lms.core.two_pairs import needs_two
from lms.pages.services import tell_of_publishing_alone


@hooks.register("register_log_actions")
def name_log_actions(actions: LogActionRegistry) -> None:
    """What a page's history says."""
    actions.register_action(
        "pages.published_alone",
        _("Publicare de urgență"),
        _("Publicat fără a doua persoană"),
    )


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
