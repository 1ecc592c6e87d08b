"""Writes about schools and their register."""

from lms.organisations.services.requests import request_school, settle_school_request
from lms.organisations.services.schools import close_school, merge_schools, save_school

__all__ = [
    "close_school",
    "merge_schools",
    "request_school",
    "save_school",
    "settle_school_request",
]
