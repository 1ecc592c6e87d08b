"""E-mail addresses that can be taken for another one."""

from unicodedata import normalize

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _


def check_mailbox(email: str) -> None:
    """Raises ValidationError for an address with a letter that only looks like another, such as
    the Kelvin sign "K": in lower case it is an ordinary "k", so that the letter meant for one
    mailbox would go to a second one. The part before @ is ASCII, the domain may be Romanian."""
    mailbox, _at, domain = email.rpartition("@")
    if not mailbox.isascii() or normalize("NFKC", domain) != domain:
        raise ValidationError(_("Verificați adresa, de exemplu nume@scoala.ro."), code="invalid")
