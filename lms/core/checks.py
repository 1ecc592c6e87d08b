"""House rules as system checks: what must hold before the site serves anyone.

`manage.py check`, `migrate`, `tick` and every other command run them and stop at an error.
"""

from collections.abc import Iterable
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning, register

from lms.core.layers import ranks


@register("house_rules")
def every_app_has_a_place(**_: object) -> Iterable[CheckMessage]:
    """An app without a rank would be checked by none of the rules on who may import whom."""
    return [
        Error(
            f"The app {app} has no place in the order of apps.",
            hint="Add it to the layers of [tool.importlinter] in pyproject.toml.",
            id="house.E001",
        )
        for app in settings.OUR_APPS
        if app not in ranks()
    ]


@register("house_rules")
def production_knows_its_address(**_: object) -> Iterable[CheckMessage]:
    """Printed QR codes carry SITE_URL for years, and cookies are only safe over https."""
    if settings.DEMO or settings.DEBUG:
        return []
    found: list[CheckMessage] = []
    if not settings.SITE_URL.startswith("https://"):
        found.append(
            Error(
                f"SITE_URL is {settings.SITE_URL!r}: in production it must begin with https://.",
                hint="Kits, receipts and e-mails carry this address.",
                id="house.E002",
            )
        )
    host = urlsplit(settings.SITE_URL).hostname or ""
    if not settings.ALLOWED_HOSTS or "*" in settings.ALLOWED_HOSTS:
        found.append(
            Error(
                "ALLOWED_HOSTS must name the hosts of this site, and not all hosts.",
                hint=f"For example ALLOWED_HOSTS={host}",
                id="house.E003",
            )
        )
    return found


@register("house_rules")
def quick_exit_leaves_this_site(**_: object) -> Iterable[CheckMessage]:
    """Whoever presses "Ieși rapid" must not land on a page that says where they were."""
    address, ours = urlsplit(settings.EXIT_URL), urlsplit(settings.SITE_URL)
    if address.scheme == "https" and address.hostname and address.hostname != ours.hostname:
        return []
    return [
        Error(
            f"EXIT_URL is {settings.EXIT_URL!r}: it must be an https address of another site.",
            hint="A neutral page that says nothing about this site, such as an encyclopaedia.",
            id="house.E004",
        )
    ]


@register("house_rules")
def link_keys_are_whole(**_: object) -> Iterable[CheckMessage]:
    """An empty key in the ring would stop every receipt and QR code at the first reader."""
    if settings.LINK_SIGNING_KEYS and all(key.strip() for key in settings.LINK_SIGNING_KEYS):
        return []
    return [
        Error(
            "LINK_SIGNING_KEYS holds an empty key.",
            hint="One or more random keys, separated by commas, none of them empty.",
            id="house.E005",
        )
    ]


@register("house_rules")
def production_sends_letters(**_: object) -> Iterable[CheckMessage]:
    """Without a mail server nobody can confirm a session, and addresses pile up in files."""
    keeps_files = settings.EMAIL_BACKEND == "django.core.mail.backends.filebased.EmailBackend"
    if settings.DEMO or settings.DEBUG or not keeps_files:
        return []
    return [
        Warning(
            "EMAIL_URL is not set: letters are kept in files and reach nobody.",
            hint="For example EMAIL_URL=smtp+tls://user:password@host:587",
            id="house.W001",
        )
    ]
