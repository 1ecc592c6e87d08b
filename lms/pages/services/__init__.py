"""Writes about pages that are not words of theirs."""

from lms.pages.services.approvals import prepare_approvals, tell_of_publishing_alone
from lms.pages.services.keeping import confirm_translation, set_review_date
from lms.pages.services.reminders import remind_editors

__all__ = [
    "confirm_translation",
    "prepare_approvals",
    "remind_editors",
    "set_review_date",
    "tell_of_publishing_alone",
]
