"""The block of an activity."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from media.activity_chooser import ActivityChooserBlock
from media.showing import show_activity


class ActivityBlock(blocks.StructBlock):
    """An activity that opens on a press; its text stands in the page, and is what prints."""

    activity = ActivityChooserBlock(label=_("Activitate"))

    class Meta:
        icon = "media"
        label = _("Activitate interactivă")
        template = "media/blocks/activity.html"

    def get_context(
        self, value: blocks.StructValue, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """The template's context, with the activity as readers see it."""
        context = super().get_context(value, parent_context=parent_context)
        activity = value.get("activity")
        return {**context, "activity": show_activity(activity) if activity else None}

    def get_searchable_content(self, value: blocks.StructValue) -> list[str]:
        """Its title and its text: a page is found by what can be read in it."""
        activity = value.get("activity")
        return [activity.title, activity.text] if activity else []
