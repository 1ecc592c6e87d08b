"""What class sessions keep of an adult: all of it in the copy of the own data, files for a week."""

import json
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from lms.classrooms.models import SessionImport
from lms.classrooms.services import (
    forget_waiting_imports,
    receive_import,
    register_import,
    void_class_session,
)
from lms.core import schedule
from lms.people.enums import Role
from lms.people.personal_data import export_of
from tests.classrooms.builders import make_session
from tests.factories import SchoolFactory, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]


def copy_of(user):
    """As the export sends it: only what JSON can hold."""
    return json.loads(json.dumps(export_of(user)["class_sessions"]))


def receive(user):
    return receive_import(uploaded_by=user, file_name="a.csv", rows=[{"teacher_token": "ana@a.ro"}])


def test_the_copy_holds_every_revision_of_the_own_sessions():
    user = make_user(Role.TEACHER)
    session = make_session(author=user, school=SchoolFactory(name="Liceul „Podul”"))
    void_class_session(session=session, reason="greșit")
    revisions = copy_of(user)["revisions"]
    assert [(one["number"], one["status"]) for one in revisions] == [(1, "reported"), (2, "void")]
    assert "Liceul „Podul”" in revisions[0]["school"]


def test_the_copy_holds_what_was_registered_with_the_same_address_and_no_account():
    user = make_user(Role.TEACHER)
    session = make_session(email=user.email)
    session.teacher_token = session.claimed_token
    session.save()
    assert copy_of(user)["revisions"][0]["session"] == session.reference


def test_the_copy_holds_nothing_of_others():
    make_session(author=make_user(Role.TEACHER))
    assert copy_of(make_user(Role.TEACHER)) == {"revisions": [], "files": []}


def test_the_copy_holds_a_file_that_waits():
    user = make_user(Role.OFFICER)
    receive(user)
    assert copy_of(user)["files"][0]["rows"] == [{"teacher_token": "ana@a.ro"}]


def test_a_file_that_nobody_registered_is_forgotten_after_a_week_by_the_clock(monkeypatch):
    receive(make_user(Role.OFFICER))
    name = "classrooms: files that nobody registered"
    monkeypatch.setattr(schedule, "_jobs", {name: schedule._jobs[name]})
    with time_machine.travel(timezone.now() + timedelta(days=8)):
        assert schedule.run_all() == []
    assert not SessionImport.objects.exists()


def test_a_file_of_yesterday_still_waits():
    receive(make_user(Role.OFFICER))
    with time_machine.travel(timezone.now() + timedelta(days=1)):
        assert forget_waiting_imports() == 0


def test_a_file_that_was_registered_stays_without_its_rows():
    register_import(upload=receive(make_user(Role.OFFICER)))
    with time_machine.travel(timezone.now() + timedelta(days=8)):
        assert forget_waiting_imports() == 0
    assert SessionImport.objects.get().rows == []
