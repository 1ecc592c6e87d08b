"""Funded projects of members."""

from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from lms.organisations.models import FundingProject


class ProjectEditView(generic.EditView):
    """Change a project's names and days."""

    def get_usage_url(self) -> None:
        """Wagtail counts the uses in pages, not what was paid by a project."""
        return


class FundingProjectViewSet(ModelViewSet):
    """Projects that pay for the work. Records point at them, so they end and are never deleted."""

    model = FundingProject
    name = "fundingproject"
    url_prefix = "proiecte"
    icon = "folder-open-inverse"
    menu_label = gettext_lazy("Proiecte finanțate")
    menu_order = 330
    add_to_admin_menu = True
    copy_view_enabled = False
    edit_view_class = ProjectEditView
    search_fields = ("code", "name", "funder")
    list_display = ("code", "name", "funder", "organisation", "starts_on", "ends_on")
    list_filter = ("organisation",)
    panels = (
        FieldPanel("code"),
        FieldPanel("name"),
        FieldPanel("funder"),
        FieldPanel("organisation"),
        FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")]),
    )
