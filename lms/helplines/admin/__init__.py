"""Screens of the admin that Wagtail does not make by itself."""
