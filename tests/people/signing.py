"""Signing in as people do, for tests that look at what a session may do."""

from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)

from lms.people.services import confirm_email

PASSWORD = "parola-de-test-1"
SECRET = "JBSWY3DPEHPK3PXP"


def sign_in(client, user, **extra):
    """Send the sign-in form; the answer is where allauth leads next."""
    confirm_email(user=user)
    form = {"login": user.email, "password": PASSWORD, **extra}
    return client.post("/cont/login/", form)


def add_app(user):
    """Give the user an authenticator app and recovery codes."""
    confirm_email(user=user)
    TOTP.activate(user, SECRET)
    RecoveryCodes.activate(user)


def code_of_app():
    """What the app shows now."""
    counter = list(yield_hotp_counters_from_time())[1]
    return format_hotp_value(hotp_value(SECRET, counter))


def sign_in_with_code(client, user):
    """Both steps."""
    add_app(user)
    sign_in(client, user)
    return client.post("/cont/2fa/authenticate/", {"code": code_of_app()})
