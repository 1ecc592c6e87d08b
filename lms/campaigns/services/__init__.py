"""Writes of campaign runs."""

from lms.campaigns.services.deciding import return_run, verify_run
from lms.campaigns.services.problems import OwnRun, RunExists, RunMovedOn
from lms.campaigns.services.recording import record_run
from lms.campaigns.services.registering import correct_run, register_run, withdraw_run

__all__ = [
    "OwnRun",
    "RunExists",
    "RunMovedOn",
    "correct_run",
    "record_run",
    "register_run",
    "return_run",
    "verify_run",
    "withdraw_run",
]
