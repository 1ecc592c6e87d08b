"""Screens about pages in Wagtail's admin."""
