"""The three optional questions beside a download."""

from django import forms
from django.utils.translation import gettext_lazy as _

from lms.organisations.models import County, School


class DownloadQuestionsForm(forms.Form):
    """County, school, planned pupils: each may stay empty."""

    county = forms.ModelChoiceField(
        County.objects.all(),
        required=False,
        label=_("În ce județ predați"),
        widget=forms.Select(attrs={"class": "input"}),
    )
    school_code = forms.CharField(
        max_length=20,
        required=False,
        label=_("Codul SIIIR al școlii"),
        widget=forms.TextInput(attrs={"class": "input input--medium"}),
    )
    planned_pupils = forms.IntegerField(
        min_value=1,
        max_value=2000,
        required=False,
        label=_("Cu câți elevi veți lucra"),
        widget=forms.NumberInput(attrs={"class": "input input--short", "inputmode": "numeric"}),
    )

    def clean_school_code(self) -> School | None:
        code = self.cleaned_data["school_code"].strip()
        school = School.objects.filter(siiir=code).first() if code else None
        if code and school is None:
            raise forms.ValidationError(
                _("Nu găsim acest cod. Verificați-l sau lăsați câmpul gol.")
            )
        return school

    def clean(self) -> dict[str, object]:
        cleaned = super().clean()
        cleaned["school"] = cleaned.pop("school_code", None)
        return cleaned
