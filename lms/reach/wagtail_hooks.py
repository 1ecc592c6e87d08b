"""Targets in Wagtail's admin."""

from wagtail import hooks
from wagtail.admin.viewsets.model import ModelViewSet

from lms.reach.admin.targets import TargetViewSet


@hooks.register("register_admin_viewset")
def viewsets() -> list[ModelViewSet]:
    """What was promised, to be set beside what was reached."""
    return [TargetViewSet()]
