"""The library in Wagtail's admin. Wagtail looks for hooks here."""

import media.recordings.wagtail_hooks  # noqa: F401
