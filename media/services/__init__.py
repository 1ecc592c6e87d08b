"""Writes about activities and the libraries that play them."""

from media.services.activities import (
    Judged,
    PackageRefused,
    add_activity,
    change_activity,
    judge,
    replace_file,
)
from media.services.installing import install_package
from media.services.libraries import approve_libraries, refuse_library
from media.services.settling import settle
from media.services.sweeping import sweep_objects

__all__ = [
    "Judged",
    "PackageRefused",
    "add_activity",
    "approve_libraries",
    "change_activity",
    "install_package",
    "judge",
    "refuse_library",
    "replace_file",
    "settle",
    "sweep_objects",
]
