"""Whoever sets up a second factor has shown it: that session needs no sign-in anew."""

from allauth.mfa.signals import authenticator_added
from django.http import HttpRequest

from lms.people.models import User

SET_UP_KEY = "second_factor_set_up"


def note_set_up(request: HttpRequest, user: User, **_: object) -> None:
    """Mark the session in which the user's second factor was set up."""
    request.session[SET_UP_KEY] = user.pk


def listen() -> None:
    """Called once, when the app is ready."""
    authenticator_added.connect(note_set_up, dispatch_uid="second-factor-set-up")
