"""What every template may use. Nothing here depends on who is reading, so pages stay cacheable."""

from django.conf import settings
from django.http import HttpRequest


def site(request: HttpRequest) -> dict[str, object]:
    """Return the site's address, its languages and whether the browser asked to save data."""
    return {
        "SITE_URL": settings.SITE_URL,
        "EXIT_URL": settings.EXIT_URL,
        "SECRETARIAT_EMAIL": settings.SECRETARIAT_EMAIL,
        "DEMO": settings.DEMO,
        "saves_data": request.headers.get("Save-Data") == "on",
    }
