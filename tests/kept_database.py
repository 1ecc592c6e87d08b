"""A migrated SQLite database, kept between runs: migrating is most of what a short run takes.

It is kept by what made it, so that a changed migration or package makes another.
"""

import hashlib
import os
import shutil
import sqlite3
from pathlib import Path
from typing import Any

from django.apps import apps
from django.db import connection
from django.db.backends.sqlite3.creation import DatabaseCreation

from tests.architecture.repository import ROOT

_create = DatabaseCreation._create_test_db


def place() -> Path:
    """Where the database of these migrations and packages lies."""
    made_by = hashlib.sha256((ROOT / "requirements-dev.txt").read_bytes())
    for config in sorted(apps.get_app_configs(), key=lambda config: config.label):
        for file in sorted(Path(config.path).glob("migrations/*.py")):
            made_by.update(f"{config.label}/{file.name}".encode() + file.read_bytes())
    return ROOT / ".pytest_cache" / f"migrated-{made_by.hexdigest()[:24]}.sqlite3"


def begin_with_it() -> None:
    """Let the test database begin as a copy of the one that is kept."""
    DatabaseCreation._create_test_db = _create_filled


def keep(file: Path) -> None:
    """Keep the test database as it is now, unless it is kept already or on a server."""
    if connection.vendor != "sqlite" or file.exists():
        return
    file.parent.mkdir(exist_ok=True)
    # Not this one: another worker may just have put it there, and a third may be reading it.
    for older in set(file.parent.glob("migrated-*.sqlite3")) - {file}:
        older.unlink(missing_ok=True)
    new = file.with_suffix(f".{os.getpid()}")
    connection.ensure_connection()
    target = sqlite3.connect(new)
    connection.connection.backup(target)
    target.close()
    new.replace(file)


def _create_filled(self: DatabaseCreation, *args: Any, **kwargs: Any) -> str:
    name: str = _create(self, *args, **kwargs)
    file = place()
    if file.exists():
        shutil.copyfile(file, name)
    return name
