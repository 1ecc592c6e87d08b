"""What waits for editors and for whoever approves."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page, TaskState

from lms.core import content_checks
from lms.people.enums import Role
from lms.people.models import User
from lms.people.todo import TodoItem


def editors_todo(user: User) -> Iterator[TodoItem]:
    """Drafts to approve; then, for editors, what is due, a group a line."""
    yield from _approvals(user)
    if not is_editor(user):
        return
    for group in content_checks.groups(cheap_only=True):
        count = len(list(group.find()))
        if count:
            yield TodoItem(
                title=str(group.title),
                text=_("Lista spune la ce pagină și ce este de făcut."),
                url=f"{reverse('pages_content')}#{group.key}",
                action=_("Deschideți lista"),
                count=count,
            )


def is_editor(user: User) -> bool:
    """Whether pages are this person's work."""
    return user.is_superuser or user.has_role(Role.EDITOR)


def editors() -> list[User]:
    """Everybody who edits, to be written to."""
    people = User.objects.filter(groups__name=Role.EDITOR.value, is_active=True)
    return list(people.distinct())


def _approvals(user: User) -> Iterator[TodoItem]:
    if not user.has_perm("wagtailadmin.access_admin"):
        return
    waiting = TaskState.objects.reviewable_by(user).select_related("revision")
    pages = {state.revision.object_id for state in waiting}
    if pages:
        titles = Page.objects.filter(pk__in=pages).values_list("draft_title", flat=True)
        yield TodoItem(
            title=_("Ciorne care așteaptă aprobarea dumneavoastră"),
            text=", ".join(titles[:3]),
            # Not the report of tasks: the secretariat approves and may not open reports.
            url=f"{reverse('wagtailadmin_home')}#awaiting-review-section",
            action=_("Deschideți lista"),
            count=len(pages),
            soon=True,
        )
