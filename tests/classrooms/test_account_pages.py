"""My sessions, the certificate, the week table and the queue, with who may and who may not."""

import io
import uuid

import pytest
from pypdf import PdfReader

from lms.classrooms.enums import Channel, Status
from lms.classrooms.models import ClassSession
from lms.classrooms.services import confirm_class_session, void_class_session
from lms.classrooms.tokens import confirmation_token
from lms.people.roles import Role
from tests.classrooms.builders import make_session
from tests.factories import (
    MemberOrganisationFactory,
    SchoolFactory,
    make_plan,
    make_user,
    ticked,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]
MINE, WEEK, QUEUE = "/clase/sesiuni/", "/clase/saptamana/", "/clase/de-confirmat/"
CERTIFICATE = "/clase/adeverinta/2026-2027/"


@pytest.fixture
def teacher(client):
    user = make_user(Role.TEACHER)
    client.force_login(user)
    return user


@pytest.mark.parametrize(
    ("address", "role", "status"),
    [
        (MINE, None, 302), (MINE, Role.EDITOR, 403), (MINE, Role.TEACHER, 200),
        (WEEK, None, 302), (WEEK, Role.EDITOR, 403), (WEEK, Role.TRAINER, 200),
        (CERTIFICATE, None, 302), (CERTIFICATE, Role.EDITOR, 403), (CERTIFICATE, Role.TEACHER, 200),
        (QUEUE, None, 302), (QUEUE, Role.TEACHER, 403), (QUEUE, Role.OFFICER, 200),
        ("/clase/import/", None, 302), ("/clase/import/", Role.TEACHER, 403),
        ("/clase/import/", Role.OFFICER, 200), ("/clase/import/", Role.SECRETARIAT, 200),
    ],
)  # fmt: skip
def test_pages_open_for_their_roles_only(client, address, role, status):
    if role:
        client.force_login(make_user(role))
    assert client.get(address).status_code == status


def test_a_teacher_without_sessions_is_shown_where_to_start(client, teacher):
    assert "Încă nicio sesiune" in client.get(MINE).content.decode()


def test_a_teacher_sees_the_own_sessions_only(client, teacher):
    own = make_session(author=teacher)
    make_session(author=make_user(Role.TEACHER))
    rows = client.get(MINE).context["rows"]
    assert [row.session for row in rows] == [own]


def test_sessions_confirmed_by_e_mail_before_the_account_are_there_too(client, teacher):
    session = make_session(email=teacher.email)
    confirm_class_session(token=confirmation_token(session.pk, session.claimed_token))
    assert [row.session for row in client.get(MINE).context["rows"]] == [session]


def test_what_an_officer_imported_is_not_what_the_officer_taught(client, teacher):
    make_session(author=teacher, channel=Channel.IMPORT)
    assert not client.get(MINE).context["rows"]


def test_sessions_are_shown_by_school_year(client, teacher):
    make_session(author=teacher)
    old = make_session(author=teacher, date=make_session().latest.date.replace(year=2025))
    rows = client.get(MINE, {"an": "2025-2026"}).context["rows"]
    assert [row.session for row in rows] == [old]


def test_the_list_costs_the_same_queries_however_long_it_is(
    client, teacher, django_assert_max_num_queries
):
    plan = make_plan()
    for letter in "ABCDEFGH":
        make_session(author=teacher, plan=plan, class_label=f"7 {letter}")
    with django_assert_max_num_queries(14):
        client.get(MINE)


def certificate_text(client):
    response = client.post(CERTIFICATE, {"name": "Ana Țăran"})
    return PdfReader(io.BytesIO(response.content)).pages[0].extract_text()


def test_the_certificate_names_who_asked_and_lists_the_sessions(client, teacher):
    session = make_session(author=teacher)
    text = certificate_text(client)
    assert "Ana Țăran" in text
    assert session.reference in text


@pytest.mark.parametrize(
    ("duration", "total"), [(1, "1 minut."), (15, "15 minute."), (50, "50 de minute.")]
)
def test_the_certificate_says_the_minutes_in_right_words(client, teacher, duration, total):
    make_session(author=teacher, duration=duration)
    assert f"în total {total}" in " ".join(certificate_text(client).split())


def test_the_certificate_leaves_out_what_does_not_count(client, teacher):
    make_session(author=teacher)
    void = make_session(author=teacher, class_label="8 C", status=Status.VOID)
    assert void.reference not in certificate_text(client)


def test_a_school_year_that_is_none_has_no_certificate(client, teacher):
    assert client.get("/clase/adeverinta/2026-2029/").status_code == 404


def week_data(plan, school, *rows, **fields):
    data = {"plan": plan.pk, "school": school.pk, "rows": "5", **fields}
    for number, row in enumerate(rows, start=1):
        data |= {f"r{number}-{name}": value for name, value in row.items()}
        data.setdefault(f"r{number}-client_id", str(uuid.uuid4()))
    return data


SEVEN_B = {"date": "16.11.2026", "class_label": "7 B", "girls": "12"}
EIGHT_A = {"date": "17.11.2026", "class_label": "8 A", "boys": "14"}


def test_a_week_is_registered_row_by_row_and_empty_rows_are_left_out(client, teacher):
    plan = make_plan()
    client.post(WEEK, week_data(plan, SchoolFactory(), SEVEN_B, {}, EIGHT_A))
    assert ClassSession.objects.filter(channel=Channel.TABLE, latest__plan=plan).count() == 2


