"""Settings of the test run: fast hashing, letters in memory, files in a folder of their own."""

import os
import tempfile

os.environ["DEMO"] = "1"
os.environ.setdefault("VAR_DIR", tempfile.mkdtemp(prefix="protect-tests-"))
os.environ["SECRET_KEY"] = "only-for-tests-" + "k" * 40
os.environ["LINK_SIGNING_KEYS"] = "only-for-tests-links"
os.environ["EMAIL_URL"] = "memorymail://"
os.environ["CACHE_URL"] = "locmemcache://shared"
os.environ["SITE_URL"] = "http://testserver"

from lms.settings import *  # noqa: F403

ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# Tests turn the page cache on where they speak of it.
PAGE_CACHE = False

if "sqlite" in DATABASES["default"]["ENGINE"]:  # noqa: F405
    # A file, because a live server reads it from another thread; unsynced, because it is thrown
    # away.
    DATABASES["default"]["TEST"] = {"NAME": VAR_DIR / "tests.sqlite3"}  # noqa: F405
    DATABASES["default"]["OPTIONS"]["init_command"] = (  # noqa: F405
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF; PRAGMA recursive_triggers=ON;"
    )
