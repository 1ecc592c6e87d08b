"""The form that a table is sent with."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from lms.core.forms import InputClassesMixin
from lms.core.tables.files import MOST_BYTES


class TableFileForm(InputClassesMixin, forms.Form):
    """A CSV or XLSX file; what it is gets told by its content, which is read apart."""

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
        """Refuse what is too big before it is read."""
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise ValidationError(_("Fișierul este prea mare: cel mult 2 MB."))
        return file
