"""Writes about schools and their register."""

from lms.organisations.services.requests import (
    check_new_school,
    request_school,
    settle_school_request,
)
from lms.organisations.services.schools import merge_schools, save_school

__all__ = [
    "check_new_school",
    "merge_schools",
    "request_school",
    "save_school",
    "settle_school_request",
]
