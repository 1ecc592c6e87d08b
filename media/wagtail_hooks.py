"""Activities and H5P libraries in Wagtail's admin."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSet
from wagtail.log_actions import LogActionRegistry
from wagtail.permissions import register_permission_policy

from lms.core.policies import NeverDeletedPolicy
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
