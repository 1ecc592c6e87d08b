"""Labour facts in Wagtail's admin."""
