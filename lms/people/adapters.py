"""How allauth behaves and speaks here."""

from urllib.parse import urlsplit

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.models import EmailConfirmation
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lms.people.models import User


class AccountAdapter(DefaultAccountAdapter):
    """Sign-in and accounts, with messages that say what to do next."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": _("Acest cont este închis. Scrieți secretariatului."),
        "cannot_remove_primary_email": _("Adresa principală nu poate fi scoasă."),
        "duplicate_email": _("Adresa este deja a acestui cont."),
        "email_password_mismatch": _(
            "Adresa și parola nu se potrivesc. Verificați-le sau cereți o parolă nouă."
        ),
        "email_taken": _("Există deja un cont cu această adresă."),
        "enter_current_password": _("Scrieți parola actuală."),
        "incorrect_code": _("Codul nu se potrivește. Așteptați unul nou și încercați din nou."),
        "incorrect_password": _("Parola nu se potrivește. Încercați din nou."),
        "invalid_or_expired_key": _("Linkul a expirat sau a fost deja folosit."),
        "invalid_login": _("Nu am reușit să vă recunoaștem. Încercați din nou."),
        "invalid_password_reset": _("Linkul a expirat sau a fost deja folosit."),
        "max_email_addresses": _("Un cont poate avea cel mult %d adrese."),
        "too_many_login_attempts": _(
            "Prea multe încercări. Așteptați cinci minute, apoi încercați din nou."
        ),
        "unknown_email": _("Nu există un cont cu această adresă."),
        "unverified_primary_email": _("Confirmați mai întâi adresa de e-mail."),
        "same_as_current": _("Este aceeași adresă ca acum. Scrieți alta."),
        "rate_limited": _("Prea multe încercări. Așteptați puțin, apoi încercați din nou."),
    }
    _OTHER_WAYS = {
        "reauthenticate": _("Cu parola"),
        "mfa_reauthenticate": _("Cu un cod din aplicație"),
        "mfa_reauthenticate:webauthn": _("Cu o cheie de acces"),
    }

    def get_reset_password_from_key_url(self, key: str) -> str:
        """The link of a letter, at our own address."""
        return _at_our_address(super().get_reset_password_from_key_url(key))

    def get_email_confirmation_url(
        self, request: HttpRequest, emailconfirmation: EmailConfirmation
    ) -> str:
        """The link of a letter, at our own address."""
        return _at_our_address(super().get_email_confirmation_url(request, emailconfirmation))

    def get_reauthentication_methods(self, user: User) -> list[dict[str, object]]:
        """The ways to confirm one's identity, in our words."""
        ways = super().get_reauthentication_methods(user)
        return [{**way, "description": self._OTHER_WAYS[way["id"]]} for way in ways]


def _at_our_address(url: str) -> str:
    """The same page of this site where it really is. Whoever asks for a letter chooses the host
    and port of the request, and the key in the letter must not be sent to a port of theirs."""
    return settings.SITE_URL + urlsplit(url).path


class SecondFactorAdapter(DefaultMFAAdapter):
    """The second factor, with messages that say what to do next."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "add_email_blocked": _(
            "Contul are un al doilea pas la intrare: opriți-l înainte de a schimba adresa."
        ),
        "cannot_delete_authenticator": _("Al doilea pas nu poate fi oprit acum."),
        "cannot_generate_recovery_codes": _(
            "Codurile de rezervă se fac după ce porniți al doilea pas la intrare."
        ),
        "incorrect_code": AccountAdapter.error_messages["incorrect_code"],
        "unverified_email": _("Confirmați mai întâi adresa de e-mail, apoi porniți al doilea pas."),
    }

    def generate_authenticator_name(self, user: User, type: Authenticator.Type) -> str:
        """A name for a new key, for its owner to change."""
        number = Authenticator.objects.filter(user=user, type=type).count() + 1
        return gettext("Cheia mea %(number)d") % {"number": number}
