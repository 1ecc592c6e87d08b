"""Correcting a certificate."""

from django import forms
from django.utils.translation import gettext_lazy as _

from lms.core.forms import InputClassesMixin


class ReissueForm(InputClassesMixin, forms.Form):
    """The right name, and why the first one is replaced."""

    name = forms.CharField(
        label=_("Numele corect"),
        max_length=120,
        error_messages={"required": _("Scrieți numele așa cum trebuie să apară.")},
    )
    reason = forms.CharField(
        label=_("Motivul"),
        max_length=300,
        error_messages={"required": _("Scrieți ce era greșit.")},
    )
