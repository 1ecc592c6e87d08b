"""Writes about lessons."""

from lessons.services.activities import launch_activity
from lessons.services.answers import answer_step
from lessons.services.cases import take_case_out
from lessons.services.downloads import (
    answer_beside_download,
    ask_for_reminder,
    record_download,
    send_due_reminders,
)
from lessons.services.kits import build_kit, publish_edition, rebuild_changed_kits
from lessons.services.progress import complete_module, finish_step

__all__ = [
    "answer_beside_download",
    "answer_step",
    "ask_for_reminder",
    "build_kit",
    "complete_module",
    "finish_step",
    "launch_activity",
    "publish_edition",
    "rebuild_changed_kits",
    "record_download",
    "send_due_reminders",
    "take_case_out",
]
