"""What every template may use. Nothing here depends on who is reading, so pages stay cacheable."""

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language

from lms.core import generation


def site(request: HttpRequest) -> dict[str, object]:
    """Return the site's address, whether everything is there in this language, whether the browser
    asked to save data, and the stamp under which a part of a page may be kept (`{% cache %}`)."""
    return {
        "SITE_URL": settings.SITE_URL,
        "EXIT_URL": settings.EXIT_URL,
        "SECRETARIAT_EMAIL": settings.SECRETARIAT_EMAIL,
        "DEMO": settings.DEMO,
        "generation": generation.current(),
        "language_is_complete": get_language() in settings.COMPLETE_LANGUAGES,
        "saves_data": request.headers.get("Save-Data") == "on",
    }
