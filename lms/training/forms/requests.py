"""The form on which a school or an institution asks for a training, and those of its queue."""

import uuid

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from lms.core.audiences import Audience
from lms.core.forms import InputClassesMixin, RowChoiceField
from lms.core.mailboxes import check_mailbox
from lms.organisations.models import MemberOrganisation
from lms.training.enums import EventMode
from lms.training.models import TrainingRequest
from lms.training.models.events import MOST_SEATS
from lms.training.selectors.programmes import programme_titles, programmes_to_hold

# A sum of two audiences is a figure of old reports, not somebody to be trained.
ASKABLE = [choice for choice in Audience.choices if choice[0] != Audience.POLICE_NOT_SPLIT]
_TOO_MANY = _("Verificați numărul: cel mult %(limit_value)s de persoane la o formare.")


class AskForm(InputClassesMixin, forms.ModelForm):
    """What an institution asks for and where to answer."""

    client_id = forms.UUIDField(widget=forms.HiddenInput, required=False)
    consent = forms.BooleanField(
        label=_("Am citit și sunt de acord"),
        error_messages={"required": _("Bifați, ca să vă putem răspunde.")},
    )

    class Meta:
        model = TrainingRequest
        fields = (
            "programme", "audience", "people", "institution", "county", "locality", "mode",
            "wanted", "contact_name", "contact_email", "contact_phone", "message",
        )  # fmt: skip
        field_classes = {"programme": RowChoiceField}
        help_texts = {
            "programme": _("Dacă nu știți încă, lăsați gol și alegem împreună."),
            "institution": _("De exemplu „Școala Gimnazială nr. 5” sau „DGASPC Vaslui”."),
            "wanted": _("De exemplu „în martie, după ora 14”."),
            "contact_phone": _("Numai dacă preferați să vă sunăm."),
        }
        error_messages = {
            "audience": {"required": _("Alegeți pentru cine este formarea.")},
            "people": {
                "required": _("Scrieți un număr aproximativ."),
                "invalid": _("Scrieți un număr întreg, fără litere."),
                "max_value": _TOO_MANY,
            },
            "institution": {"required": _("Scrieți numele instituției.")},
            "county": {"required": _("Alegeți județul.")},
            "locality": {"required": _("Scrieți localitatea.")},
            "mode": {"required": _("Alegeți cum s-ar ține.")},
        }

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("client_id", uuid.uuid4())
        self.fields["programme"].queryset = programmes_to_hold()  # type: ignore[attr-defined]
        self.fields["programme"].empty_label = _("Nu știu încă")  # type: ignore[attr-defined]
        titles = programme_titles(get_language() or "ro")
        self.fields["programme"].label_from_instance = (  # type: ignore[attr-defined]
            lambda page: titles[str(page.translation_key)]
        )
        self.fields["county"].empty_label = _("Alegeți județul")  # type: ignore[attr-defined]
        self.fields["audience"].choices = [("", _("Alegeți")), *ASKABLE]  # type: ignore[attr-defined]
        self.fields["mode"].choices = [("", _("Alegeți")), *EventMode.choices]  # type: ignore[attr-defined]
        self.fields["contact_name"].required = True
        self.fields["contact_email"].required = True
        self.fields["contact_email"].validators.append(check_mailbox)
        self.fields["contact_email"].error_messages["required"] = _(
            "Scrieți adresa la care vă răspundem."
        )
        self.fields["contact_name"].error_messages["required"] = _(
            "Scrieți cum vă numiți, ca să știm cui răspundem."
        )
        self.fields["people"].widget = forms.TextInput(
            attrs={"inputmode": "numeric", "maxlength": 5, "class": "input input--short"}
        )
        self.fields["people"].max_value = MOST_SEATS  # type: ignore[attr-defined]
        self.fields["contact_email"].widget.attrs["autocomplete"] = "email"
        self.fields["contact_name"].widget.attrs["autocomplete"] = "name"
        self.fields["contact_phone"].widget.attrs["autocomplete"] = "tel"
        self.fields["message"].widget.attrs["rows"] = 4

    @property
    def said(self) -> dict[str, object]:
        """What `ask_for_training` takes."""
        return {name: self.cleaned_data[name] for name in self.Meta.fields}


class TakeForm(InputClassesMixin, forms.Form):
    """For which organisation a request is taken; only the secretariat chooses."""

    organisation = forms.ModelChoiceField(
        MemberOrganisation.objects.all(),
        label=_("Organizația care o preia"),
        empty_label=_("Alegeți organizația"),
        error_messages={"required": _("Alegeți organizația.")},
    )


class ReasonForm(InputClassesMixin, forms.Form):
    """Why."""

    reason = forms.CharField(
        label=_("Motivul"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Scrieți motivul: îl citesc și ceilalți.")},
    )
