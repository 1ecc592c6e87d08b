"""What the editor's forms of our pages share: what goes out, rows that stay, figures in texts."""

from typing import Any

from django.forms import Form
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.blocks import StreamValue

from lms.core import facts

_GOING_OUT = ("action-publish", "action-submit", "action-restart-workflow")


class PublishedPageForm(WagtailAdminPageForm):
    """A page's form that asks more of what readers will get than of a draft."""

    def is_going_out(self) -> bool:
        """Whether readers get it, at once or once a colleague has agreed."""
        if self.data.get("action-workflow-action"):
            return self.data.get("workflow-action-name") == "approve"
        return any(self.data.get(action) for action in _GOING_OUT)

    def rows(self, name: str) -> list[dict[str, Any]]:
        """The rows of a part that stay."""
        return [
            form.cleaned_data
            for form in self.formsets[name].forms
            if form.is_valid() and form.cleaned_data and not form.cleaned_data.get("DELETE")
        ]

    def check_figures(self, form: Form, name: str, value: object) -> None:
        """Say at a field, be it a text or a story of blocks, which figures nobody knows."""
        text = str(value.get_prep_value() if isinstance(value, StreamValue) else value or "")
        if unknown := facts.unknown_in(text):
            form.add_error(name, _("Cifră necunoscută: %(keys)s") % {"keys": ", ".join(unknown)})

    def check_figures_of_rows(self, name: str, *fields: str) -> None:
        """The same of the named fields in every row of a part."""
        for form in self.formsets[name].forms:
            for field in form.fields.keys() & set(fields) if form.is_valid() else ():
                self.check_figures(form, field, form.cleaned_data.get(field))
