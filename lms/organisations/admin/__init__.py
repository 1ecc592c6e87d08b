"""Schools and member organisations in Wagtail's admin."""
