"""What stands in an editor's form beside the fields."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel

from lms.pages.models.consents import StoryConsent


class ConsentPanel(Panel):
    """Whether a consent is recorded for the story, and where that is done."""

    def __init__(self, **kwargs: object) -> None:
        kwargs.setdefault("heading", _("Acordul persoanei"))
        super().__init__(**kwargs)

    class BoundPanel(Panel.BoundPanel):
        template_name = "pages/admin/consent_panel.html"

        def get_context_data(self, parent_context: object = None) -> dict[str, object]:
            consents = StoryConsent.objects.of(self.instance.translation_key)
            return {
                **super().get_context_data(parent_context),
                "consent": consents.in_force().last(),
                "withdrawn": consents.exists(),
                "page": self.instance,
            }
