"""Writes about pages that are not words of theirs."""

from lms.pages.services.approvals import prepare_approvals, tell_of_publishing_alone

__all__ = ["prepare_approvals", "tell_of_publishing_alone"]
