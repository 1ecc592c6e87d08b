"""Choosing an activity for a page: only those that can play and that can be read as text."""

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic.chooser import (
    BaseChooseView,
    ChooseResultsView,
    ChooseView,
)
from wagtail.admin.viewsets.chooser import ChooserViewSet

from media.models import Activity


def ready_activities() -> QuerySet[Activity]:
    """Those that a page may show."""
    has_text = ~Q(twin="") | ~Q(shown__told="")
    return Activity.objects.filter(has_text, shown__isnull=False).select_related("shown")


class _Choosing(BaseChooseView):
    """What both lists of the chooser share."""

    def get_object_list(self) -> QuerySet[Activity]:
        return ready_activities()

    @property
    def columns(self) -> list[Column]:
        return [
            self.title_column,
            Column("kind", label=_("Felul"), accessor=lambda one: one.shown.main_library),
            Column("language", label=_("Limba"), accessor="get_language_display"),
        ]


class ChooseActivityView(_Choosing, ChooseView):
    """The dialogue."""


class ChooseActivityResultsView(_Choosing, ChooseResultsView):
    """Its list, after a search."""


class ActivityChooserViewSet(ChooserViewSet):
    """The dialogue in which an editor chooses an activity."""

    model = "media.Activity"
    icon = "media"
    choose_one_text = _("Alegeți o activitate")
    choose_another_text = _("Alegeți altă activitate")
    edit_item_text = _("Modificați activitatea")
    choose_view_class = ChooseActivityView
    choose_results_view_class = ChooseActivityResultsView


activity_chooser = ActivityChooserViewSet("activity_chooser", url_prefix="alege-activitate")
ActivityChooserBlock = activity_chooser.get_block_class(
    name="ActivityChooserBlock", module_path="media.activity_chooser"
)
