"""The form of one campaign run."""

import uuid

from django import forms
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from lms.campaigns.enums import Channel, Method
from lms.campaigns.models import CampaignRun
from lms.campaigns.models.runs import MOST_PEOPLE
from lms.core.forms import InputClassesMixin
from lms.organisations.models import MemberOrganisation
from lms.organisations.selectors import running_projects
from lms.reach.forms.fields import ProjectField, WholeNumberField

SAID = ("name", "channel", "held_on", "people", "source", "project")


class RunForm(InputClassesMixin, forms.Form):
    """An event or a campaign, counted one way. `run` is the one that is corrected."""

    client_id = forms.UUIDField(widget=forms.HiddenInput, required=False)
    expected = forms.IntegerField(widget=forms.HiddenInput, required=False)
    name = forms.CharField(
        label=_("Evenimentul sau campania"),
        max_length=200,
        error_messages={"required": _("Scrieți cum se numește.")},
    )
    event_key = forms.SlugField(
        label=_("Codul evenimentului comun"),
        max_length=80,
        required=False,
        help_text=_(
            "Dacă l-ați ținut cu alte organizații, scrieți toate același cod, de exemplu "
            "„targ-iasi-2026”: platforma îl numără o singură dată. Altfel lăsați gol."
        ),
        error_messages={"invalid": _("Folosiți numai litere fără diacritice, cifre și cratimă.")},
    )
    channel = forms.ChoiceField(label=_("Canalul"), choices=Channel.choices)
    method = forms.ChoiceField(
        label=_("Cum s-a numărat"),
        choices=Method.choices,
        help_text=_("Afișările și estimările se arată separat și nu se adună la persoane."),
    )
    people = WholeNumberField(label=_("Câte persoane"), most=MOST_PEOPLE)
    held_on = forms.DateField(
        label=_("Data"),
        required=False,
        input_formats=["%d.%m.%Y", "%Y-%m-%d"],
        help_text=_("De exemplu 23.11.2026. La o campanie mai lungă, prima zi."),
        error_messages={"invalid": _("Scrieți data ca 23.11.2026.")},
        widget=forms.DateInput(attrs={"autocomplete": "off"}, format="%d.%m.%Y"),
    )
    source = forms.CharField(
        label=_("De unde știm"),
        max_length=300,
        required=False,
        help_text=_("De exemplu „liste de prezență” sau „statistica paginii”."),
    )
    project = ProjectField()

    def __init__(
        self,
        *args: object,
        organisation: MemberOrganisation,
        year: int,
        run: CampaignRun | None = None,
        **kwargs: object,
    ) -> None:
        super().__init__(*args, initial=_said(run), **kwargs)
        self.year, self.organisation = year, organisation
        also = run.latest.project if run and run.latest else None
        projects = running_projects(organisation, timezone.localdate(), also)
        self.fields["project"].queryset = projects  # type: ignore[attr-defined]
        if not projects.exists():
            del self.fields["project"]
        if run:
            del self.fields["event_key"], self.fields["method"]

    def clean_held_on(self):
        day = self.cleaned_data["held_on"]
        if day and day.year != self.year:
            raise forms.ValidationError(
                _("Data nu este din %(year)s. Verificați-o sau alegeți alt an."),
                params={"year": self.year},
            )
        return day

    @property
    def event_key_said(self) -> str:
        """The shared code, or one of the organisation's own that is the same for the same name."""
        typed = self.cleaned_data.get("event_key", "")
        name = slugify(self.cleaned_data["name"])[:60] or "eveniment"
        return typed.lower() or f"{self.organisation.code.lower()}-{name}"

    @property
    def said(self) -> dict[str, object]:
        """What the officer said, as `register_run` and `correct_run` take it."""
        return {name: self.cleaned_data[name] for name in SAID if name in self.cleaned_data}


def _said(run: CampaignRun | None) -> dict[str, object]:
    if run is None or run.latest is None:
        return {"client_id": uuid.uuid4()}
    said = {name: getattr(run.latest, name) for name in SAID}
    return said | {"expected": run.latest.number}
