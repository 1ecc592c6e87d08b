"""Labour facts in Wagtail's admin: the list, the work list, what the log says."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.log_actions import LogActionRegistry
from wagtail.permissions import register_permission_policy

from lms.abroad.admin.due import CHANGE, confirm, due
from lms.abroad.admin.facts import LabourFactViewSet
from lms.abroad.models import LabourFact
from lms.core.policies import NeverDeletedPolicy

# A value that is over gets its last day; lessons that were taught with it keep what they said.
register_permission_policy(LabourFact, NeverDeletedPolicy(LabourFact))


@hooks.register("register_admin_viewset")
def viewsets() -> list[ModelViewSet]:
    """Labour facts."""
    return [LabourFactViewSet()]


@hooks.register("register_admin_urls")
def admin_urls() -> list[URLPattern]:
    """What is to be checked."""
    return [
        path("munca-in-strainatate/de-verificat/", due, name="abroad_due"),
        path("munca-in-strainatate/<int:pk>/verificat/", confirm, name="abroad_confirm"),
    ]


class DueMenuItem(MenuItem):
    """Shown to whoever may change facts."""

    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(CHANGE)


@hooks.register("register_reports_menu_item")
def due_menu_item() -> MenuItem:
    """Among Wagtail's reports."""
    return DueMenuItem(
        _("Munca în străinătate: de verificat"), reverse("abroad_due"), icon_name="warning"
    )


@hooks.register("register_log_actions")
def name_log_actions(actions: LogActionRegistry) -> None:
    """What the log says of facts."""
    actions.register_action("abroad.confirm", _("Verificare"), _("Verificată, neschimbată"))