def test_a_week_sent_twice_is_registered_once(client, teacher):
    data = week_data(make_plan(), SchoolFactory(), SEVEN_B, EIGHT_A)
    for _ in range(2):
        client.post(WEEK, data)
    assert ClassSession.objects.count() == 2


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"date": "24.11.2026"}, "în viitor"),
        ({"date": ""}, "Scrieți data"),
        ({"boys": "5000"}, "prea mult"),
        ({"boys": "800", "undisclosed": "800"}, "prea mulți elevi"),
        ({"boys": ""}, "câți elevi"),
        ({"class_label": "?"}, "7 B"),
        ({**SEVEN_B}, "la fel ca rândul 1"),
    ],
)
def test_a_wrong_row_is_explained_and_no_row_is_registered(client, teacher, change, said):
    data = week_data(make_plan(), SchoolFactory(), SEVEN_B, {**EIGHT_A, **change})
    text = client.post(WEEK, data).content.decode()
    assert said in text
    assert not ClassSession.objects.exists()


def test_a_week_without_rows_is_explained(client, teacher):
    text = client.post(WEEK, week_data(make_plan(), SchoolFactory())).content.decode()
    assert "cel puțin un rând" in text


def test_more_rows_keep_what_was_typed(client, teacher):
    data = week_data(make_plan(), SchoolFactory(), SEVEN_B, more="1")
    response = client.post(WEEK, data)
    assert len(response.context["rows"]) == 10
    assert 'value="7 B"' in response.content.decode()


def test_an_unusual_row_is_registered_once_it_is_ticked_off(client, teacher):
    data = week_data(make_plan(), SchoolFactory(), {**SEVEN_B, "girls": "45"})
    seen = client.post(WEEK, data).context["rows"][0].hints.seen
    client.post(WEEK, {**data, "r1-seen": seen})
    assert ClassSession.objects.count() == 1


@pytest.fixture
def officer(client):
    user = make_user(Role.OFFICER, organisation=MemberOrganisationFactory())
    client.force_login(user)
    return user


def test_an_officer_sees_the_own_organisations_sessions_waiting(client, officer):
    own = make_session(organisation=officer.organisation)
    make_session(organisation=MemberOrganisationFactory())
    make_session(organisation=officer.organisation, status=Status.REPORTED)
    assert [row.session for row in client.get(QUEUE).context["rows"]] == [own]


def test_the_whole_page_is_ticked_at_once(client, officer):
    for _ in range(3):
        make_session(organisation=officer.organisation)
    page = client.get(QUEUE, {"bifate": "toate"}).content.decode()
    assert page.count(" checked>") == 3


def test_an_officer_sees_every_session_of_the_organisation(client, officer):
    brought = make_session(
        author=officer, channel=Channel.IMPORT, organisation=officer.organisation
    )
    make_session(organisation=MemberOrganisationFactory())
    rows = client.get("/clase/organizatia/").context["rows"]
    assert [row.session for row in rows] == [brought]


def test_who_decides_is_not_asked_about_a_letter_that_somebody_else_awaits(client, officer):
    session = make_session(organisation=officer.organisation)
    page = client.get(f"/clase/sesiuni/{session.reference}/").content.decode()
    assert "Nu a venit e-mailul?" not in page


def test_an_officer_accepts_the_ticked_ones(client, officer):
    sessions = [make_session(organisation=officer.organisation) for _ in range(3)]
    client.post(QUEUE, {"session": [ticked(session) for session in sessions[:2]]})
    assert ClassSession.objects.with_counted_status().count() == 2


def test_an_officer_cannot_accept_another_organisations_session(client, officer):
    other = make_session(organisation=MemberOrganisationFactory())
    assert client.post(QUEUE, {"session": [ticked(other)]}).status_code == 404
    assert ClassSession.objects.unconfirmed().exists()


def test_accepting_nothing_is_explained(client, officer):
    response = client.post(QUEUE, {}, follow=True)
    assert "Bifați cel puțin o sesiune" in response.content.decode()


def test_an_officer_returns_a_session_with_a_reason(client, officer):
    session = make_session(organisation=officer.organisation)
    client.post(f"{QUEUE}{session.reference}/returnare/", {"reason": "altă zi"})
    session.refresh_from_db()
    assert (session.latest.status, session.latest.reason) == (Status.REJECTED, "altă zi")


@pytest.mark.parametrize("tail", ["returnare/", "nu-este-dublura/"])
def test_another_organisations_session_is_not_found(client, officer, tail):
    session = make_session(organisation=MemberOrganisationFactory())
    address = f"{QUEUE}{session.reference}/{tail}"
    assert client.post(address, {"reason": "x"}).status_code == 404


def test_the_secretariat_says_that_a_session_is_no_duplicate(client):
    same = {"plan": make_plan(), "school": SchoolFactory()}
    _first, second = (make_session(author=make_user(Role.TEACHER), **same) for _ in range(2))
    client.force_login(make_user(Role.SECRETARIAT))
    client.post(f"{QUEUE}{second.reference}/nu-este-dublura/")
    second.refresh_from_db()
    assert second.latest.duplicate_override == "count"


def test_a_void_session_stays_void_when_it_is_said_to_be_no_duplicate(client):
    session = make_session(author=make_user(Role.TEACHER))
    void_class_session(session=session, reason="din greșeală")
    client.force_login(make_user(Role.SECRETARIAT))
    answer = client.post(f"{QUEUE}{session.reference}/nu-este-dublura/")
    session.refresh_from_db()
    assert answer["Location"] == f"/clase/sesiuni/{session.reference}/"
    assert session.latest.status == Status.VOID
