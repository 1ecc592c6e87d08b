"""Wagtail admin of what reach is measured against."""
