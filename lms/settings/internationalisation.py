"""Romanian at the root, English under /en/. Hungarian and Ukrainian come with public guides."""

from django.utils.translation import gettext_lazy as _

from lms.settings.environment import BASE_DIR

LANGUAGE_CODE = "ro"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("ro", _("Română")), ("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "lms" / "locale"]
USE_I18N = WAGTAIL_I18N_ENABLED = True
USE_TZ = True
TIME_ZONE = "Europe/Bucharest"
USE_THOUSAND_SEPARATOR = False
FORMAT_MODULE_PATH = ["lms.core.formats"]
