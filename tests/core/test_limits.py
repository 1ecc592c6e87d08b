"""So many in a while from one source, and nothing kept of who it was."""

from datetime import timedelta

import pytest
from django.core.cache import cache

from lms.core import limits

HOME = "192.0.2.7"


def may(source="192.0.2.7", action="asking"):
    return limits.may(action, source, most=3, seconds=3600)


def test_so_many_and_no_more():
    assert [may() for _ in range(4)] == [True, True, True, False]


@pytest.mark.parametrize("other", [{"source": "192.0.2.8"}, {"action": "writing"}])
def test_one_source_and_one_action_take_nothing_from_another(other):
    for _ in range(3):
        may()
    assert may(**other)


def test_a_place_is_free_again_after_the_while_and_not_before(time_machine):
    time_machine.move_to("2026-11-23 10:00+02:00", tick=False)
    for _ in range(3):
        may()
    time_machine.shift(timedelta(minutes=59))
    early = may()
    time_machine.shift(timedelta(minutes=2))
    assert (early, may()) == (False, True)


def test_nothing_of_the_source_is_kept(monkeypatch):
    kept = []
    add = cache.add
    monkeypatch.setattr(cache, "add", lambda *what: kept.append(what) or add(*what))
    may()
    assert kept
    assert "192.0.2.7" not in str(kept)


@pytest.mark.django_db
def test_a_refused_sign_in_leaves_no_address_in_the_shared_cache(client):
    client.post("/cont/login/", {"login": "x@example.org", "password": "not-it"}, REMOTE_ADDR=HOME)
    keys = list(cache._cache)
    assert any("allauth" in key for key in keys)
    assert not any(HOME in key for key in keys)
