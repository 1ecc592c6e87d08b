"""Sign-up of a teacher. allauth makes its sign-up form out of `TeacherSignupForm`, so this module
must not import allauth's forms."""

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from lms.core.forms import InputClassesMixin
from lms.organisations.models import County, School
from lms.people.models import User
from lms.people.services import register_teacher

# More digits than a row's id can have: a database refuses such a number.
LONGEST_ID = 18


class MissingSchoolFields(InputClassesMixin, forms.Form):
    """A school that was not in the list: what the secretariat needs to find it."""

    MISSING = ("missing_name", "missing_locality", "missing_county")

    missing_name = forms.CharField(label=_("Numele școlii"), max_length=200)
    missing_locality = forms.CharField(label=_("Localitatea"), max_length=80)
    missing_county = forms.ModelChoiceField(
        County.objects.all(), label=_("Județul"), empty_label=_("Alegeți județul")
    )

    def missing_school(self) -> dict[str, object]:
        """Return what `choose_school` takes for a school that is not in the register."""
        return {
            "name": self.cleaned_data["missing_name"],
            "locality_name": self.cleaned_data["missing_locality"],
            "county": self.cleaned_data["missing_county"],
        }


class TeacherSignupForm(MissingSchoolFields):
    """What a teacher is asked beyond e-mail and password: school, subject or role, nothing else.

    The school is chosen on the step before and comes in a hidden field; without one the form asks
    for the three rows that let the secretariat find it.
    """

    subject = forms.ChoiceField(
        label=_("Disciplina sau rolul"),
        choices=[("", _("Alegeți din listă")), *User.Subject.choices],
    )
    school = forms.ModelChoiceField(
        School.objects.open(), label=_("Școala"), required=False, widget=forms.HiddenInput
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        if self.chosen_school:
            for name in self.MISSING:
                self.fields[name].required = False

    @property
    def chosen_school(self) -> School | None:
        """The school of the step before, None while there is none or it is not in the list."""
        value = str(self["school"].value())
        is_id = value.isascii() and value.isdigit() and len(value) <= LONGEST_ID
        return School.objects.open().filter(pk=value).first() if is_id else None

    def signup(self, request: HttpRequest, user: User) -> None:
        """Called by allauth once the user is saved."""
        school = self.cleaned_data.get("school")
        register_teacher(
            user=user,
            school=school,
            missing=None if school else self.missing_school(),
            subject=self.cleaned_data["subject"],
        )
