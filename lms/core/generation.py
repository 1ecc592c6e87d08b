"""Stamps that all workers share: whatever was cached under an older stamp is never read again.

There are two. CONTENT moves with everything that an editor writes and with every published report;
FIGURES moves with the records that the secretariat's figures are counted from, so that two hundred
class sessions registered in a minute make those anew and not one public page.

A stamp is the modification time of a file in `var/` on one machine, and a number in Redis when the
default cache is Redis (several machines). `advance` moves it on after the transaction that changed
something readers see; `watch` does so for every save and delete of a model.
"""

import os
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar, cast

from django.conf import settings
from django.core.cache import cache, caches
from django.db import models, transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import Signal

CONTENT, FIGURES = "content", "figures"
Made = TypeVar("Made")


def _shared() -> bool:
    return "Redis" in settings.CACHES["default"]["BACKEND"]


def _file(kind: str) -> Path:
    return settings.GENERATION_FOLDER / f"generation-{kind}"


def current(kind: str = CONTENT) -> int:
    """Return the present stamp; 0 before the first change."""
    if _shared():
        return cache.get(f"generation-{kind}", 0)
    try:
        return os.stat(_file(kind)).st_mtime_ns
    except FileNotFoundError:
        return 0


def kept(name: str, make: Callable[[], Made]) -> Made:
    """What `make` gives, made once by each worker until an editor changes something. The name says
    all else that it depends on, such as the language."""
    # The stamp is read first: what is made while it moves on is never read again.
    return cast(Made, caches["local"].get_or_set(f"{name}:{current()}", make))


def _move(kind: str) -> None:
    if _shared():
        cache.set(f"generation-{kind}", time.time_ns(), None)
        return
    # Two changes within the clock's grain must still give two stamps.
    stamp = max(time.time_ns(), current(kind) + 1)
    _file(kind).touch()
    os.utime(_file(kind), ns=(stamp, stamp))


def advance(kind: str = CONTENT) -> None:
    """Move a stamp on once the running transaction is committed."""
    transaction.on_commit(partial(_move, kind))


def _content_changed(**_: object) -> None:
    advance(CONTENT)


def _figures_changed(**_: object) -> None:
    advance(FIGURES)


_RECEIVERS = {CONTENT: _content_changed, FIGURES: _figures_changed}


def follow(signal: Signal) -> None:
    """Move the content's stamp on whenever this signal is sent."""
    signal.connect(_content_changed, dispatch_uid="generation")


def watch(*watched: type[models.Model], kind: str = CONTENT) -> None:
    """Move a stamp on whenever a row of one of these models is saved or deleted."""
    for model in watched:
        for signal in (post_save, post_delete):
            signal.connect(
                _RECEIVERS[kind],
                sender=model,
                dispatch_uid=f"generation-{kind}-{model._meta.label}",
            )
