"""CACHE_URL: a cache that all workers share; the database by default, Redis when it grows.

`default` holds what must be shared (sign-in limits, rate limits). `local` is the memory of one
worker: rendered pages and parts of pages, kept under the generation stamp that all workers share.
"""

from lms.settings.environment import VAR_DIR, env

CACHES = {
    # Django would throw entries away above 300 of them, and with them somebody's limit.
    "default": {
        **env.cache("CACHE_URL", default="dbcache://cache_entries?max_entries=50000"),
        "KEY_FUNCTION": "lms.core.limits.cache_key",
    },
    "local": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "pages",
        "TIMEOUT": 3600,
        "OPTIONS": {"MAX_ENTRIES": 600},
    },
    # What never changes of a learner, read once a minute by each worker: a hundred classes at once.
    "learners": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "learners",
        "TIMEOUT": 60,
        "OPTIONS": {"MAX_ENTRIES": 6000},
    },
    # Which pictures are open to all, until something in the library changes.
    "pictures": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "pictures",
        "TIMEOUT": 60,
        "OPTIONS": {"MAX_ENTRIES": 6000},
    },
}

PAGE_CACHE = env.bool("PAGE_CACHE", default=True)
PAGE_CACHE_SECONDS = 3600
GENERATION_FOLDER = VAR_DIR
# Whoever carries one of these gets every page made afresh.
PAGE_CACHE_BYPASS_COOKIES = ("sessionid", "clasa", "messages")
# A path that is never kept: forms, private pages, files.
PAGE_CACHE_NEVER = (
    "/admin/",
    "/static/",
    "/fisiere/",
    "/documente/",
    "/h5p/",
    "/iesire/",
    "/api/",
    "/distribuie/",
    "/healthz",
    "/readyz",
    *(
        f"{prefix}/{word}/"
        for prefix in ("", "/en", "/hu", "/uk")
        for word in ("cont", "clase", "intra", "raport")
    ),
)
# Query keys of public pages that change what is shown; any other key bypasses the cache. Words
# that people search for are not among them: there is no end of those.
PAGE_CACHE_QUERY = frozenset(
    {
        "varsta",
        "clasa",
        "tema",
        "minute",
        "format",
        "limba",
        "fara",
        "pagina",
        "grup",
        "judet",
        "pentru",
        "fel",
        "tara",
        "a",
        "b",
    }
)
