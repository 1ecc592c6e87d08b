"""The file of an import."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from lms.classrooms.importing.reading import MOST_BYTES, UnreadableFile, read_rows
from lms.core.forms import InputClassesMixin


class UploadForm(InputClassesMixin, forms.Form):
    """A CSV or XLSX file; what it is gets told by its content. `rows` once it is valid."""

    file = forms.FileField(
        label=_("Fișierul"),
        help_text=_("CSV sau Excel (XLSX), cel mult 2 MB."),
        error_messages={
            "required": _("Alegeți fișierul de pe calculator."),
            "empty": _("Fișierul este gol."),
        },
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx"}),
    )

    def clean_file(self) -> object:
        """Read it, so that what cannot be read is said at the field."""
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise ValidationError(_("Fișierul este prea mare: cel mult 2 MB."))
        try:
            self.rows = read_rows(file.read())
        except UnreadableFile as problem:
            raise ValidationError(str(problem)) from problem
        return file
