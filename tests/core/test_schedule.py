"""`manage.py tick`: what is due runs, and one job that fails stops no other."""

import logging
from datetime import timedelta

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.core.management import CommandError, call_command
from django.utils import timezone

from lms.core import schedule
from tests.factories import make_plan

pytestmark = pytest.mark.django_db


@pytest.fixture
def jobs(monkeypatch):
    """No jobs but those of the test."""
    monkeypatch.setattr(schedule, "_jobs", {})


def _fail():
    raise RuntimeError("broken")


def test_jobs_run_in_the_order_of_registration(jobs):
    order = []
    schedule.register("first", lambda: order.append(1))
    schedule.register("second", lambda: order.append(2))
    schedule.run_all()
    assert order == [1, 2]


def test_a_name_registered_again_replaces_its_job(jobs):
    order = []
    schedule.register("job", lambda: order.append("old"))
    schedule.register("job", lambda: order.append("new"))
    schedule.run_all()
    assert order == ["new"]


def test_a_job_that_fails_stops_no_other(jobs):
    ran = []
    schedule.register("broken", _fail)
    schedule.register("after", lambda: ran.append(True))
    schedule.run_all()
    assert ran


def test_a_job_that_fails_is_logged(jobs, caplog):
    schedule.register("broken", _fail)
    with caplog.at_level(logging.ERROR):
        schedule.run_all()
    assert "broken failed" in caplog.text


def test_tick_ends_with_an_error_that_names_what_failed(jobs):
    schedule.register("broken", _fail)
    with pytest.raises(CommandError, match="broken"):
        call_command("tick")


def test_tick_ends_well_when_every_job_did():
    call_command("tick")


def test_tick_publishes_a_page_whose_time_has_come():
    plan = make_plan(live=False)
    plan.go_live_at = timezone.now() - timedelta(minutes=1)
    plan.save_revision(approved_go_live_at=plan.go_live_at)
    call_command("tick")
    plan.refresh_from_db()
    assert plan.live


def test_tick_forgets_sessions_that_have_run_out():
    session = SessionStore()
    session.set_expiry(-1)
    session.save()
    call_command("tick")
    assert not Session.objects.exists()
