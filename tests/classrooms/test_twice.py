"""Everything that is sent, sent twice: a double click, a reload, the Back button."""

import uuid

import pytest

from lms.classrooms.enums import DuplicateOverride, Status
from lms.classrooms.models import ClassSession, ClassSessionRevision
from lms.classrooms.services import (
    correct_class_session,
    return_class_session,
    set_duplicate_override,
    void_class_session,
)
from lms.classrooms.tokens import confirmation_token, receipt_token
from lms.people.roles import Role
from tests.classrooms.builders import form_data, make_session
from tests.factories import SchoolFactory, make_edition, make_user, ticked

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]


def revisions():
    return list(ClassSessionRevision.objects.values_list("number", "status"))


def twice(client, address, data=None):
    """The answers to the same form sent two times."""
    return [client.post(address, data or {}) for _ in range(2)]


@pytest.fixture
def plan():
    return make_edition().plan


@pytest.fixture
def session(plan):
    return make_session(plan=plan, email="ana@scoala.ro")


@pytest.fixture
def link(session):
    return f"/clase/sesiuni/{receipt_token(session.pk)}/"


def test_a_week_sent_twice_is_registered_once(client, plan):
    client.force_login(make_user(Role.TEACHER))
    rows = {}
    for number in (1, 2):
        row = {"client_id": uuid.uuid4(), "date": "16.11.2026", "class_label": f"{number} A"}
        rows |= {f"r{number}-{name}": value for name, value in {**row, "girls": "9"}.items()}
    data = {"plan": plan.pk, "school": SchoolFactory().pk, "rows": "5", **rows}
    twice(client, "/clase/saptamana/", data)
    assert ClassSessionRevision.objects.count() == 2


def test_a_correction_sent_twice_is_one_and_is_said_to_be_kept(client, session, link, plan):
    data = form_data(plan, session.latest.school, girls="9", expected="1")
    answers = twice(client, f"{link}corectare/", data)
    assert [answer["Location"] for answer in answers] == [f"{link}?era=corectata"] * 2
    assert len(revisions()) == 2


def test_another_correction_of_the_same_revision_still_comes_too_late(client, session, link, plan):
    school = session.latest.school
    client.post(f"{link}corectare/", form_data(plan, school, girls="9", expected="1"))
    late = client.post(f"{link}corectare/", form_data(plan, school, girls="8", expected="1"))
    assert late.status_code == 409


def test_the_same_words_of_somebody_else_come_too_late(client, session, link, plan):
    data = form_data(plan, session.latest.school, girls="9", expected="1")
    client.post(f"{link}corectare/", data)
    client.force_login(make_user(Role.SECRETARIAT))
    assert client.post(f"/clase/sesiuni/{session.reference}/corectare/", data).status_code == 409


def test_a_correction_of_what_was_returned_meanwhile_is_not_taken_for_kept(
    client, session, link, plan
):
    data = form_data(plan, session.latest.school, girls="9", expected="1")
    secretariat = make_user(Role.SECRETARIAT)
    correct_class_session(session=session, expected=1, girls=9, by=secretariat)
    return_class_session(session=session, reason="altă clasă", by=secretariat)
    assert client.post(f"{link}corectare/", data).status_code == 409


def test_withdrawing_twice_is_withdrawing_once(client, link):
    answers = twice(client, f"{link}anulare/", {"reason": "de două ori"})
    assert [answer["Location"] for answer in answers] == [f"{link}?era=anulata"] * 2
    assert revisions() == [(1, Status.UNCONFIRMED), (2, Status.VOID)]


def test_confirming_twice_is_confirming_once(client, session):
    address = f"/clase/confirmare/{confirmation_token(session.pk, session.claimed_token)}/"
    assert [answer.status_code for answer in twice(client, address)] == [302, 302]
    assert revisions() == [(1, Status.UNCONFIRMED), (2, Status.REPORTED)]


def test_accepting_twice_accepts_once_and_says_so(client, session):
    client.force_login(make_user(Role.SECRETARIAT))
    answers = twice(client, "/clase/de-confirmat/", {"session": ticked(session)})
    assert len(revisions()) == 2
    assert "nu mai așteptau" in client.get(answers[1]["Location"]).content.decode()


def test_returning_twice_returns_once(client, session):
    client.force_login(make_user(Role.SECRETARIAT))
    twice(client, f"/clase/de-confirmat/{session.reference}/returnare/", {"reason": "altă clasă"})
    assert revisions() == [(1, Status.UNCONFIRMED), (2, Status.REJECTED)]


def test_saying_twice_that_it_is_no_duplicate_adds_one_revision(session):
    for _ in range(2):
        set_duplicate_override(
            session=session, override=DuplicateOverride.COUNT, by=make_user(Role.SECRETARIAT)
        )
    assert len(revisions()) == 2


def test_the_second_of_two_withdrawals_at_once_finds_it_done(client, session, link, monkeypatch):
    from lms.classrooms.views import receipt

    withdraw = receipt.void_class_session

    def after_another(**what):
        void_class_session(session=ClassSession.objects.get(), reason="mai repede")
        return withdraw(**what)

    monkeypatch.setattr(receipt, "void_class_session", after_another)
    answer = client.post(f"{link}anulare/", {"reason": "de două ori"})
    assert (answer["Location"], len(revisions())) == (f"{link}?era=anulata", 2)
