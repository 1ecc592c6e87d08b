"""DATABASE_URL: SQLite in `var/` by default, PostgreSQL when it grows."""

from lms.settings.environment import VAR_DIR, env

DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{VAR_DIR / 'protect.sqlite3'}")}

# A thread keeps its connection: opening one costs more than most queries.
DATABASES["default"].setdefault("CONN_MAX_AGE", 60)

if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = {
        # A write takes the lock at its start and waits for others, instead of failing half way.
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        # Without the last one, INSERT OR REPLACE deletes rows past the triggers that refuse it.
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA recursive_triggers=ON;"
        ),
    }
else:
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
