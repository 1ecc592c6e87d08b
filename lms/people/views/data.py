"""A person's own data: a copy of it, and its end."""

from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lms.people.forms.profile import EraseForm
from lms.people.personal_data import export_of
from lms.people.services import erase_account


@require_safe
@never_cache
@login_required
def my_data(request: HttpRequest) -> HttpResponse:
    """What the site keeps about the person, and what can be done about it."""
    return render(request, "people/my_data.html", {"form": EraseForm()})


@require_POST
@never_cache
@login_required
def export_data(request: HttpRequest) -> HttpResponse:
    """Everything held about the person, as a JSON file."""
    response = JsonResponse(
        export_of(request.user), json_dumps_params={"ensure_ascii": False, "indent": 2}
    )
    response["Content-Disposition"] = 'attachment; filename="datele-mele-protect.json"'
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def erase(request: HttpRequest) -> HttpResponse:
    """Ask once, then delete the person; what was recorded stays without a name."""
    form = EraseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        user = request.user
        try:
            erase_account(user=user)
        except PermissionDenied:
            messages.warning(
                request,
                _("Sunteți ultimul administrator. Numiți mai întâi altul, apoi ștergeți contul."),
            )
            return redirect("people:my_data")
        logout(request)
        return render(request, "people/erased.html")
    return render(request, "people/my_data.html", {"form": form})
