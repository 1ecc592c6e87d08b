"""How many pupils there are, by county and school year, each with its source."""

from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from lms.organisations.models import PupilNumber


class PupilNumberEditView(generic.EditView):
    """Change a number and its source."""

    def get_usage_url(self) -> None:
        """Wagtail counts the uses in pages; the report divides by it."""
        return


class PupilNumberViewSet(ModelViewSet):
    """What the report sets reached pupils beside, "la 1 000 de elevi"."""

    model = PupilNumber
    name = "pupilnumber"
    url_prefix = "elevi"
    icon = "group"
    menu_label = gettext_lazy("Numere de elevi")
    menu_order = 335
    add_to_admin_menu = True
    copy_view_enabled = False
    edit_view_class = PupilNumberEditView
    list_display = ("__str__", "county", "school_year", "pupils", "source", "checked_on")
    list_filter = ("school_year", "county")
    panels = (
        FieldRowPanel([FieldPanel("county"), FieldPanel("school_year")]),
        FieldPanel("pupils"),
        FieldPanel("source"),
        FieldRowPanel([FieldPanel("source_address"), FieldPanel("checked_on")]),
    )
