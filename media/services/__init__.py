"""Writes to the library: files that are cleaned, activities, and what plays them."""

from media.services.activities import (
    Judged,
    PackageRefused,
    add_activity,
    change_activity,
    judge,
    replace_file,
)
from media.services.cleaning import Cleaning, clean_document, clean_picture
from media.services.installing import install_package
from media.services.libraries import approve_libraries, refuse_library, withdraw_approval
from media.services.settling import settle
from media.services.sweeping import sweep_objects

__all__ = [
    "Cleaning",
    "Judged",
    "PackageRefused",
    "add_activity",
    "approve_libraries",
    "change_activity",
    "clean_document",
    "clean_picture",
    "install_package",
    "judge",
    "refuse_library",
    "replace_file",
    "settle",
    "sweep_objects",
    "withdraw_approval",
]
