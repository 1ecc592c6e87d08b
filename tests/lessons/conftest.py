"""Fixtures of lessons: a class that is not one."""

import pytest

from lessons import places
from tests.lessons.modules import FakeClasses


@pytest.fixture
def classes(monkeypatch):
    """A registry of classes that knows what a test told it."""
    fake = FakeClasses()
    monkeypatch.setattr(places, "_lookups", [fake])
    return fake
