"""Who may do what: the table of roles, and each user's part of it. Every change is logged."""

from django.contrib.auth.models import Group, Permission
from django.core.exceptions import PermissionDenied
from django.db import transaction
from wagtail.log_actions import log
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
)

from lms.organisations.models import MemberOrganisation
from lms.people.enums import Role
from lms.people.models import User
from lms.people.roles import RULES

# Wagtail's first migration makes these; whoever were put into one would have rights that no role
# here knows.
GROUPS_OF_WAGTAIL = ("Editors", "Moderators")

LIBRARY_MODELS = (
    ("wagtailimages", "image"),
    ("wagtaildocs", "document"),
    ("wagtailmedia", "media"),
)
# Whoever may change a recording may choose it.
UNKNOWN_TO_WAGTAIL = {("choose", "media")}


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
                group=group, collection=library, permission=_permission(f"{app}.{verb}_{model}")
            )
            for verb in rules.collection_permissions
            # Wagtail asks for the permissions of its own models, whatever model stands for them.
            for app, model in LIBRARY_MODELS
            if (verb, model) not in UNKNOWN_TO_WAGTAIL
        )
    _replace_groups_of_wagtail()


def _replace_groups_of_wagtail() -> None:
    """Delete them; what their members were to approve is approved by our editors."""
    theirs = Group.objects.filter(name__in=GROUPS_OF_WAGTAIL)
    editors = Group.objects.get(name=Role.EDITOR.value)
    for task in GroupApprovalTask.objects.filter(groups__in=theirs).distinct():
        task.groups.add(editors)
    theirs.delete()


def _permission(name: str) -> Permission:
    app_label, codename = name.split(".")
    return Permission.objects.get(content_type__app_label=app_label, codename=codename)


@transaction.atomic
def assign_roles(
    *, user: User, roles: set[Role], organisation: MemberOrganisation | None = None
) -> User:
    """Give a user exactly these roles, and the organisation that an officer speaks for."""
    ours = Group.objects.filter(name__in=Role.values)
    user.groups.remove(*ours)
    user.groups.add(*ours.filter(name__in=[role.value for role in roles]))
    user.organisation = organisation
    user.save(update_fields=["organisation"])
    user.__dict__.pop("roles", None)
    return user


@transaction.atomic
def change_privileges(
    *, user: User, roles: set[Role], organisation: MemberOrganisation | None, by: User
) -> User:
    """Give a user these roles and log who did it; nothing is written when nothing changes.

    Raises:
        PermissionDenied: the user is an administrator, whom only a command changes.
    """
    if user.is_superuser and not by.is_superuser:
        raise PermissionDenied
    before, organisation_before = set(user.roles), user.organisation
    if before == roles and organisation_before == organisation:
        return user
    assign_roles(user=user, roles=roles, organisation=organisation)
    data = {
        "roles_before": sorted(before),
        "roles_after": sorted(roles),
        "organisation_before": organisation_before.code if organisation_before else "",
        "organisation_after": organisation.code if organisation else "",
    }
    log(instance=user, action="people.roles", user=by, data=data)
    return user


@transaction.atomic
def set_active(*, user: User, active: bool, by: User) -> User:
    """Close an account or open it again; nobody is deleted here, so that what they did stays.

    Raises:
        PermissionDenied: one's own account, or an administrator's for one who is none.
    """
    if user.pk == by.pk or (user.is_superuser and not by.is_superuser):
        raise PermissionDenied
    if user.is_active != active:
        user.is_active = active
        user.save(update_fields=["is_active"])
        action = "people.reopen" if active else "people.close"
        log(instance=user, action=action, user=by)
    return user
