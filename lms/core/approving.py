"""What an approval does. Wagtail reads this module before there are models: it imports none."""

from typing import Any


def publish_approved(workflow_state: Any, user: Any = None) -> None:
    """Publish what was approved, for WAGTAIL_FINISH_WORKFLOW_ACTION.

    Who approves may not publish alone, so Wagtail's question for that right is not asked: whether
    this person may approve was the task's to say.
    """
    revision = workflow_state.content_object.get_latest_revision()
    revision.publish(user=user, skip_permission_checks=True)
