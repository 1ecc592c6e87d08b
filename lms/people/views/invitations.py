"""The secretariat's page to send an invitation once more."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from lms.people.models import User
from lms.people.services import send_invitation


@require_http_methods(["GET", "HEAD", "POST"])
def invite_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, then send the link again to somebody who has set no password yet."""
    if not request.user.has_perm("people.add_user"):
        raise PermissionDenied
    user = get_object_or_404(User, pk=pk, is_active=True)
    if user.has_usable_password():
        raise PermissionDenied
    if request.method == "POST":
        send_invitation(user=user, by=request.user)
        messages.success(request, _("Invitația a fost trimisă din nou."))
        return redirect("wagtailusers_users:index")
    return render(request, "people/admin/invite_again.html", {"person": user})
