"""Targets of the platform, of members and of funded projects."""

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.ui.tables import TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from lms.reach.indicators import PrintedIndicator
from lms.reach.models import Target


def indicator_choices() -> list[tuple[str, str]]:
    """The printed figures by their codes; the one that names its year says "the year" instead."""
    any_year = {
        PrintedIndicator.TRAINED: gettext("Beneficiari direcți instruiți pe parcursul anului")
    }
    return [(one.value, any_year.get(one, str(one.label))) for one in PrintedIndicator]


def _name(target: Target) -> str:
    return dict(indicator_choices()).get(target.indicator, target.indicator)


class TargetForm(WagtailAdminModelForm):
    """A target of one of the printed figures."""

    indicator = forms.ChoiceField(label=_("Indicator"), choices=indicator_choices)


class TargetEditView(generic.EditView):
    """Change what was promised."""

    def get_usage_url(self) -> None:
        """Wagtail counts the uses in pages; nothing points at a target."""
        return


class TargetViewSet(ModelViewSet):
    """What was promised of a year; the report sets it beside what was reached."""

    model = Target
    name = "target"
    url_prefix = "tinte"
    icon = "crosshairs"
    menu_label = _("Ținte")
    menu_order = 340
    add_to_admin_menu = True
    copy_view_enabled = False
    edit_view_class = TargetEditView
    list_display = (
        TitleColumn("indicator", label=_("Indicator"), accessor=_name, url_name="target:edit"),
        "year",
        "organisation",
        "project",
        "value",
    )
    list_filter = ("year", "organisation")
    edit_handler = ObjectList(
        [
            FieldPanel("indicator"),
            FieldRowPanel([FieldPanel("year"), FieldPanel("value")]),
            FieldPanel("organisation"),
            FieldPanel("project"),
        ],
        base_form_class=TargetForm,
    )
