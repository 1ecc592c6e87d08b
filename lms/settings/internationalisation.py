"""Romanian at the root, other languages under their prefix.

Romanian and English are complete. Hungarian and Ukrainian are for the pages that somebody in need
looks for; whatever is not there in a language is shown in Romanian, and says so.
"""

from django.utils.translation import gettext_lazy as _

from lms.settings.environment import BASE_DIR

LANGUAGE_CODE = "ro"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [
    ("ro", _("Română")),
    ("en", _("English")),
    ("hu", _("Maghiară")),
    ("uk", _("Ucraineană")),
]
COMPLETE_LANGUAGES = ("ro", "en")
# What other languages have: pages of the tree, and views of these namespaces or names.
KNOWLEDGE_VIEWS = ("pages", "abroad", "selfcheck", "helplines", "short_campaign", "wagtail_serve")
# Their "there is none" is an answer in every language, and counts.
VIEWS_THAT_ANSWER_404 = ("certificate", "certificate_json")
LOCALE_PATHS = [BASE_DIR / "lms" / "locale"]
USE_I18N = WAGTAIL_I18N_ENABLED = True
USE_TZ = True
TIME_ZONE = "Europe/Bucharest"
USE_THOUSAND_SEPARATOR = False
FORMAT_MODULE_PATH = ["lms.core.formats"]
