"""Help lines and county services in Wagtail's admin, with those not checked for too long marked."""

from django.urls import URLPattern, path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.admin.widgets.button import BaseButton, HeaderButton
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet, SnippetViewSetGroup

from lms.helplines import panels
from lms.helplines.admin import county_table
from lms.helplines.models import CountyService, Helpline

DUE = Column(
    "is_due",
    label=_("De verificat"),
    accessor=lambda checked: _("de verificat") if checked.is_due else "",
)
PUBLISHED = BooleanColumn("published", label=_("Publicată"), sort_key="published")


class HelplineViewSet(SnippetViewSet):
    """Help lines."""

    model = Helpline
    icon = "mail"
    menu_label = _("Linii de ajutor")
    edit_handler = panels.LINE
    list_display = [
        "number",
        PUBLISHED,
        BooleanColumn("in_strip", label=_("În banda de sus"), sort_key="in_strip"),
        "checked_on",
        DUE,
        Column("note", label=_("Notă pentru redacție")),
    ]
    list_filter = ["published", "in_strip"]


class CountyServiceIndexView(IndexView):
    """The directory, with the way to its table."""

    @cached_property
    def header_buttons(self) -> list[BaseButton]:
        buttons = list(super().header_buttons)
        if self.request.user.has_perm("helplines.change_countyservice"):
            url = reverse("county_services_import")
            buttons.append(HeaderButton(_("Dintr-un tabel"), url, icon_name="upload"))
        return buttons


class CountyServiceViewSet(SnippetViewSet):
    """County services for children."""

    model = CountyService
    icon = "home"
    menu_label = _("Servicii județene pentru copii")
    index_view_class = CountyServiceIndexView
    edit_handler = panels.SERVICE
    list_display = [
        Column("place", label=_("Județul"), sort_key="county__sort_key"),
        "phone",
        PUBLISHED,
        "checked_on",
        DUE,
    ]
    list_filter = ["published", "county"]


class HelpGroup(SnippetViewSetGroup):
    """What readers call."""

    items = (HelplineViewSet, CountyServiceViewSet)
    menu_icon = "mail"
    # Not "Ajutor": Wagtail's own help stands in the same menu under that name.
    menu_label = _("Pe cine sunați")
    menu_order = 220


register_snippet(HelpGroup)


@hooks.register("register_admin_urls")
def directory_addresses() -> list[URLPattern]:
    """The county directory as a table."""
    return [
        path("judete-copii/", county_table.upload, name="county_services_import"),
        path("judete-copii/salvare/", county_table.save, name="county_services_save"),
        path("judete-copii/tabel.<str:kind>", county_table.table, name="county_services_table"),
    ]
