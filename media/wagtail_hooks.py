"""The library in Wagtail's admin: files that not everybody may open, activities, H5P libraries."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSet
from wagtail.log_actions import LogActionRegistry
from wagtail.models import Page
from wagtail.permissions import register_permission_policy

import media.recordings.wagtail_hooks  # noqa: F401 - Wagtail looks for hooks here only
from lms.core import generation
from lms.core.policies import NeverDeletedPolicy
from media import closed_files
from media.activity_chooser import activity_chooser
from media.admin.activities import ActivityViewSet
from media.admin.libraries import H5PLibraryViewSet
from media.models import H5PLibrary

# One that runs may be in use, one that waits is refused on its own page.
register_permission_policy(H5PLibrary, NeverDeletedPolicy(H5PLibrary))


@hooks.register("register_admin_viewset")
def viewsets() -> list[ViewSet]:
    """Activities, what plays them, and the dialogue that chooses one."""
    return [ActivityViewSet(), H5PLibraryViewSet(), activity_chooser]


@hooks.register("register_log_actions")
def name_log_actions(actions: LogActionRegistry) -> None:
    """What the log says of activities."""
    actions.register_action("media.replace_file", _("Fișier nou"), _("Fișier înlocuit"))
    actions.register_action("media.approve_library", _("Aprobare"), _("Bibliotecă aprobată"))
    actions.register_action(
        "media.withdraw_approval", _("Retragerea aprobării"), _("Aprobarea s-a retras")
    )


@hooks.register("after_create_page")
def tell_of_closed_files(request: HttpRequest, page: Page) -> None:
    """A new page may use what its readers cannot open."""
    closed_files.warn(request, page)


@hooks.register("after_edit_page")
def tell_of_closed_files_again(request: HttpRequest, page: Page) -> None:
    """So may one that was changed."""
    closed_files.warn(request, page)


@hooks.register("after_bulk_action")
def forget_what_was_open(
    request: HttpRequest, action_type: str, objects: list[Any], action: Any
) -> None:
    """Moving many files to a collection saves none of them, so nothing else would tell that a
    picture was closed."""
    if action_type == "add_to_collection":
        generation.advance()
