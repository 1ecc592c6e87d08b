"""Asking for a training: a public form and its receipt."""

from uuid import uuid4

from allauth.account.adapter import get_adapter
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods, require_safe

from lms.core import limits
from lms.training.consents import ASKING
from lms.training.forms.requests import AskForm
from lms.training.selectors import programme_to_hold
from lms.training.services import ask_for_training

# A county's school inspectorate asks for many schools in an afternoon; a machine asks for more.
MOST_REQUESTS, PER_SECONDS = 20, 3600


# Not `no-store`: Back must bring the same form with the same id.
@cache_control(private=True, max_age=0)
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    """The form; a POST answers with the receipt or with what is to be mended."""
    chosen = programme_to_hold(request.GET.get("program", ""))
    form = AskForm(request.POST or None, initial={"programme": chosen} if chosen else None)
    if request.method == "POST" and form.is_valid():
        source = get_adapter().get_client_ip(request)
        if limits.may("training-request", source, most=MOST_REQUESTS, seconds=PER_SECONDS):
            ask_for_training(
                client_id=form.cleaned_data["client_id"] or uuid4(),
                language=get_language() or "ro",
                **form.said,
            )
            return redirect("training:asked")
        form.add_error(
            None,
            _("Din rețeaua dumneavoastră au venit multe cereri. Încercați din nou peste o oră."),
        )
    context = {"form": form, "purpose": ASKING, "chosen": chosen}
    return render(request, "training/requests/ask.html", context)


@require_safe
def asked(request: HttpRequest) -> HttpResponse:
    """What happens next. It names nobody, so it can be opened by anyone."""
    return render(request, "training/requests/asked.html")
