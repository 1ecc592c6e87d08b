"""Schools and member organisations in Wagtail's admin."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.log_actions import LogActionRegistry
from wagtail.permissions import register_permission_policy

from lms.core.policies import NeverDeletedPolicy
from lms.organisations.admin.members import MemberOrganisationViewSet
from lms.organisations.admin.projects import FundingProjectViewSet
from lms.organisations.admin.pupils import PupilNumberViewSet
from lms.organisations.admin.requests import SchoolRequestViewSet
from lms.organisations.admin.schools import SchoolViewSet
from lms.organisations.models import FundingProject, MemberOrganisation, School, SchoolRequest

for model in (School, SchoolRequest, MemberOrganisation, FundingProject):
    register_permission_policy(model, NeverDeletedPolicy(model))


@hooks.register("register_admin_viewset")
def viewsets() -> list[ModelViewSet]:
    """The register, its queue, the members, their projects and how many pupils there are."""
    return [
        SchoolViewSet(),
        SchoolRequestViewSet(),
        MemberOrganisationViewSet(),
        FundingProjectViewSet(),
        PupilNumberViewSet(),
    ]


@hooks.register("register_log_actions")
def name_log_actions(actions: LogActionRegistry) -> None:
    """What the log says of schools."""
    actions.register_action("organisations.merge", _("Unire"), _("Unită cu altă școală"))
    actions.register_action("organisations.settle", _("Rezolvare"), _("Cerere rezolvată"))
