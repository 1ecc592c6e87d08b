"""Who gets what answer at every named address: the committed table and the site agree.

The table is tests/people/permission_matrix.csv, one row for each name, one column for each role.
After adding or changing an address, write the table anew and read what changed before committing:

    DEMO=1 WRITE_MATRIX=1 python -m pytest tests/people/test_permission_matrix.py -n 0

A cell says how a GET is answered:
    ok         shown                        login     sent to sign-in
    forbidden  403, or back to the admin's home with a message
    redirect   sent elsewhere               missing   404: no such object, or not for this person
    method     only another method is answered           bad   400
    error      500: nobody may ever see one
An address with parts is asked with somebody else's object where `objects` knows one; the rows
that a person may and may not touch are the business of `for_user` and its tests.
"""

import csv
import logging
import os
from pathlib import Path
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from lms.organisations.services import request_school
from lms.people.enums import Role
from lms.people.models import User
from quizzes.enums import Kind
from tests.classrooms.classes import make_class
from tests.factories import MemberOrganisationFactory, SchoolFactory, make_plan, make_user
from tests.lessons.modules import make_module, make_step
from tests.pages.stories import make_story
from tests.people.addresses import named_addresses
from tests.quizzes.exchange.screens import make_package, make_quiz
from tests.training.programmes import add_material, make_programme

pytestmark = [pytest.mark.django_db]

TABLE = Path(__file__).with_name("permission_matrix.csv")
COLUMNS = ("anonymous", *Role.values)
WRITING = bool(os.environ.get("WRITE_MATRIX"))
SIGN_IN = ("/cont/login/", "/admin/login/")
# A class of answers by status; a redirect is looked at more closely.
BY_STATUS = {400: "bad", 403: "forbidden", 404: "missing", 405: "method"}


@pytest.fixture(autouse=True)
def _quiet(monkeypatch):
    # Hundreds of expected 404s would bury the one line that matters.
    monkeypatch.setattr(logging.getLogger("django.request"), "disabled", True)
    # Every role asks from this address within the minute.
    monkeypatch.setattr("lms.reach.api.guard.MOST_REQUESTS", 1000)


@pytest.fixture
def objects(roles):
    """{start of a name: parts}: somebody else's objects for the addresses that take one."""
    plan = make_plan(slug="x")
    make_step(make_module(slug="x", plan=plan), "x")
    kept = add_material(make_programme(slug="x"), trainers_only=True)
    school = SchoolFactory()
    asked = request_school(name="Nouă", locality_name="Mociu", county=school.county)
    page = {"page_id": plan.pk, "parent_page_id": plan.get_parent().pk, "page_to_move_id": plan.pk}
    person = {"pk": make_user(Role.TEACHER).pk}
    invited = {"pk": User.objects.create_user("nou@example.org").pk}
    return {
        "": page,
        "wagtailusers_users:": person,
        "people_invite_again": invited,
        "people_second_factor_anew": person,
        "school:": {"pk": school.pk},
        "schoolrequest:": {"pk": asked.pk},
        "memberorganisation:": {"pk": MemberOrganisationFactory().pk},
        "training:material": {"pk": kept.pk},
        "training:tick": {"key": uuid4()},
        "modules:activity_launch": {"key": uuid4()},
        "pages_story": {"key": make_story().translation_key},
        "quizzes_h5p_preview": {"pk": make_package().pk},
        "quizzes_h5p": {"pk": make_quiz(Kind.SINGLE).pk},
        "classrooms:": {"public_id": make_class().public_id, "number": 2},
    }


def known_parts(name, objects):
    """What `objects` knows for this name, the longest start last."""
    known = {}
    for start in sorted(objects, key=len):
        if name.startswith(start):
            known.update(objects[start])
    return known


def answer(client, path):
    """The class of the answer to a GET."""
    response = client.get(path)
    if response.streaming:
        # Read to its end, a file is closed.
        b"".join(response.streaming_content)
    status = response.status_code
    if status >= 500:
        return "error"
    if 300 <= status < 400:
        target = response.headers["Location"]
        if target.startswith(SIGN_IN):
            return "login"
        back = target == reverse("wagtailadmin_home") and path.startswith("/admin/")
        return "forbidden" if back else "redirect"
    return BY_STATUS.get(status, "ok")


def client_of(column):
    client = Client(raise_request_exception=False)
    if column != "anonymous":
        client.force_login(make_user(Role(column)))
    return client


def column_now(column, objects):
    """{name: class of the answer} for one role."""
    found = {}
    for address in named_addresses():
        path = address.path(known_parts(address.name, objects))
        # A new session each time: an answer must not depend on the page before.
        found[address.name] = "unreachable" if path is None else answer(client_of(column), path)
    return found


def table():
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return {row["address"]: row for row in csv.DictReader(lines)}


@pytest.mark.skipif(WRITING, reason="the table is being written")
@pytest.mark.parametrize("column", COLUMNS)
def test_every_address_answers_each_role_as_the_table_says(column, objects):
    written = {name: row[column] for name, row in table().items()}
    now = column_now(column, objects)
    new = sorted(now.keys() - written.keys())
    assert not new, f"No row in {TABLE.name} for: {', '.join(new)}. See the top of this file."
    gone = sorted(written.keys() - now.keys())
    assert not gone, f"{TABLE.name} has rows for addresses that are gone: {', '.join(gone)}."
    differing = {name: (written[name], cell) for name, cell in now.items() if written[name] != cell}
    assert not differing, f"as {column}, (table, now): {differing}"


if WRITING:

    def test_write_the_table(objects):
        columns = {column: column_now(column, objects) for column in COLUMNS}
        with TABLE.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(["address", *COLUMNS])
            for address in named_addresses():
                writer.writerow([address.name, *(columns[c][address.name] for c in COLUMNS)])


def test_no_address_fails_except_the_one_that_tries_failing():
    failing = {name for name, row in table().items() if "error" in row.values()}
    assert failing <= {"wagtailadmin_error_test"}


def test_an_anonymous_reader_sees_nothing_of_the_admin():
    shown = {
        n for n, row in table().items() if row["anonymous"] == "ok" and n.startswith("wagtail")
    }
    # The admin's dictionary of words and its icons hold nothing of ours.
    assert shown <= {"wagtailadmin_javascript_catalog", "wagtailadmin_sprite", "wagtail_serve"}


@pytest.mark.parametrize("role", ["teacher", "trainer", "officer"])
def test_no_one_without_access_to_the_admin_sees_more_of_it_than_an_anonymous_reader(role):
    admin = {n: r for n, r in table().items() if n.startswith(("wagtail", "school", "member"))}
    more = {n for n, r in admin.items() if r[role] == "ok" and r["anonymous"] != "ok"}
    assert more == set()
