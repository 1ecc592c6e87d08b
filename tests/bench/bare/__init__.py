"""What is added to a fresh `wagtail start` site: a page type with our blocks and a plain view."""
