"""The secretariat's forms about schools."""

from django import forms
from django.utils.translation import gettext_lazy as _

from lms.organisations.models import School, SchoolRequest
from lms.organisations.services import save_school


class SchoolForm(forms.ModelForm):
    """A school of the register. Its code never changes: every record is joined by it."""

    required_css_class = "required"

    locality_name = forms.CharField(label=_("Localitatea"), max_length=80)

    class Meta:
        model = School
        fields = ("siiir", "name", "county", "medium", "level", "closed_on")
        labels = {"county": _("Județul")}
        widgets = {"closed_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")}
        help_texts = {
            "siiir": _("Cum este în SIIIR, cu zerourile de la început."),
            "closed_on": _("Completați doar pentru o școală care nu mai există."),
        }

    field_order = ("siiir", "name", "county", "locality_name", "medium", "level", "closed_on")

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields["locality_name"].initial = self.instance.locality.name
            self.fields["siiir"].disabled = True

    def save_school(self) -> School:
        """Add or change the school."""
        fields = ("siiir", "name", "county", "locality_name", "medium", "level", "closed_on")
        return save_school(**{name: self.cleaned_data[name] for name in fields})


class ChooseSchoolForm(forms.Form):
    """One school among those that were found."""

    school = forms.ModelChoiceField(
        School.objects.open(),
        error_messages={
            "required": _("Alegeți o școală din listă."),
            "invalid_choice": _("Alegeți o școală din listă."),
        },
    )


def new_school_form(request: SchoolRequest, data: object = None) -> SchoolForm:
    """A form for a school that the register lacks, filled with what the teacher wrote."""
    return SchoolForm(
        data,
        initial={
            "name": request.name,
            "county": request.county,
            "locality_name": request.locality_name,
        },
    )
