"""Fixtures that every test may use."""

import smtplib
from collections.abc import Generator
from typing import Any

import pytest
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.cache import caches
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import call_command
from django.core.management.color import no_style
from django.core.management.commands import flush
from django.db import connection
from django.utils import translation
from hypothesis import settings as hypothesis_settings
from pytest_django.plugin import blocking_manager_key

from tests import kept_database

INITIAL_DATA = pytest.StashKey[str]()

# Shared machines stall for longer than any sensible deadline.
hypothesis_settings.register_profile("shared", deadline=None)
hypothesis_settings.load_profile("shared")

_flush = flush.Command.handle


def _flush_without_triggers(self: flush.Command, **options: Any) -> Any:
    """Empty the tables between tests. On SQLite that deletes row by row, which the triggers of
    tables that are only ever added to refuse; PostgreSQL truncates."""
    if connection.vendor != "sqlite":
        return _flush(self, **options)
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        triggers = [row for row in cursor.fetchall() if row[0].startswith("append_only_")]
        for name, _sql in triggers:
            cursor.execute(f"DROP TRIGGER {name}")
    try:
        return _flush(self, **options)
    finally:
        with connection.cursor() as cursor:
            for _name, sql in triggers:
                cursor.execute(sql)


flush.Command.handle = _flush_without_triggers


@pytest.fixture(autouse=True)
def _empty_caches() -> None:
    """Start every test with caches that know nothing of the one before."""
    for name in ("default", "local", "learners", "pictures"):
        caches[name].clear()


@pytest.fixture(autouse=True)
def _own_generation(settings: Any, tmp_path_factory: Any) -> None:
    """Stamps of this process alone: tests beside this one publish pages, too."""
    settings.GENERATION_FOLDER = tmp_path_factory.getbasetemp()


@pytest.fixture(autouse=True)
def _own_language(settings: Any) -> None:
    """Start every test in Romanian: an English page asked for before leaves its language behind."""
    translation.activate(settings.LANGUAGE_CODE)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings: None) -> None:
    """Begin with the migrated database of the last run."""
    kept_database.begin_with_it()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any, pytestconfig: Any) -> None:
    """Remember what migrations made: the page tree's root, locales, permissions."""
    with django_db_blocker.unblock():
        kept_database.keep(kept_database.place())
        pytestconfig.stash[INITIAL_DATA] = connection.creation.serialize_db_to_string()


@pytest.fixture
def roles(db: None) -> None:
    """The groups and permissions of the table of roles."""
    from lms.people.services import sync_roles

    sync_roles()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> Generator[None]:
    """Put back what migrations made after a test that really committed: it emptied every table,
    and the page tree's root would be gone for whichever test comes next."""
    yield
    marker = item.get_closest_marker("django_db")
    committed = {"transactional_db", "live_server"} & set(item.fixturenames)
    if nextitem and (committed or (marker and marker.kwargs.get("transaction"))):
        with item.config.stash[blocking_manager_key].unblock():
            call_command("flush", verbosity=0, interactive=False, inhibit_post_migrate=True)
            ContentType.objects.clear_cache()
            connection.creation.deserialize_db_from_string(item.config.stash[INITIAL_DATA])
            # Rows that are put back ask for types of which not all are there yet.
            ContentType.objects.clear_cache()
            _restart_sequences()
            connection.close()


def _restart_sequences() -> None:
    """Let ids go on after the rows that were put back: PostgreSQL counts them apart."""
    models = [model for model in apps.get_models() if model._meta.managed]
    statements = connection.ops.sequence_reset_sql(no_style(), models)
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


@pytest.fixture
def no_server(monkeypatch: pytest.MonkeyPatch) -> Generator[pytest.MonkeyPatch]:
    """A mail server that is down, until `undo()`."""

    def refuse(self: EmailBackend, messages: object) -> int:
        raise smtplib.SMTPServerDisconnected

    with monkeypatch.context() as patch:
        patch.setattr(EmailBackend, "send_messages", refuse)
        yield patch
