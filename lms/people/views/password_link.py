"""The link of a letter with which somebody sets a password: an invitation or a reset."""

from allauth.account import views as account
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect


class PasswordLinkView(account.PasswordResetFromKeyView):
    """allauth's page, which would let the owner of a closed account choose a password in vain.
    Only a good link says that the account is closed."""

    def get(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        """The form, while the account is open."""
        if not self.reset_user.is_active:
            return redirect("account_inactive")
        return super().get(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        """The new password, while the account is open."""
        if not self.reset_user.is_active:
            return redirect("account_inactive")
        return super().post(request, *args, **kwargs)


password_link = PasswordLinkView.as_view()
