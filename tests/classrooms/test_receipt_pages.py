"""A receipt's link: read, correct, void, confirm, send again; and who may not."""

import io

import pytest
from django.core import mail
from pypdf import PdfReader

from lms.classrooms.enums import Status
from lms.classrooms.models import ClassSession
from lms.classrooms.services import correct_class_session, void_class_session
from lms.classrooms.tokens import confirmation_token, receipt_token, teacher_token
from lms.people.roles import Role
from tests.classrooms.builders import form_data, make_session
from tests.factories import MemberOrganisationFactory, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]


@pytest.fixture
def session():
    return make_session(email="ana@scoala.ro")


@pytest.fixture
def link(session):
    return f"/clase/sesiuni/{receipt_token(session.pk)}/"


def latest():
    return ClassSession.objects.get().latest


def test_the_receipt_says_what_was_registered_and_that_it_waits(client, link, session):
    text = client.get(link).content.decode()
    assert session.reference in text
    assert "Așteaptă confirmarea" in text


@pytest.mark.parametrize("tail", ["", "corectare/", "anulare/", "dovada.pdf"])
def test_a_link_that_is_not_ours_opens_nothing(client, link, tail):
    wrong = link.replace("/clase/sesiuni/", "/clase/sesiuni/x")
    assert client.get(wrong + tail).status_code == 404


def test_a_reference_alone_opens_nothing_without_an_account(client, session):
    assert client.get(f"/clase/sesiuni/{session.reference}/").status_code == 404


def test_another_teacher_does_not_find_the_session(client):
    session = make_session(author=make_user(Role.TEACHER))
    client.force_login(make_user(Role.TEACHER))
    assert client.get(f"/clase/sesiuni/{session.reference}/corectare/").status_code == 404


def test_the_officer_of_another_organisation_does_not_find_the_session(client):
    session = make_session(organisation=MemberOrganisationFactory())
    client.force_login(make_user(Role.OFFICER, organisation=MemberOrganisationFactory()))
    assert client.get(f"/clase/sesiuni/{session.reference}/").status_code == 404


def test_the_officer_of_the_organisation_finds_it(client):
    organisation = MemberOrganisationFactory()
    session = make_session(organisation=organisation)
    client.force_login(make_user(Role.OFFICER, organisation=organisation))
    assert client.get(f"/clase/sesiuni/{session.reference}/").status_code == 200


def test_a_reference_typed_from_paper_finds_the_session(client):
    user = make_user(Role.TEACHER)
    session = make_session(author=user)
    client.force_login(user)
    typed = session.reference.replace("-", " ").lower()
    assert client.get(f"/clase/sesiuni/{typed}/").status_code == 200


def test_the_receipt_as_pdf_is_tagged_and_carries_the_reference(client, link, session):
    pdf = PdfReader(io.BytesIO(client.get(link + "dovada.pdf").content))
    assert session.reference in pdf.pages[0].extract_text()
    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"]


def test_the_form_of_a_correction_shows_what_now_holds(client, link):
    text = client.get(link + "corectare/").content.decode()
    assert 'value="7 B"' in text
    assert 'value="16.11.2026"' in text


def test_a_correction_by_link_is_a_new_revision(client, link, session):
    revision = session.latest
    data = form_data(revision.plan, revision.school, girls="10", expected="1")
    client.post(link + "corectare/", data)
    assert (latest().number, latest().girls) == (2, 10)


def test_a_correction_of_an_old_form_is_told_and_keeps_what_was_typed(client, link, session):
    correct_class_session(session=session, expected=1, girls=9)
    revision = session.latest
    data = form_data(revision.plan, revision.school, girls="10", expected="1")
    response = client.post(link + "corectare/", data)
    assert response.status_code == 409
    assert 'value="10"' in response.content.decode()
    assert latest().girls == 9


def test_correcting_a_session_is_no_duplicate_of_itself(client, link, session):
    revision = session.latest
    data = form_data(revision.plan, revision.school, girls="10", expected="1")
    assert client.post(link + "corectare/", data).status_code == 302


def test_a_void_needs_a_reason(client, link):
    client.post(link + "anulare/", {"reason": " "})
    assert latest().status == Status.UNCONFIRMED


def test_a_void_by_link(client, link):
    client.post(link + "anulare/", {"reason": "de două ori"})
    assert (latest().status, latest().reason) == (Status.VOID, "de două ori")


@pytest.mark.parametrize("tail", ["corectare/", "anulare/"])
def test_a_void_session_only_shows_its_receipt(client, link, session, tail):
    void_class_session(session=session, reason="x")
    assert client.get(link + tail).status_code == 302


def confirmation(session):
    return f"/clase/confirmare/{confirmation_token(session.pk, session.claimed_token)}/"


def test_opening_the_mails_link_changes_nothing_by_itself(client, session):
    assert client.get(confirmation(session)).status_code == 200
    assert latest().status == Status.UNCONFIRMED


def test_the_button_behind_the_mails_link_confirms(client, session):
    client.post(confirmation(session))
    assert latest().status == Status.REPORTED


def test_an_expired_link_says_what_to_do(client, session, time_machine):
    address = confirmation(session)
    time_machine.move_to("2026-12-31 10:00+02:00")
    response = client.post(address)
    assert response.status_code == 410
    assert "30 de zile" in response.content.decode()


def test_a_false_link_says_what_to_do(client):
    assert client.get("/clase/confirmare/fals.x.y/").status_code == 410


def test_the_confirmation_is_sent_again(client, link):
    client.post(link + "retrimitere/", {"email": "ana@scoala.ro"})
    assert mail.outbox[0].to == ["ana@scoala.ro"]


def test_a_slip_in_the_address_is_mended_when_it_is_sent_again(client, link):
    client.post(link + "retrimitere/", {"email": "anca@scoala.ro"})
    assert ClassSession.objects.get().claimed_token == teacher_token("anca@scoala.ro")


def test_letters_about_one_session_are_limited(client, link):
    for _ in range(5):
        response = client.post(link + "retrimitere/", {"email": "ana@scoala.ro"})
    assert len(mail.outbox) == 3
    assert "prea-multe" in response["Location"]


def test_a_confirmed_session_sends_no_more_letters(client, link, session):
    client.post(confirmation(session))
    client.post(link + "retrimitere/", {"email": "alt@scoala.ro"})
    assert not mail.outbox


def test_a_lost_link_is_mailed_to_its_address(client, session):
    client.post("/clase/link-pierdut/", {"email": "ANA@scoala.ro"})
    assert "/clase/sesiuni/" in mail.outbox[0].body


def test_a_lost_link_answers_alike_whether_there_are_sessions(client, session):
    answers = {
        client.post("/clase/link-pierdut/", {"email": email}).content
        for email in ("ana@scoala.ro", "nimeni@scoala.ro")
    }
    assert len(answers) == 1


def test_a_lost_link_of_a_year_ago_is_not_mailed(client, session, time_machine):
    time_machine.move_to("2027-12-01 10:00+02:00")
    client.post("/clase/link-pierdut/", {"email": "ana@scoala.ro"})
    assert not mail.outbox
