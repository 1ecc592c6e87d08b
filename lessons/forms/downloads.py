"""The three optional questions beside a download."""

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext_lazy as _

from lms.organisations.models import County, School
from lms.organisations.selectors import find_schools


class DownloadQuestionsForm(forms.Form):
    """County, school, planned pupils: each may stay empty."""

    found: Sequence[School] = ()

    county = forms.ModelChoiceField(
        County.objects.all(),
        required=False,
        label=_("În ce județ predați"),
        widget=forms.Select(attrs={"class": "input"}),
    )
    school_words = forms.CharField(
        max_length=80,
        required=False,
        label=_("La ce școală"),
        help_text=_("Numele, localitatea sau județul, cu sau fără diacritice."),
        widget=forms.TextInput(
            attrs={"class": "input", "autocomplete": "off", "data-school-words": ""}
        ),
    )
    school = forms.ModelChoiceField(School.objects.open(), required=False)
    planned_pupils = forms.IntegerField(
        min_value=1,
        max_value=2000,
        required=False,
        label=_("Cu câți elevi veți lucra"),
        widget=forms.NumberInput(attrs={"class": "input input--short", "inputmode": "numeric"}),
    )

    def clean(self) -> dict[str, object]:
        cleaned = super().clean() or self.cleaned_data
        words = cleaned.pop("school_words", "")
        if words and not cleaned.get("school"):
            cleaned["school"] = self._found_school(words, cleaned.get("county"))
        return cleaned

    def _found_school(self, words: str, county: County | None) -> School | None:
        """The one school that the words mean; of several, `found` are offered to choose from."""
        self.found = find_schools(words, county=county)
        if len(self.found) == 1:
            return self.found[0]
        if self.found:
            self.add_error("school_words", _("Alegeți școala din lista de mai jos."))
        else:
            self.add_error(
                "school_words",
                _("Nu găsim școala. Încercați doar localitatea sau lăsați câmpul gol."),
            )
        return None
