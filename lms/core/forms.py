"""What every form of ours shares."""

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model, QuerySet

_PLAIN = (forms.CheckboxInput, forms.RadioSelect, forms.CheckboxSelectMultiple, forms.HiddenInput)


def add_input_class(field: forms.Field) -> None:
    """Give a control that is typed into, or chosen from a list, the look of our inputs."""
    if not isinstance(field.widget, _PLAIN):
        classes = field.widget.attrs.get("class", "").split()
        field.widget.attrs["class"] = " ".join(dict.fromkeys([*classes, "input"]))


class InputClassesMixin:
    """Give every control of a form the look of our inputs."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():  # type: ignore[attr-defined]
            add_input_class(field)


class RowChoiceField(forms.ModelChoiceField):
    """A row by its key. A number that no row can have is no choice: Django compares the key of a
    page, and of a row of a joined list, without asking whether the database can hold it."""

    def to_python(self, value: object) -> Model | None:
        try:
            return super().to_python(value)
        except OverflowError as error:
            raise ValidationError(
                self.error_messages["invalid_choice"],
                code="invalid_choice",
                params={"value": value},
            ) from error


class RowsChoiceField(forms.ModelMultipleChoiceField):
    """Rows by their keys, of which the same holds."""

    def clean(self, value: object) -> QuerySet:
        try:
            return super().clean(value)
        except OverflowError as error:
            raise ValidationError(
                self.error_messages["invalid_choice"],
                code="invalid_choice",
                params={"value": "…"},
            ) from error
