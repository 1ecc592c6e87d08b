"""A class that was held from an offline pack: its code opens the form of a class session."""

from urllib.parse import urlencode

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from lessons.selectors import BadClassCode, OfflineClass, offline_class
from lms.classrooms.enums import Channel
from lms.classrooms.models import ClassSession
from lms.classrooms.offline_codes import is_registered
from lms.classrooms.services import registered_before
from lms.classrooms.views.access import registrar
from lms.classrooms.views.register import receipt_address
from lms.classrooms.views.start import ALREADY
from lms.core.forms import InputClassesMixin
from lms.people.models import User


class CodeForm(InputClassesMixin, forms.Form):
    """The code as it was written down."""

    cod = forms.CharField(
        label=gettext_lazy("Codul orei"),
        help_text=gettext_lazy(
            "Cinci grupe de câte patru litere, de pe ultima pagină a pachetului."
        ),
        max_length=60,
        error_messages={
            "required": gettext_lazy("Scrieți codul de pe ultima pagină a pachetului.")
        },
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
    )

    def clean_cod(self) -> OfflineClass:
        """The class of the code. Which letter is wrong cannot be told, only that one is."""
        try:
            return offline_class(self.cleaned_data["cod"])
        except BadClassCode:
            raise forms.ValidationError(
                _(
                    "Codul nu se potrivește cu niciun pachet. Comparați literele, grupă cu grupă: "
                    "ajunge una scrisă altfel. Nu s-a înregistrat nimic."
                )
            ) from None


@require_http_methods(["GET", "HEAD", "POST"])
def offline(request: HttpRequest) -> HttpResponse:
    """Type the code; a good one leads to the form that is filled in, or to the receipt."""
    if request.method != "POST":
        return _page(request, CodeForm(initial={"cod": request.GET.get("cod", "")[:60]}))
    form = CodeForm(request.POST)
    if not form.is_valid():
        return _page(request, form)
    held: OfflineClass = form.cleaned_data["cod"]
    if not is_registered(held):
        return redirect(f"{reverse('classrooms:register')}?{urlencode({'cod': held.code})}")
    if (author := registrar(request)) and (own := _own(held, author)):
        return redirect(receipt_address(own, author, era="deja"))
    # A code is not a receipt: it stood on a screen that others saw.
    form.add_error("cod", ALREADY)
    return _page(request, form)


def _own(held: OfflineClass, author: User) -> ClassSession | None:
    """The session of this code, if this account registered it."""
    try:
        return registered_before(client_id=held.public_id, channel=Channel.ACCOUNT, author=author)
    except PermissionDenied:
        return None


def _page(request: HttpRequest, form: CodeForm) -> HttpResponse:
    return render(request, "classrooms/offline.html", {"form": form})
