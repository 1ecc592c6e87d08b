"""Forms about people: enrolling, adding one to the list, checking in, counting the others."""

import uuid
from collections.abc import Mapping

from django import forms
from django.utils.translation import gettext_lazy as _

from lms.core.audiences import Audience
from lms.core.forms import InputClassesMixin
from lms.core.mailboxes import check_mailbox
from lms.organisations.models import County
from lms.training.enums import AdultAge, Gender
from lms.training.forms.requests import ASKABLE
from lms.training.models import TrainingEvent
from lms.training.models.events import MOST_SEATS

_OTHERS = _("Alte grupuri")
_WHO = _("Formarea este pentru")


class PersonForm(InputClassesMixin, forms.Form):
    """What every form about a participant asks."""

    client_id = forms.UUIDField(widget=forms.HiddenInput, required=False)
    name = forms.CharField(
        label=_("Numele și prenumele"),
        max_length=120,
        help_text=_("Așa cum vor apărea pe adeverință."),
        error_messages={"required": _("Scrieți numele, ca să îl punem pe adeverință.")},
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label=_("Adresa de e-mail"),
        validators=[check_mailbox],
        error_messages={
            "required": _("Scrieți adresa la care vă trimitem confirmarea."),
            "invalid": _("Verificați adresa, de exemplu nume@scoala.ro."),
        },
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    audience = forms.ChoiceField(
        label=_("Din ce grup faceți parte"), error_messages={"required": _("Alegeți grupul.")}
    )
    institution = forms.CharField(
        label=_("Instituția"),
        max_length=160,
        error_messages={"required": _("Scrieți unde lucrați.")},
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    county = forms.ModelChoiceField(
        County.objects.all(),
        label=_("Județul"),
        empty_label=_("Alegeți județul"),
        error_messages={"required": _("Alegeți județul.")},
    )

    def __init__(self, *args: object, event: TrainingEvent, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("client_id", uuid.uuid4())
        invited = [choice for choice in ASKABLE if choice[0] in event.audiences]
        others = [choice for choice in ASKABLE if choice[0] not in event.audiences]
        self.fields["audience"].choices = [  # type: ignore[attr-defined]
            ("", _("Alegeți")), (_WHO, invited), (_OTHERS, others),
        ]  # fmt: skip

    @property
    def said(self) -> dict[str, object]:
        """The fields of Participant, without the address."""
        names = ("name", "audience", "institution", "county")
        return {name: self.cleaned_data[name] for name in names}


class EnrolForm(PersonForm):
    """Enrolment from the public page."""

    age = forms.ChoiceField(
        label=_("Vârsta"), choices=[("", _("Nu spun")), *AdultAge.choices], required=False
    )
    gender = forms.ChoiceField(
        label=_("Genul"), choices=[("", _("Nu spun")), *Gender.choices], required=False
    )
    funder_consent = forms.BooleanField(label=_("Sunt de acord"), required=False)
    consent = forms.BooleanField(
        label=_("Am citit și sunt de acord"),
        error_messages={"required": _("Bifați, ca să vă putem înscrie.")},
    )

    def clean(self) -> dict[str, object]:
        cleaned = super().clean() or self.cleaned_data
        if (cleaned.get("age") or cleaned.get("gender")) and not cleaned.get("funder_consent"):
            self.add_error(
                "funder_consent",
                _("Bifați dacă sunteți de acord sau alegeți „Nu spun” la vârstă și gen."),
            )
        return cleaned

    @property
    def said(self) -> dict[str, object]:
        names = ("age", "gender", "funder_consent")
        return super().said | {name: self.cleaned_data[name] for name in names}


class AddForm(PersonForm):
    """The trainer puts somebody onto the list who had not enrolled."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        fields = self.fields
        fields["email"].required = fields["county"].required = False
        fields["email"].help_text = _("Dacă o știți: fără ea, adeverința se dă pe hârtie.")
        fields["institution"].required = False
        fields["audience"].label = _("Grupul")


class CheckInForm(InputClassesMixin, forms.Form):
    """By which address somebody enrolled."""

    client_id = forms.UUIDField(widget=forms.HiddenInput, required=False)
    email = forms.EmailField(
        label=_("Adresa cu care v-ați înscris"),
        validators=[check_mailbox],
        error_messages={
            "required": _("Scrieți adresa cu care v-ați înscris."),
            "invalid": _("Verificați adresa, de exemplu nume@scoala.ro."),
        },
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("client_id", uuid.uuid4())


class WalkInForm(PersonForm):
    """Somebody who came without enrolling checks in."""

    consent = forms.BooleanField(
        label=_("Am citit și sunt de acord"),
        error_messages={"required": _("Bifați, ca să vă putem trece pe listă.")},
    )


class HeadCountForm(InputClassesMixin, forms.Form):
    """How many of each audience were there beside the list; an empty field is none. What the
    trainer had before their eyes comes back with the form."""

    def __init__(
        self, *args: object, event: TrainingEvent, known: Mapping[Audience, int], **kwargs: object
    ) -> None:
        super().__init__(*args, **kwargs)
        for code, label in ASKABLE:
            self.fields[code] = forms.IntegerField(
                label=label,
                required=False,
                min_value=0,
                max_value=MOST_SEATS,
                initial=known.get(Audience(code)),
                widget=forms.TextInput(
                    attrs={"inputmode": "numeric", "maxlength": 4, "class": "input input--short"}
                ),
                error_messages={
                    "invalid": _("Scrieți un număr întreg, fără litere."),
                    "max_value": _("Verificați numărul: este prea mare pentru o formare."),
                },
            )
            self.fields[_seen(code)] = forms.IntegerField(
                required=False, min_value=0, initial=known.get(Audience(code), 0),
                widget=forms.HiddenInput,
            )  # fmt: skip
        self.invited = [self[code] for code, _label in ASKABLE if code in event.audiences]
        self.others = [self[code] for code, _label in ASKABLE if code not in event.audiences]

    @property
    def people(self) -> dict[Audience, int]:
        """What `count_heads` takes."""
        return {Audience(code): self.cleaned_data[code] or 0 for code, _label in ASKABLE}

    @property
    def seen(self) -> dict[Audience, int]:
        """What stood in the fields when the form was opened."""
        return {Audience(code): self.cleaned_data[_seen(code)] or 0 for code, _label in ASKABLE}

    def say_what_was_counted(self, now: Mapping[Audience, int]) -> None:
        """Another trainer counted meanwhile: say their number at each field, keep what was typed,
        and take the next sending as said with both numbers seen."""
        data = self.data.copy()
        for audience, people in now.items():
            data[self.add_prefix(_seen(audience))] = str(people)
            words = _("Alt formator a scris între timp %(n)s. Verificați și salvați din nou.")
            self.add_error(audience, words % {"n": people})
        self.data = data


def _seen(audience: str) -> str:
    return f"vazut_{audience}"
