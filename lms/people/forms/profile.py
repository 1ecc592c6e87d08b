"""What a person may change about the own account."""

from django import forms
from django.utils.translation import gettext_lazy as _

from lms.core.forms import InputClassesMixin
from lms.organisations.models import School
from lms.people.models import User


class ProfileForm(InputClassesMixin, forms.Form):
    """Subject or role."""

    subject = forms.ChoiceField(
        label=_("Disciplina sau rolul"),
        choices=[("", _("Nu spun")), *User.Subject.choices],
        required=False,
    )


class SchoolForm(forms.Form):
    """A school of the register."""

    scoala = forms.ModelChoiceField(
        School.objects.open(),
        label=_("Școala"),
        error_messages={
            "required": _("Alegeți o școală din listă."),
            "invalid_choice": _("Alegeți o școală din listă."),
        },
    )


class EraseForm(forms.Form):
    """One confirmation."""

    confirm = forms.BooleanField(
        label=_("Da, ștergeți contul meu."),
        error_messages={"required": _("Bifați confirmarea, apoi apăsați din nou butonul.")},
    )
