"""People who do not sign up themselves: invited by the secretariat, or the first administrator."""

from allauth.account import app_settings
from allauth.account.models import EmailAddress
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from wagtail.log_actions import log

from lms.organisations.models import MemberOrganisation
from lms.people.enums import Role
from lms.people.models import User
from lms.people.services.roles import change_privileges


def password_link(*, user: User) -> str:
    """Return the absolute address where the user sets a password; it works once, for three days."""
    token = app_settings.PASSWORD_RESET_TOKEN_GENERATOR().make_token(user)
    path = reverse(
        "account_reset_password_from_key",
        kwargs={"uidb36": user_pk_to_url_str(user), "key": token},
    )
    return f"{settings.SITE_URL}{path}"


@transaction.atomic
def invite_user(
    *,
    email: str,
    first_name: str,
    last_name: str,
    roles: set[Role],
    organisation: MemberOrganisation | None,
    by: User,
) -> User:
    """Make an account without a password and mail the link where its owner sets one.

    Raises:
        IntegrityError: there is already an account with this address.
    """
    user = User.objects.create_user(email, None, first_name=first_name, last_name=last_name)
    EmailAddress.objects.create(user=user, email=user.email, primary=True)
    log(instance=user, action="people.invite", user=by)
    change_privileges(user=user, roles=roles, organisation=organisation, by=by)
    # Not before the account is really there.
    transaction.on_commit(lambda: send_invitation(user=user, by=by))
    return user


def send_invitation(*, user: User, by: User) -> None:
    """Mail the link where an invited person sets a password; an older link stops working."""
    context = {
        "user": user,
        "by": by,
        "link": password_link(user=user),
        "SITE_URL": settings.SITE_URL,
        "SECRETARIAT_EMAIL": settings.SECRETARIAT_EMAIL,
    }
    subject = render_to_string("people/email/invitation_subject.txt", context).strip()
    body = render_to_string("people/email/invitation_message.txt", context)
    send_mail(subject, body, None, [user.email])


@transaction.atomic
def create_administrator(*, email: str) -> User:
    """Make an administrator without a password; `password_link` is where the password is set."""
    user = User.objects.create_superuser(email, None)
    EmailAddress.objects.create(user=user, email=user.email, primary=True)
    return user
