"""What the editor's form of a step checks beyond single fields."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm


class StepForm(WagtailAdminPageForm):
    """Refuses a step whose question is written in another language than its own."""

    def clean(self) -> dict[str, object]:
        cleaned = super().clean()
        question = cleaned.get("question")
        locale = self.instance.locale_id or (self.parent_page and self.parent_page.locale_id)
        if question and locale and question.locale_id != locale:
            self.add_error("question", _("Alegeți întrebarea în limba pasului."))
        return cleaned
