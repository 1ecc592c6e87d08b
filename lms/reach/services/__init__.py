"""Writes of reach."""

from lms.reach.services.legacy import approve_legacy_years

__all__ = ["approve_legacy_years"]
