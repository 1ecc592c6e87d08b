"""What kind of installation this is, and the secrets that it must be given.

DEMO=1 is what `make run` sets: a local demonstration with demo users and a key made on the spot.
Without it the project is in production mode and refuses to start without SECRET_KEY.
"""

import secrets
from pathlib import Path

import environ
from django.core.exceptions import ImproperlyConfigured

env = environ.Env()

BASE_DIR = Path(__file__).resolve().parent.parent.parent
VAR_DIR = Path(env("VAR_DIR", default=str(BASE_DIR / "var")))
VAR_DIR.mkdir(parents=True, exist_ok=True)

DEMO = env.bool("DEMO", default=False)
DEBUG = env.bool("DEBUG", default=False)


def _local_key(name: str) -> str:
    """Return the key kept in `var/<name>`, made on first use. For demonstrations only."""
    path = VAR_DIR / name
    if not path.exists():
        path.write_text(secrets.token_urlsafe(50))
        path.chmod(0o600)
    return path.read_text()


SECRET_KEY = env("SECRET_KEY", default="")
if not SECRET_KEY:
    if not (DEMO or DEBUG):
        raise ImproperlyConfigured(
            "SECRET_KEY is not set. Set it in the environment (50 random characters), "
            "or set DEMO=1 for a local demonstration."
        )
    SECRET_KEY = _local_key("secret-key")

# The keys that sign printed QR codes and receipt links, newest first: the first signs, all verify.
# They are apart from SECRET_KEY so that either can be changed without the other.
LINK_SIGNING_KEYS = env.list("LINK_SIGNING_KEYS", default=[])
if not LINK_SIGNING_KEYS:
    if not (DEMO or DEBUG):
        raise ImproperlyConfigured(
            "LINK_SIGNING_KEYS is not set: one or more random keys, separated by commas."
        )
    LINK_SIGNING_KEYS = [_local_key("link-signing-key")]

# Where this site is reached from outside: for QR codes, kits, e-mails and the sitemap.
SITE_URL = env("SITE_URL", default="http://127.0.0.1:8000").rstrip("/")

ROOT_URLCONF = "lms.urls"
WSGI_APPLICATION = "lms.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
