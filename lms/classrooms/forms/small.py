"""Forms of one or two rows."""

from django import forms
from django.utils.translation import gettext_lazy as _

from lms.core.forms import InputClassesMixin
from lms.core.mailboxes import check_mailbox


class EmailForm(InputClassesMixin, forms.Form):
    """An address to write to; it is not kept."""

    email = forms.EmailField(
        label=_("Adresa de e-mail"),
        error_messages={
            "required": _("Scrieți adresa de e-mail."),
            "invalid": _("Verificați adresa, de exemplu nume@scoala.ro."),
        },
        validators=[check_mailbox],
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )


class ReasonForm(InputClassesMixin, forms.Form):
    """Why something is withdrawn or returned."""

    reason = forms.CharField(
        label=_("Motivul"),
        max_length=300,
        help_text=_("Pe scurt, de exemplu „înregistrată de două ori”. Fără nume de persoane."),
        error_messages={"required": _("Scrieți pe scurt motivul.")},
    )


class PrintedNameForm(InputClassesMixin, forms.Form):
    """The name to print on a certificate; it is not kept."""

    name = forms.CharField(
        label=_("Numele de pe adeverință"),
        max_length=80,
        help_text=_("Îl punem doar pe document. Nu se păstrează."),
        error_messages={"required": _("Scrieți numele care să apară pe adeverință.")},
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
