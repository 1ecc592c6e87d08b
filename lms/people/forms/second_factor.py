"""allauth's forms of the second factor, in our words."""

from allauth.mfa.base import forms as base
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django.core.exceptions import ValidationError
from django.forms import HiddenInput, JSONField
from django.utils.translation import gettext_lazy as _

from lms.people.forms.words import OurWords

_KEY_NAME = _("Numele cheii")
_KEY_HINT = _("De exemplu: telefonul meu, laptopul de la școală.")


class CredentialField(JSONField):
    """What a browser says of a key. Django lets two kinds of nonsense through as a server's error:
    brackets nested too deep and numbers that are too long."""

    def to_python(self, value: object) -> object:
        try:
            return super().to_python(value)
        except (RecursionError, ValueError) as error:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from error


class AuthenticateForm(OurWords, base.AuthenticateForm):
    """A code of the app, or a recovery code, at sign-in."""

    labels = {"code": _("Codul")}
    hints = {"code": _("Cele șase cifre din aplicație sau unul dintre codurile de rezervă.")}


class ReauthenticateForm(OurWords, base.ReauthenticateForm):
    """The same code once more, before something that matters."""

    labels = {"code": _("Codul")}
    hints = AuthenticateForm.hints


class ActivateTOTPForm(OurWords, totp.ActivateTOTPForm):
    """The first code of the app that was just connected."""

    labels = {"code": _("Codul din aplicație")}
    hints = {"code": _("Șase cifre, care se schimbă la fiecare 30 de secunde.")}


class LoginWebAuthnForm(webauthn.LoginWebAuthnForm):
    """Signing in with a passkey alone."""

    credential = CredentialField(required=True, widget=HiddenInput)


class AddWebAuthnForm(OurWords, webauthn.AddWebAuthnForm):
    """A new passkey or security key."""

    labels = {"name": _KEY_NAME, "passwordless": _("Intru doar cu această cheie, fără parolă")}
    hints = {
        "name": _KEY_HINT,
        "passwordless": _("Cheia cere atunci amprenta, fața sau un cod PIN."),
    }


class EditWebAuthnForm(OurWords, webauthn.EditWebAuthnForm):
    """Another name for a key."""

    labels = {"name": _KEY_NAME}
    hints = {"name": _KEY_HINT}
