"""Editors' forms about activities."""

import uuid

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from lms.core.enums import ContentLanguage
from lms.people.models import User
from media.models import Activity
from media.problems import sentences
from media.services import (
    Judged,
    PackageRefused,
    add_activity,
    change_activity,
    judge,
    replace_file,
)


class PackageField(forms.FileField):
    """A package that is judged as a whole; every problem is an error of its own."""

    widget = forms.FileInput(attrs={"accept": ".h5p"})

    def clean(self, data: object, initial: object = None) -> Judged | None:
        """The package with its verdict. Raises ValidationError with all that is wrong."""
        file = super().clean(data, initial)
        if not file:
            return None
        try:
            return judge(file)
        except PackageRefused as refused:
            raise ValidationError(sentences(refused.problems)) from refused


class ActivityForm(forms.ModelForm):
    """What is said about an activity, and another file for it."""

    required_css_class = "required"

    package = PackageField(
        label=_("Alt fișier H5P"),
        required=False,
        help_text=_(
            "Înlocuiește fișierul fără să schimbe legăturile și rezultatele. Gol: rămâne cel de "
            "acum."
        ),
    )

    class Meta:
        model = Activity
        fields = ("title", "language", "alternative_text", "twin")
        widgets = {"twin": forms.Textarea(attrs={"rows": 8})}

    field_order = ("package", "title", "language", "alternative_text", "twin")

    def sentences(self) -> list[str]:
        """Every error as a sentence that names its field; a package's names its place itself."""
        said = [*self.non_field_errors()]
        for name, errors in self.errors.items():
            if name == "package":
                said += errors
            elif name in self.fields:
                said += [f"{self[name].label}: {error}" for error in errors]
        return said

    def save_activity(self, user: User) -> Activity:
        """Change the activity."""
        given = self.cleaned_data
        package = given["package"]
        activity = change_activity(
            activity=self.instance,
            title=given["title"],
            language=given["language"],
            alternative_text=given["alternative_text"],
            twin=given["twin"],
        )
        if package:
            replace_file(activity=activity, package=package, user=user)
            activity.refresh_from_db()
        return activity


class NewActivityForm(ActivityForm):
    """An activity and its first file."""

    # Made with the form: sending it twice adds one activity.
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    package = PackageField(
        label=_("Fișierul H5P"),
        help_text=_("Cel mult 100 MB, exportat din Lumi, Moodle sau h5p.org."),
        error_messages={"required": _("Alegeți un fișier .h5p.")},
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["title"].required = False
        self.fields["title"].help_text = _("Gol: titlul din fișier.")
        self.fields["language"].initial = ContentLanguage.ROMANIAN

    def save_activity(self, user: User) -> Activity:
        """Add the activity."""
        given = self.cleaned_data
        return add_activity(
            key=given["key"],
            package=given["package"],
            title=given["title"],
            language=given["language"],
            alternative_text=given["alternative_text"],
            twin=given["twin"],
            user=user,
        )


class InstallForm(forms.Form):
    """A package whose libraries are to be installed."""

    package = forms.FileField(
        label=_("Pachetul H5P"),
        help_text=_("Se iau numai bibliotecile, nu și conținutul. Pot rula de îndată."),
        error_messages={"required": _("Alegeți un fișier .h5p.")},
        widget=forms.FileInput(attrs={"accept": ".h5p"}),
    )
