"""The task of the second person."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractGroupApprovalTask, Page, Revision, TaskState

from lms.core import page_publishing
from lms.people.models import User

# What a revision carries beside the page's words: differences in it are nobody's writing.
BOOKKEEPING = {
    "depth", "draft_title", "first_published_at", "has_unpublished_changes", "last_published_at",
    "latest_revision", "latest_revision_created_at", "live", "live_revision", "locked",
    "locked_at", "locked_by", "numchild", "path", "url_path", "wagtail_admin_comments",
}  # fmt: skip


class SecondPersonTask(AbstractGroupApprovalTask):
    """Approved by one of the groups who had no hand in the draft, an administrator included."""

    class Meta:
        verbose_name = _("aprobare de către a doua persoană")
        verbose_name_plural = _("aprobări de către a doua persoană")

    @classmethod
    def get_description(cls) -> str:
        """What the task is, where one is made."""
        return _("Aprobă cineva din grupurile alese care nu a scris la ciornă.")

    def locked_for_user(self, obj: Page, user: User) -> bool:
        """Who wrote waits for the answer: what is approved is what was sent."""
        if super().locked_for_user(obj, user):
            return True
        return not user.is_superuser and has_written(obj, user)

    def get_actions(self, obj: Page, user: User) -> list[tuple[str, str, bool]]:
        """Ask for changes; approve only what others wrote, and only what may go out."""
        actions = super().get_actions(obj, user)
        if actions and (has_written(obj, user) or page_publishing.errors_of(obj.specific)):
            return [action for action in actions if action[0] != "approve"]
        return actions

    def get_task_states_user_can_moderate(self, user: User, **kwargs: Any) -> QuerySet[TaskState]:
        """What waits for this person; their own drafts wait for somebody else."""
        waiting = super().get_task_states_user_can_moderate(user, **kwargs)
        own = [state.pk for state in waiting if has_written(state.revision.content_object, user)]
        return waiting.exclude(pk__in=own)

    def on_action(self, task_state: TaskState, user: User, action_name: str, **kwargs: Any) -> Any:
        """Do it. The form of the page saves first what the approver changed in it, and then it is
        asked again.

        Raises:
            PermissionDenied: whoever approves has written at the draft.
        """
        if action_name == "approve" and has_written(task_state.revision.content_object, user):
            raise PermissionDenied
        return super().on_action(task_state, user, action_name, **kwargs)


def has_written(page: Page, user: User) -> bool:
    """Whether this person changed the page's words since what readers have. Comments, or saving
    the draft as it was, are no writing."""
    since = Revision.objects.for_instance(page).order_by("created_at", "pk")
    live = page.live_revision
    if live:
        since = since.filter(created_at__gte=live.created_at)
    if not since.filter(user=user).exclude(pk=page.live_revision_id).exists():
        return False
    before: dict[str, Any] | None = None
    for revision in since:
        words = {k: v for k, v in revision.content.items() if k not in BOOKKEEPING}
        if revision.user_id == user.pk and revision != live and words != before:
            return True
        before = words
    return False
