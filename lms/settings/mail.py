"""EMAIL_URL: smtp://user:password@host:port; on the demonstration, letters land in var/mail."""

from lms.settings.environment import VAR_DIR, env

_mail = env.email("EMAIL_URL", default="filemail:///")
EMAIL_BACKEND = _mail["EMAIL_BACKEND"]
EMAIL_HOST = _mail["EMAIL_HOST"]
EMAIL_PORT = _mail["EMAIL_PORT"]
EMAIL_HOST_USER = _mail["EMAIL_HOST_USER"]
EMAIL_HOST_PASSWORD = _mail["EMAIL_HOST_PASSWORD"]
EMAIL_USE_TLS = _mail.get("EMAIL_USE_TLS", False)
EMAIL_USE_SSL = _mail.get("EMAIL_USE_SSL", False)
EMAIL_FILE_PATH = VAR_DIR / "mail"
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env(
    "DEFAULT_FROM_EMAIL", default="ProTECT <secretariat@traficdepersoane.ro>"
)
SECRETARIAT_EMAIL = env("SECRETARIAT_EMAIL", default="secretariat@traficdepersoane.ro")
