"""allauth's forms of sign-in, password and e-mail, in our words."""

from allauth.account import forms as account
from django.contrib.auth.hashers import make_password
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from lms.people.forms.words import PASSWORD_HINT, OurWords
from lms.people.models import User
from lms.people.services import confirm_email

# A new password is asked for once: whoever mistypes it gets another by e-mail.
_AGAIN = ("password2",)


class LoginForm(OurWords, account.LoginForm):
    """E-mail and password."""

    labels = {"login": _("Adresa de e-mail"), "password": _("Parola")}


class SignupForm(OurWords, account.SignupForm):
    """E-mail and password, and what `TeacherSignupForm` adds."""

    labels = {"email": _("Adresa de e-mail"), "password1": _("Parola")}
    hints = {
        "email": _("O adresă pe care o verificați des. Vă trimitem acolo un link de confirmare."),
        "password1": PASSWORD_HINT,
    }

    def try_save(self, request: HttpRequest) -> tuple[User | None, HttpResponse | None]:
        """Make the account whole or not at all. An address that has one, also one that somebody
        took a moment ago, gets the same answer after the same time."""
        if self.account_already_exists:
            # A new account costs a hash: without one the clock would tell who has an account.
            make_password(self.cleaned_data["password1"])
            return super().try_save(request)
        try:
            with transaction.atomic():
                return super().try_save(request)
        except IntegrityError:
            if not User.objects.filter(email__iexact=self.cleaned_data["email"]).exists():
                raise
            self.account_already_exists = True
            return super().try_save(request)


class ChangePasswordForm(OurWords, account.ChangePasswordForm):
    """The present password and the new one."""

    labels = {"oldpassword": _("Parola actuală"), "password1": _("Parola nouă")}
    dropped = _AGAIN
    hints = {"password1": PASSWORD_HINT}


class SetPasswordForm(OurWords, account.SetPasswordForm):
    """A first password for an account that has none."""

    labels = {"password1": _("Parola")}
    dropped = _AGAIN
    hints = {"password1": PASSWORD_HINT}


class ResetPasswordForm(OurWords, account.ResetPasswordForm):
    """The address to send the link to."""

    labels = {"email": _("Adresa de e-mail")}


class ResetPasswordKeyForm(OurWords, account.ResetPasswordKeyForm):
    """A new password by the link of a letter: a reset or an invitation."""

    labels = {"password1": _("Parola nouă")}
    dropped = _AGAIN
    hints = {"password1": PASSWORD_HINT}

    def save(self) -> None:
        """Set the password. Whoever holds the link reads the mailbox, so it counts as confirmed."""
        super().save()
        confirm_email(user=self.user)


class AddEmailForm(OurWords, account.AddEmailForm):
    """Another address for the account."""

    labels = {"email": _("Adresa nouă de e-mail")}
    hints = {"email": _("Vă trimitem acolo un e-mail cu un link de confirmare.")}


class ReauthenticateForm(OurWords, account.ReauthenticateForm):
    """The password once more, before something that matters."""

    labels = {"password": _("Parola")}
