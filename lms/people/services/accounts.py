"""What a person does with the own account."""

from collections.abc import Mapping
from typing import Any

from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db import transaction
from wagtail.models import ModelLogEntry

from lms.organisations.models import School, SchoolRequest
from lms.organisations.services import request_school
from lms.people.enums import Role
from lms.people.models import User


@transaction.atomic
def choose_school(
    *, user: User, school: School | None, missing: Mapping[str, Any] | None = None
) -> User:
    """Say where a user teaches. `missing` is {name, locality_name, county} of a school that is not
    in the register: it goes on the secretariat's queue, and the user gets the school from there."""
    user.school = school
    user.school_request = request_school(**missing) if missing else None
    user.save(update_fields=["school", "school_request"])
    return user


@transaction.atomic
def register_teacher(
    *,
    user: User,
    school: School | None,
    subject: str,
    missing: Mapping[str, Any] | None = None,
) -> User:
    """Complete a sign-up: school (as in `choose_school`), subject, role."""
    choose_school(user=user, school=school, missing=missing)
    update_profile(user=user, subject=subject)
    user.groups.add(Group.objects.get(name=Role.TEACHER.value))
    return user


def give_school(*, request: SchoolRequest, school: School) -> None:
    """Give everyone who asked for a school the one that the secretariat found."""
    waiting = User.objects.filter(school_request=request, school=None)
    waiting.update(school=school)


def move_to_school(*, duplicate: School, into: School) -> None:
    """Move everyone of a school that is merged away to the one that stays."""
    User.objects.filter(school=duplicate).update(school=into)


def update_profile(*, user: User, subject: str) -> User:
    """Change what a user teaches or does at school."""
    user.subject = subject
    user.save(update_fields=["subject"])
    return user


@transaction.atomic
def confirm_email(*, user: User) -> EmailAddress:
    """Note that the user reads the mailbox of the account: it becomes its confirmed address."""
    address, _ = EmailAddress.objects.get_or_create(
        user=user, email=user.email, defaults={"primary": True}
    )
    address.verified = address.primary = True
    address.save()
    return address


@transaction.atomic
def erase_account(*, user: User) -> None:
    """Delete a person for good. What they recorded stays without a name, so no total changes:
    class sessions keep the teacher's token, pages and logs keep no address.

    Raises:
        PermissionDenied: the last administrator, without whom nobody could appoint another.
    """
    others = User.objects.filter(is_superuser=True, is_active=True).exclude(pk=user.pk)
    if user.is_superuser and not others.exists():
        raise PermissionDenied
    # The log shows a label beside each entry: of a user it is the name or the address.
    user_type = ContentType.objects.get_for_model(User)
    ModelLogEntry.objects.filter(content_type=user_type, object_id=str(user.pk)).update(label="–")
    user.delete()
