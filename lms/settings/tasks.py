"""Background work: at once by default; TASKS=database queues it for a worker."""

from lms.settings.environment import env

_BACKENDS = {
    "immediate": "django_tasks.backends.immediate.ImmediateBackend",
    "database": "django_tasks_db.DatabaseBackend",
}
TASKS = {"default": {"BACKEND": _BACKENDS[env("TASKS", default="immediate")]}}
