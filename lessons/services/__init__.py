"""Writes about lessons."""

from lessons.services.downloads import (
    answer_beside_download,
    ask_for_reminder,
    record_download,
    send_due_reminders,
)
from lessons.services.kits import build_kit, publish_edition, rebuild_changed_kits

__all__ = [
    "answer_beside_download",
    "ask_for_reminder",
    "build_kit",
    "publish_edition",
    "rebuild_changed_kits",
    "record_download",
    "send_due_reminders",
]
