"""No session gets anywhere without the second factor that its user has or must have, and nobody
without access to the admin gets into it.

allauth asks for it at sign-in. This stands behind allauth, on every address and every method, so
that no other way in (a form of Wagtail's, a view of a package to come) can leave it out.
"""

from collections.abc import Callable

from allauth.account.authentication import get_authentication_records
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from lms.people.second_factor import SET_UP_KEY, second_factor_since


class RequireSecondFactorMiddleware:
    """End a session that left the second factor out; send whoever has none yet to set one up."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        # Anonymous readers have no session: they cost nothing here.
        if settings.SESSION_COOKIE_NAME not in request.COOKIES:
            return self.get_response(request)
        if not request.user.is_authenticated:
            return self.get_response(request)
        since = second_factor_since(request.user)
        if since is not None:
            if _given_since(request, since):
                return self.get_response(request)
            logout(request)
            return redirect("account_login")
        if self._must_set_up(request):
            messages.info(
                request,
                _(
                    "Contul dumneavoastră are nevoie de un al doilea pas la intrare. "
                    "Alegeți unul mai jos, apoi continuați."
                ),
            )
            return redirect("mfa_index")
        return self.get_response(request)

    def _must_set_up(self, request: HttpRequest) -> bool:
        user = request.user
        if not settings.SECOND_FACTOR_REQUIRED or not user.is_authenticated:
            return False
        if not user.needs_second_factor:
            return False
        # The account's own pages, where the second factor is set up, and the way out.
        own_pages = (reverse("people:home"), reverse("quick_exit"))
        return not request.path.startswith(own_pages)


class AdminForStaffMiddleware:
    """Tell who is signed in without access to the admin so, with our page: Wagtail would send
    them to sign in, and sign-in back to the admin, without end."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path.startswith(reverse("wagtailadmin_home")):
            user = request.user
            if user.is_authenticated and not user.has_perm("wagtailadmin.access_admin"):
                raise PermissionDenied
        return self.get_response(request)


def _given_since(request: HttpRequest, since: float) -> bool:
    """Whether this session showed the second factor that the user has now: one that was lost and
    set up anew must not leave the sessions of the lost one open."""
    records = get_authentication_records(request, request.user)
    given = [record["at"] for record in records if record.get("method") == "mfa"]
    return max([*given, request.session.get(SET_UP_KEY, 0)], default=0) >= since
