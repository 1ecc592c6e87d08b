"""The secretariat's page to let somebody set up the second factor anew."""

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from lms.people.models import User
from lms.people.services import may_reset_second_factor, reset_second_factor


@require_http_methods(["GET", "HEAD", "POST"])
def ask_second_factor_anew(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, then remove the second factor that a person lost."""
    person = get_object_or_404(User, pk=pk)
    if not may_reset_second_factor(user=person, by=request.user):
        raise PermissionDenied
    return _confirmed(request, person)


# Whoever finds a desk left alone must not open somebody else's account from it.
@reauthentication_required
def _confirmed(request: HttpRequest, person: User) -> HttpResponse:
    if request.method == "POST":
        reset_second_factor(user=person, by=request.user)
        messages.success(request, _("Al doilea pas a fost șters. Persoana a primit un e-mail."))
        return redirect("wagtailusers_users:edit", person.pk)
    return render(request, "people/admin/second_factor_anew.html", {"person": person})
