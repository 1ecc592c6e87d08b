"""The form of one campaign run."""

import uuid
from collections.abc import Iterable

from django import forms
from django.db.models import Model
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from lms.campaigns.enums import Channel, Method
from lms.campaigns.models import CampaignPage, CampaignRun, CampaignRunRevision
from lms.campaigns.models.runs import MOST_PEOPLE
from lms.campaigns.selectors import campaigns_to_choose
from lms.core.forms import InputClassesMixin, RowChoiceField
from lms.core.qualifiers import Qualifier
from lms.organisations.models import County, MemberOrganisation
from lms.organisations.selectors import running_projects
from lms.people.models import User
from lms.reach.forms.fields import ProjectField, WholeNumberField
from media.models import ContentDocument
from media.selectors import documents_closed_for

SAID = (
    "name", "campaign", "channel", "county", "locality", "people", "qualifier", "held_on",
    "source", "evidence", "project",
)  # fmt: skip


class RunForm(InputClassesMixin, forms.Form):
    """An event or a campaign, counted one way. `run` is the one that is corrected."""

    client_id = forms.UUIDField(widget=forms.HiddenInput, required=False)
    expected = forms.IntegerField(widget=forms.HiddenInput, required=False)
    name = forms.CharField(
        label=_("Evenimentul sau campania"),
        max_length=200,
        error_messages={"required": _("Scrieți cum se numește.")},
    )
    campaign = RowChoiceField(
        label=_("Pagina campaniei"),
        queryset=CampaignPage.objects.none(),
        required=False,
        empty_label=_("fără pagină pe acest site"),
        help_text=_("După verificare, cifra apare și pe pagina campaniei."),
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
    county = forms.ModelChoiceField(
        label=_("Județul"),
        queryset=County.objects.all(),
        required=False,
        empty_label=_("în toată țara sau online"),
    )
    locality = forms.CharField(label=_("Localitatea"), max_length=80, required=False)
    method = forms.ChoiceField(
        label=_("Cum s-a numărat"),
        choices=Method.choices,
        help_text=_("Afișările și estimările se arată separat și nu se adună la persoane."),
    )
    people = WholeNumberField(label=_("Câte persoane"), most=MOST_PEOPLE)
    qualifier = forms.ChoiceField(
        label=_("Cât de exactă este cifra"),
        choices=Qualifier.choices,
        required=False,
        help_text=_("O estimare rămâne estimativă, orice alegeți aici."),
    )
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
    evidence = RowChoiceField(
        label=_("Documentul"),
        queryset=ContentDocument.objects.none(),
        required=False,
        empty_label=_("niciunul"),
        help_text=_("Din colecția închisă a bibliotecii; nu apare pe pagina publică."),
    )
    project = ProjectField()

    def __init__(
        self,
        *args: object,
        organisation: MemberOrganisation,
        year: int,
        by: User,
        run: CampaignRun | None = None,
        campaign: str = "",
        **kwargs: object,
    ) -> None:
        choices = campaigns_to_choose()
        initial = _said(run) if run else {"client_id": uuid.uuid4()}
        for page in choices:
            if str(page.translation_key) == campaign:
                initial |= {"campaign": page, "name": page.title}
        super().__init__(*args, initial=initial, **kwargs)
        self.year, self.organisation = year, organisation
        self.method = run.method if run else ""
        said = run.latest if run else None
        self._offer("campaign", CampaignPage, [page.pk for page in choices], said)
        self._offer("evidence", ContentDocument, documents_closed_for(by), said)
        also = run.latest.project if run and run.latest else None
        projects = running_projects(organisation, timezone.localdate(), also)
        self.fields["project"].queryset = projects  # type: ignore[attr-defined]
        if not projects.exists():
            del self.fields["project"]
        if run:
            del self.fields["event_key"], self.fields["method"]

    def _offer(
        self, name: str, model: type[Model], keys: Iterable[int], said: CampaignRunRevision | None
    ) -> None:
        """Let a row be chosen among these and what was chosen before; no field without any."""
        rows = model.objects.filter(pk__in={*keys, getattr(said, f"{name}_id", None)} - {None})
        self.fields[name].queryset = rows  # type: ignore[attr-defined]
        if not rows.exists():
            del self.fields[name]

    def clean(self) -> dict[str, object]:
        """A figure that was guessed is never exact."""
        cleaned = super().clean() or {}
        method = self.method or cleaned.get("method")
        said = cleaned.get("qualifier") or Qualifier.EXACT
        cleaned["qualifier"] = Qualifier.ESTIMATED if method == Method.ESTIMATE else said
        return cleaned

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
        """The shared code, or one of the organisation's own that is the same for the same name,
        and of a campaign for the same edition."""
        cleaned = self.cleaned_data
        name = slugify(cleaned["name"])[:60] or "eveniment"
        if cleaned.get("campaign"):
            # Every edition of a campaign bears its name: where and when tell them apart.
            county, day = cleaned.get("county"), cleaned.get("held_on")
            place = cleaned.get("locality") or (county.mnemonic if county else "")
            name = slugify(f"{name[:30]} {place[:20]} {day or ''}")
        return cleaned.get("event_key", "").lower() or f"{self.organisation.code.lower()}-{name}"

    @property
    def said(self) -> dict[str, object]:
        """What the officer said, as `register_run` and `correct_run` take it."""
        return {name: self.cleaned_data[name] for name in SAID if name in self.cleaned_data}


def _said(run: CampaignRun) -> dict[str, object]:
    if run.latest is None:
        return {"client_id": uuid.uuid4()}
    said = {name: getattr(run.latest, name) for name in SAID}
    return said | {"expected": run.latest.number}
