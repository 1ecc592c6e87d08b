"""What an editor confirms before readers get the story of a person: one list for every form."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

TICKS = {
    "tick_source": _("Sursa este cunoscută și verificată."),
    "tick_consent": _("Persoana și-a dat acordul, iar acordul este păstrat."),
    "tick_no_detail": _("Nimic din text nu lasă persoana să fie recunoscută."),
    "tick_no_image": _("Nicio imagine nu este senzațională și niciuna nu arată persoana."),
}


class TicksForm(forms.Form):
    """The four ticks. They are asked anew each time, so that nobody publishes on yesterday's."""

    tick_source = forms.BooleanField(label=TICKS["tick_source"], required=False)
    tick_consent = forms.BooleanField(label=TICKS["tick_consent"], required=False)
    tick_no_detail = forms.BooleanField(label=TICKS["tick_no_detail"], required=False)
    tick_no_image = forms.BooleanField(label=TICKS["tick_no_image"], required=False)

    def all_ticked(self) -> bool:
        """Whether all four were confirmed with this form."""
        return all(self.cleaned_data.get(name) for name in TICKS)

    def check_ticks(self) -> None:
        """Say at each tick that is missing that it is."""
        for name in TICKS:
            if not self.cleaned_data.get(name):
                self.add_error(name, _("Confirmați înainte de publicare."))


def tick_panels(*before: Any) -> MultiFieldPanel:
    """The panel of a form with ticks: what comes before them, then the four."""
    return MultiFieldPanel(
        [*before, *(FieldPanel(name) for name in TICKS)],
        heading=_("Dacă spune povestea unei persoane"),
    )
