"""Help lines in Wagtail's admin, with a reminder of those not checked for too long."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BooleanColumn
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from lms.helplines.models import Helpline


class HelplineViewSet(SnippetViewSet):
    """Help lines."""

    model = Helpline
    icon = "mail"
    menu_label = _("Linii de ajutor")
    menu_order = 220
    add_to_admin_menu = True
    list_display = [
        "number",
        BooleanColumn("published", label=_("Publicată"), sort_key="published"),
        BooleanColumn("in_strip", label=_("În banda de sus"), sort_key="in_strip"),
        "checked_on",
        BooleanColumn("is_due", label=_("De verificat")),
    ]
    list_filter = ["published", "in_strip"]


register_snippet(HelplineViewSet)
