"""Writes about people."""

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from lms.organisations.models import MemberOrganisation, School
from lms.people.models import User
from lms.people.roles import RULES, Role


@transaction.atomic
def sync_roles() -> None:
    """Write the table of roles to groups: exactly these permissions, whatever was there before.

    Raises:
        Permission.DoesNotExist: the table names a permission that no app has.
    """
    root, library = Page.get_first_root_node(), Collection.get_first_root_node()
    for role, rules in RULES.items():
        group, _ = Group.objects.get_or_create(name=role.value)
        group.permissions.set([_permission(name) for name in rules.permissions])
        GroupPagePermission.objects.filter(group=group).delete()
        GroupPagePermission.objects.bulk_create(
            GroupPagePermission(
                group=group, page=root, permission=_permission(f"wagtailcore.{codename}")
            )
            for codename in rules.page_permissions
        )
        GroupCollectionPermission.objects.filter(group=group).delete()
        GroupCollectionPermission.objects.bulk_create(
            GroupCollectionPermission(
                group=group, collection=library, permission=_permission(f"media.{verb}_{model}")
            )
            for verb in rules.collection_permissions
            for model in ("contentimage", "contentdocument")
        )


def _permission(name: str) -> Permission:
    app_label, codename = name.split(".")
    return Permission.objects.get(content_type__app_label=app_label, codename=codename)


@transaction.atomic
def assign_roles(
    *, user: User, roles: set[Role], organisation: MemberOrganisation | None = None
) -> User:
    """Give a user exactly these roles, and the organisation that an officer speaks for."""
    user.groups.set(Group.objects.filter(name__in=[role.value for role in roles]))
    user.organisation = organisation
    user.save(update_fields=["organisation"])
    user.__dict__.pop("roles", None)
    return user


@transaction.atomic
def register_teacher(*, user: User, school: School | None, subject: str) -> User:
    """Complete a sign-up: school (None while the secretariat looks for it), subject, role."""
    user.school, user.subject = school, subject
    user.save(update_fields=["school", "subject"])
    user.groups.add(Group.objects.get(name=Role.TEACHER.value))
    return user
