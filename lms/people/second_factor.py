"""Whoever sets up a second factor has shown it: that session needs no sign-in anew."""

import time

from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added
from django.db.models import Min
from django.http import HttpRequest

from lms.people.models import User

SET_UP_KEY = "second_factor_set_up"


def second_factor_since(user: User) -> float | None:
    """When the oldest app or key that the user still has was added (seconds since 1970), None
    without one: recovery codes alone are no second factor."""
    factors = Authenticator.objects.filter(user=user)
    factors = factors.exclude(type=Authenticator.Type.RECOVERY_CODES)
    oldest = factors.aggregate(oldest=Min("created_at"))["oldest"]
    return oldest.timestamp() if oldest else None


def note_set_up(request: HttpRequest, user: User, **_: object) -> None:
    """Mark the session in which the user's second factor was set up."""
    request.session[SET_UP_KEY] = time.time()


def listen() -> None:
    """Called once, when the app is ready."""
    authenticator_added.connect(note_set_up, dispatch_uid="second-factor-set-up")
