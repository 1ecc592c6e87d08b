"""Editors, secretariat and administrators reach nothing but their own account without a second
factor. allauth asks for a factor that exists; this asks for one where there is none yet."""

from collections.abc import Callable

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _


class RequireSecondFactorMiddleware:
    """Send whoever must have a second factor and has none to the page where it is set up."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if self._must_set_up(request):
            messages.info(
                request,
                _("Contul dumneavoastră are nevoie de un al doilea pas la intrare. "
                  "Alegeți unul mai jos, apoi continuați."),
            )
            return redirect("mfa_index")
        return self.get_response(request)

    def _must_set_up(self, request: HttpRequest) -> bool:
        if not settings.SECOND_FACTOR_REQUIRED or settings.SESSION_COOKIE_NAME not in request.COOKIES:
            return False
        if request.path.startswith((reverse("account_login").rsplit("login/", 1)[0], "/static/")):
            return False
        user = request.user
        return user.is_authenticated and user.needs_second_factor and not is_mfa_enabled(user)
