"""What the secretariat types about a period."""

from datetime import timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lms.core.forms import InputClassesMixin
from lms.reach.forms.fields import ReasonField
from lms.reach.services.periods import LONGEST_REASON


class DeadlineForm(InputClassesMixin, forms.Form):
    """Until when organisations hand in; empty takes the deadline away."""

    deadline = forms.DateField(
        label=_("Termenul organizațiilor"),
        required=False,
        input_formats=["%d.%m.%Y", "%Y-%m-%d"],
        help_text=_(
            "De exemplu 31.01.2027. Organizațiile primesc mementouri cu 14 și cu 3 zile înainte "
            "și a doua zi după termen."
        ),
        error_messages={"invalid": _("Scrieți data ca 31.01.2027.")},
        widget=forms.DateInput(
            attrs={"class": "input input--medium", "autocomplete": "off"}, format="%d.%m.%Y"
        ),
    )

    def clean_deadline(self):
        day = self.cleaned_data["deadline"]
        today = timezone.localdate()
        if day and not today <= day <= today + timedelta(days=800):
            raise ValidationError(_("Alegeți un termen din viitor, cel mult peste doi ani."))
        return day


class StepReasonForm(InputClassesMixin, forms.Form):
    """Why a period is reopened, or why there is a new version."""

    reason = ReasonField(longest=LONGEST_REASON)
