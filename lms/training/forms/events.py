"""The form of an event and of its sittings."""

import uuid
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import cast

from django import forms
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lms.core.forms import InputClassesMixin, RowChoiceField, RowsChoiceField
from lms.organisations.models import MemberOrganisation
from lms.organisations.selectors import running_projects
from lms.people.enums import Role
from lms.people.models import User
from lms.training.enums import EventMode
from lms.training.forms.requests import ASKABLE
from lms.training.models import TrainingEvent
from lms.training.selectors.programmes import programmes_to_hold
from lms.training.services import SittingPlan
from lms.training.services.planning import SEE_ALL

DAYS = ["%d.%m.%Y", "%Y-%m-%d"]
TIMES = ["%H:%M", "%H.%M", "%H"]
# Rows of sittings that are shown empty; saving the event shows as many more.
EMPTY_SITTINGS = 2
MOST_SITTINGS = 20
# Another year is a slip of the finger.
EARLIEST, LATEST = date(2010, 1, 1), timedelta(days=3 * 366)


class EventForm(InputClassesMixin, forms.ModelForm):
    """What is held, for whom, where. `by` is who plans it."""

    client_id = forms.UUIDField(widget=forms.HiddenInput, required=False)
    audiences = forms.MultipleChoiceField(
        label=_("Pentru cine"),
        choices=ASKABLE,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Bifați cel puțin un grup.")},
    )
    enrol_until = forms.SplitDateTimeField(
        label=_("Înscrieri până la"),
        required=False,
        input_date_formats=DAYS,
        input_time_formats=TIMES,
        help_text=_("Data și ora, de exemplu 23.11.2026 și 18:00. Gol: până la prima întâlnire."),
        widget=forms.SplitDateTimeWidget(
            date_format="%d.%m.%Y",
            time_format="%H:%M",
            date_attrs={"class": "input input--medium", "aria-label": _("Data")},
            time_attrs={"class": "input input--short", "aria-label": _("Ora")},
        ),
    )

    online_address = forms.URLField(
        label=_("Adresa întâlnirii online"),
        max_length=300,
        required=False,
        assume_scheme="https",
        help_text=_("O primesc numai cei înscriși."),
        error_messages={"invalid": _("Copiați toată adresa, cu https:// la început.")},
    )

    class Meta:
        model = TrainingEvent
        fields = (
            "programme", "title", "organiser", "co_organisers", "trainers", "project", "audiences",
            "mode", "county", "place", "online_address", "capacity", "enrol_until", "notes",
        )  # fmt: skip
        field_classes = {
            "programme": RowChoiceField,
            "co_organisers": RowsChoiceField,
            "trainers": RowsChoiceField,
        }
        widgets = {
            "co_organisers": forms.CheckboxSelectMultiple,
            "trainers": forms.CheckboxSelectMultiple,
        }
        help_texts = {
            "place": _("Sala și adresa, așa cum le-ați spune la telefon."),
            "notes": _("Apare pe pagina formării și în e-mailuri: parcare, masă, ce să aducă."),
        }
        error_messages = {
            "programme": {"required": _("Alegeți programul.")},
            "organiser": {"required": _("Alegeți organizatorul.")},
            "mode": {"required": _("Alegeți cum se ține.")},
        }

    def __init__(self, *args: object, by: User, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("client_id", uuid.uuid4())
        fields = self.fields
        fields["programme"].queryset = programmes_to_hold()  # type: ignore[attr-defined]
        members = MemberOrganisation.objects.all()
        fields["co_organisers"].queryset = members  # type: ignore[attr-defined]
        if not by.has_perm(SEE_ALL):
            members = members.filter(pk__in=[by.organisation_id, self.instance.organiser_id])
            self.initial.setdefault("organiser", by.organisation_id)
        fields["organiser"].queryset = members  # type: ignore[attr-defined]
        trainers = _trainers(by, self.instance)
        fields["trainers"].queryset = trainers  # type: ignore[attr-defined]
        if not self.instance.pk:
            # Who plans a training mostly holds it; forgotten, it is missing from their own year.
            self.initial.setdefault("trainers", trainers.filter(pk=by.pk))
        fields["project"].queryset = running_projects(  # type: ignore[attr-defined]
            by.organisation, timezone.localdate(), self.instance.project
        )
        fields["notes"].widget.attrs["rows"] = 3
        words = {
            "programme": _("Alegeți programul"),
            "organiser": _("Alegeți organizația"),
            "county": _("Alegeți județul"),
            "project": _("Niciunul"),
        }
        for name, label in words.items():
            fields[name].empty_label = label  # type: ignore[attr-defined]
        fields["mode"].choices = [("", _("Alegeți")), *EventMode.choices]  # type: ignore[attr-defined]

    def clean_enrol_until(self) -> datetime | None:
        """A moment that a training can have."""
        until = cast(datetime | None, self.cleaned_data["enrol_until"])
        if until is not None:
            _check_year(until.date())
        return until

    def clean(self) -> dict[str, object]:
        cleaned = super().clean() or self.cleaned_data
        mode = cleaned.get("mode")
        if mode and mode != EventMode.ONLINE:
            for name in ("county", "place"):
                if not cleaned.get(name):
                    self.add_error(name, _("Completați, ca participanții să știe unde vin."))
        if not cleaned.get("capacity") and self.data.get("capacity") == "0":
            self.add_error("capacity", _("Scrieți cel puțin un loc sau lăsați gol."))
        return cleaned

    @property
    def said(self) -> dict[str, object]:
        """What `plan_event` and `change_event` take, beside the sittings."""
        return {name: self.cleaned_data[name] for name in self.Meta.fields}


class SittingForm(InputClassesMixin, forms.Form):
    """When one sitting is held; an empty row is none."""

    day = forms.DateField(
        label=_("Data"),
        input_formats=DAYS,
        error_messages={
            "required": _("Scrieți ziua întâlnirii."),
            "invalid": _("De exemplu 23.11.2026."),
        },
    )
    starts = forms.TimeField(
        label=_("De la"),
        input_formats=TIMES,
        error_messages={
            "required": _("Scrieți ora de început."),
            "invalid": _("De exemplu 09:30."),
        },
    )
    ends = forms.TimeField(
        label=_("Până la"),
        input_formats=TIMES,
        error_messages={
            "required": _("Scrieți ora de încheiere."),
            "invalid": _("De exemplu 13:00."),
        },
    )
    place = forms.CharField(label=_("Alt loc"), max_length=200, required=False)
    public_id = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def clean_day(self) -> date:
        """A day that a training can have: older ones are entered as history, not as events."""
        day = cast(date, self.cleaned_data["day"])
        _check_year(day)
        return day

    def clean(self) -> dict[str, object]:
        cleaned = super().clean() or self.cleaned_data
        starts, ends = cleaned.get("starts"), cleaned.get("ends")
        if starts and ends and ends <= starts:
            self.add_error("ends", _("Se încheie înainte să înceapă: verificați orele."))
        return cleaned

    @property
    def plan(self) -> SittingPlan:
        """The sitting in the time of the country."""
        day, starts, ends = (self.cleaned_data[name] for name in ("day", "starts", "ends"))
        return SittingPlan(
            timezone.make_aware(datetime.combine(day, starts)),
            timezone.make_aware(datetime.combine(day, ends)),
            self.cleaned_data["place"],
            self.cleaned_data["public_id"],
        )


class _Sittings(forms.BaseFormSet):
    @property
    def plans(self) -> list[SittingPlan]:
        """The rows that were filled in and not struck out."""
        return [
            form.plan
            for form in self.forms
            if form.cleaned_data.get("day") and not form.cleaned_data.get("DELETE")
        ]

    def clean(self) -> None:
        if any(self.errors):
            return
        plans = sorted(self.plans, key=lambda one: one.starts_at)
        if not plans:
            raise forms.ValidationError(_("Scrieți cel puțin o întâlnire: data și orele."))
        if any(one.ends_at > after.starts_at for one, after in pairwise(plans)):
            raise forms.ValidationError(
                _("Două întâlniri se suprapun. Verificați datele și orele.")
            )


SittingFormSet = forms.formset_factory(
    SittingForm,
    formset=_Sittings,
    extra=EMPTY_SITTINGS,
    max_num=MOST_SITTINGS,
    absolute_max=MOST_SITTINGS,
    can_delete=True,
)


def sittings_of(event: TrainingEvent) -> list[dict[str, object]]:
    """The rows of an event as the form shows them."""
    rows = []
    for sitting in event.sittings.all():
        starts, ends = timezone.localtime(sitting.starts_at), timezone.localtime(sitting.ends_at)
        rows.append(
            {
                "day": f"{starts:%d.%m.%Y}", "starts": f"{starts:%H:%M}", "ends": f"{ends:%H:%M}",
                "place": sitting.place, "public_id": sitting.public_id,
            }
        )  # fmt: skip
    return rows


def _check_year(day: date) -> None:
    latest = timezone.localdate() + LATEST
    if not EARLIEST <= day <= latest:
        raise forms.ValidationError(
            _("Verificați anul: între %(first)s și %(last)s.")
            % {"first": EARLIEST.year, "last": latest.year}
        )


def _trainers(by: User, event: TrainingEvent) -> QuerySet[User]:
    """Trainers of the own organisation, for the secretariat all of them; and those that the event
    has already."""
    wanted = Q(is_active=True, groups__name=Role.TRAINER.value)
    if not by.has_perm(SEE_ALL):
        wanted &= Q(organisation=by.organisation_id, organisation__isnull=False)
    if event.pk:
        wanted |= Q(training_events=event)
    return User.objects.filter(wanted).distinct()
