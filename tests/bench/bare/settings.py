"""The settings of `wagtail start`, with our middleware and what that middleware needs."""

import os
from pathlib import Path

from bare_site.settings.base import *  # noqa: F403
from bare_site.settings.base import INSTALLED_APPS, TEMPLATES

from lms import settings as ours

BARE = Path(os.environ["BARE"])
DEBUG = False
SECRET_KEY = "only-for-the-benchmark-" + "k" * 40
ALLOWED_HOSTS = ["127.0.0.1"]
ROOT_URLCONF = "tests.bench.bare.urls"
INSTALLED_APPS = [
    *INSTALLED_APPS,
    "tests.bench.bare",
    "wagtail.locales",
    "allauth",
    "allauth.account",
]
MIGRATION_MODULES = {"bench_content": "bare_migrations"}

# Without the page cache and the other two or three of our own, which need our models; none of
# them costs an anonymous reader anything that can be measured.
# Our policy's middleware is django-csp's, and a little for the admin.
_theirs = {"lms.core.admin_policy.PolicyMiddleware": "csp.middleware.CSPMiddleware"}
MIDDLEWARE = [_theirs.get(name, name) for name in ours.MIDDLEWARE]
MIDDLEWARE = [name for name in MIDDLEWARE if not name.startswith("lms.")]
CONTENT_SECURITY_POLICY = ours.CONTENT_SECURITY_POLICY
LANGUAGE_CODE = ours.LANGUAGE_CODE
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = ours.LANGUAGES
WAGTAIL_I18N_ENABLED = True
LOGGING = ours.LOGGING

# Our block templates, after the site's own, and the one tag library that they load.
TEMPLATES[0]["DIRS"].append(ours.BASE_DIR / "templates")
TEMPLATES[0]["OPTIONS"]["libraries"] = {"protect": "lms.core.templatetags.protect"}
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
