"""Fixtures that every test may use."""

import pytest
from django.core.cache import caches
from hypothesis import settings as hypothesis_settings

# Shared machines stall for longer than any sensible deadline.
hypothesis_settings.register_profile("shared", deadline=None)
hypothesis_settings.load_profile("shared")


@pytest.fixture(autouse=True)
def _empty_caches() -> None:
    """Start every test with caches that know nothing of the one before."""
    for name in ("default", "local"):
        caches[name].clear()


@pytest.fixture
def roles(db: None) -> None:
    """The groups and permissions of the table of roles."""
    from lms.people.services import sync_roles

    sync_roles()
