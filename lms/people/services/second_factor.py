"""A way back for somebody who lost the second factor."""

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from wagtail.log_actions import log

from lms.people.models import User


def may_reset_second_factor(*, user: User, by: User) -> bool:
    """Whether `by` may change people, is somebody else, and is not below the user."""
    below = user.is_superuser and not by.is_superuser
    return by.has_perm("people.change_user") and user.pk != by.pk and not below


@transaction.atomic
def reset_second_factor(*, user: User, by: User) -> User:
    """Remove the user's app, keys and recovery codes, note who did it and write to the user.

    The password stays as it is: whoever finds it out meanwhile is told of by the letter.

    Raises:
        PermissionDenied: one's own account, an administrator's for one who is none, or `by` may
            not change people.
    """
    if not may_reset_second_factor(user=user, by=by):
        raise PermissionDenied
    removed, _ = Authenticator.objects.filter(user=user).delete()
    if removed:
        log(instance=user, action="people.second_factor", user=by)
        transaction.on_commit(lambda: _tell(user))
    return user


def _tell(user: User) -> None:
    context = {
        "link": f"{settings.SITE_URL}{reverse('mfa_index')}",
        "SITE_URL": settings.SITE_URL,
        "SECRETARIAT_EMAIL": settings.SECRETARIAT_EMAIL,
    }
    subject = render_to_string("people/email/second_factor_reset_subject.txt", context).strip()
    body = render_to_string("people/email/second_factor_reset_message.txt", context)
    send_mail(subject, body, None, [user.email])
