"""The block of a story that shows a recording."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtailmedia.blocks import AbstractMediaChooserBlock


class RecordingBlock(AbstractMediaChooserBlock):
    """A published video or sound. Nothing of it is loaded before a reader presses."""

    class Meta:
        icon = "media"
        label = _("Video sau audio")
        template = "media/blocks/recording.html"

    @cached_property
    def widget(self) -> Any:
        """wagtailmedia's chooser, in our words."""
        from wagtailmedia.widgets import AdminMediaChooser

        widget = AdminMediaChooser()
        widget.choose_one_text = _("Alegeți o înregistrare")
        widget.choose_another_text = _("Alegeți altă înregistrare")
        widget.link_to_chosen_text = _("Modificați înregistrarea")
        return widget

    def clean(self, value: Any) -> Any:
        """Refuse a recording that readers would not see."""
        recording = super().clean(value)
        if recording is not None and not recording.published:
            raise ValidationError(
                _("Înregistrarea nu este publicată. Publicați-o întâi în Video și audio.")
            )
        return recording

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """The player, if this reader may see the recording. Without a request, and on a screen
        that a whole class shares, only what everybody may see."""
        # A block list is read before the models exist.
        from media.recordings.players import player_of
        from media.recordings.selectors import is_public, may_open_collection

        context = super().get_context(value, parent_context)
        request = context.get("request")
        context.setdefault("in_pack", getattr(request, "in_pack", False))
        if value is None or not value.published:
            return context
        personal = request is not None and not context.get("in_class")
        if may_open_collection(request, value) if personal else is_public(value):
            context["player"] = player_of(value)
        else:
            context["closed"] = True
        return context

    def get_searchable_content(self, value: Any) -> list[str]:
        """Readers find a page by what is said in its recordings, where everybody may see them."""
        from media.recordings.selectors import is_public

        return [value.title, value.transcript] if value and is_public(value) else []

    def render_basic(self, value: Any, context: Any = None) -> str:
        """In the comparison of two revisions: which one it is."""
        return str(value or "")
