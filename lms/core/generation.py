"""One stamp that all workers share: whatever was cached under an older stamp is never read again.

The stamp is the modification time of `var/generation` on one machine, and a number in Redis when
the default cache is Redis (several machines). `advance` moves it on after the transaction that
changed something readers see; `watch` does so for every save and delete of a model.
"""

import os
import time

from django.conf import settings
from django.core.cache import cache
from django.db import models, transaction
from django.db.models.signals import post_delete, post_save

_KEY = "generation"


def _shared() -> bool:
    return "Redis" in settings.CACHES["default"]["BACKEND"]


def current() -> int:
    """Return the present stamp; 0 before the first change."""
    if _shared():
        return cache.get(_KEY, 0)
    try:
        return os.stat(settings.GENERATION_FILE).st_mtime_ns
    except FileNotFoundError:
        return 0


def _move() -> None:
    if _shared():
        cache.set(_KEY, time.time_ns(), None)
        return
    path = settings.GENERATION_FILE
    # Two changes within the clock's grain must still give two stamps.
    stamp = max(time.time_ns(), current() + 1)
    path.touch()
    os.utime(path, ns=(stamp, stamp))


def advance(**_: object) -> None:
    """Move the stamp on once the running transaction is committed."""
    transaction.on_commit(_move)


def watch(*watched: type[models.Model]) -> None:
    """Move the stamp on whenever a row of one of these models is saved or deleted."""
    for model in watched:
        label = f"generation-{model._meta.label}"
        post_save.connect(advance, sender=model, dispatch_uid=f"{label}-save")
        post_delete.connect(advance, sender=model, dispatch_uid=f"{label}-delete")
