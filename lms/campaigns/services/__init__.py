"""Writes of campaign runs."""

from lms.campaigns.services.recording import record_run

__all__ = ["record_run"]
