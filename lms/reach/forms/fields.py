"""Fields of figures."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from lms.organisations.models import FundingProject

# What separates thousands for some and a fraction for others: asked, never guessed.
_MARKS = re.compile(r"[.,']")
_SPACES = re.compile(r"\s")


class WholeNumberField(forms.IntegerField):
    """A whole number. Spaces between its digits are read over; a dot or a comma is asked about."""

    widget = forms.TextInput

    def __init__(self, *, most: int, **kwargs: object) -> None:
        super().__init__(min_value=0, max_value=most, **kwargs)  # type: ignore[arg-type]
        self.widget.attrs.update(inputmode="numeric", autocomplete="off", maxlength="14")
        self.widget.attrs["class"] = "input input--short"
        self.error_messages |= {
            "required": _("Scrieți cifra. Dacă nu a fost nimeni, scrieți 0."),
            "invalid": _("Scrieți un număr întreg, numai cu cifre."),
        }

    def to_python(self, value: object) -> int | None:
        text = _SPACES.sub("", str(value or ""))
        if _MARKS.search(text) and text.strip(".,'").replace(".", "").replace(",", "").isdigit():
            digits = re.sub(r"\D", "", text)
            raise ValidationError(
                _("„%(text)s” se poate citi în două feluri. Scrieți numai cifrele, ca %(digits)s."),
                code="ambiguous",
                params={"text": str(value), "digits": digits},
            )
        if text and not (text.isascii() and text.isdigit()):
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return super().to_python(text)


class ProjectField(forms.ModelChoiceField):
    """The funded project that a figure belongs to, if to any."""

    def __init__(self) -> None:
        super().__init__(
            FundingProject.objects.none(),
            label=_("Proiectul finanțat"),
            required=False,
            empty_label=_("Niciunul"),
            error_messages={"invalid_choice": _("Alegeți un proiect din listă.")},
        )


class ReasonField(forms.CharField):
    """Why something was decided: it stays in the history."""

    def __init__(self, *, longest: int = 300, **kwargs: object) -> None:
        super().__init__(
            label=_("Motivul"),
            max_length=longest,
            help_text=_("Pe scurt. Rămâne în istoric; fără nume de persoane."),
            error_messages={"required": _("Scrieți pe scurt motivul.")},
            widget=forms.Textarea(attrs={"rows": 2}),
            **kwargs,  # type: ignore[arg-type]
        )
