"""What every form of ours shares."""

from django import forms

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
