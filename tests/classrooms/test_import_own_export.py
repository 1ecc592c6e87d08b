"""The secretariat's list of sessions, exported and brought in again, changes nothing."""

import csv
import io

import pytest

from lms.classrooms.enums import Status
from lms.classrooms.models import ClassSession, ClassSessionRevision
from lms.organisations.services import request_school
from lms.people.roles import Role
from tests.classrooms.builders import make_session
from tests.classrooms.test_import import bring_in, rows_of
from tests.factories import MemberOrganisationFactory, SchoolFactory, make_plan, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]


@pytest.fixture
def sessions():
    """One of each kind: counted, of no organisation, with a missing school, unknown code, late."""
    author = make_user(Role.TEACHER)
    school = SchoolFactory()
    asked = request_school(name="Școala Nouă", locality_name="Mociu", county=school.county)
    return [
        make_session(author=author, organisation=MemberOrganisationFactory(), school=school),
        make_session(author=author, class_label="clasa pregătitoare A"),
        make_session(author=author, class_label="", group_type="mixed"),
        make_session(author=author, school_request=asked),
        make_session(author=author, school_code="7777777777", lesson_code="L-ALTA"),
        make_session(author=author, status=Status.VERIFIED, girls=70),
    ]


@pytest.fixture
def secretariat(client):
    client.force_login(make_user(Role.SECRETARIAT))
    return client


def exported(client, language=""):
    """The list of sessions as the site gives it, one file for each state of them in a row."""
    address = f"{language}/raport/2026/sesiuni.csv"
    files = []
    for state in ("numarate", "carantina", "dubluri"):
        answer = client.get(address, {"stare": state})
        lines = b"".join(answer).decode("utf-8-sig").splitlines(keepends=True)
        files += lines[1:] if files else lines
    return "".join(files).encode()


@pytest.mark.parametrize("language", ["", "/en"])
def test_no_row_of_our_own_export_is_wrong_or_new(secretariat, sessions, language):
    rows = rows_of(secretariat, exported(secretariat, language))
    assert {row.known.reference for row in rows} == {one.reference for one in sessions}
    assert not [row.errors for row in rows if row.errors or row.is_new or row.revises]


def test_our_own_export_brought_in_again_changes_nothing(secretariat, sessions):
    outcome = bring_in(secretariat, exported(secretariat)).outcome
    assert outcome == {"added": 0, "corrected": 0, "known": len(sessions), "refused": 0}
    assert ClassSessionRevision.objects.count() == len(sessions)


def elsewhere(content):
    """The same file without the numbers that these sessions have here."""
    table = list(csv.reader(io.StringIO(content.decode()), delimiter=";"))
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=";").writerows([[f"{row[0]} vechi", *row[1:]] for row in table])
    return out.getvalue().replace("referință vechi", "referință").encode()


def test_an_export_is_understood_column_by_column(secretariat):
    """As a platform would read it that has the schools and plans but not the sessions."""
    organisation, school, plan = MemberOrganisationFactory(), SchoolFactory(), make_plan()
    make_session(
        author=make_user(Role.TEACHER),
        organisation=organisation,
        school=school,
        plan=plan,
        adults=2,
    )
    bring_in(secretariat, elsewhere(exported(secretariat)))
    read = ClassSession.objects.order_by("-pk").first().latest
    said = (read.school, read.plan, read.organisation, read.grade, read.letter)
    assert said == (school, plan, organisation, 7, "B")
    assert (read.girls, read.boys, read.undisclosed, read.adults) == (12, 14, 0, 2)


def test_a_session_of_no_organisation_stays_of_none(secretariat):
    make_session(author=make_user(Role.TEACHER))
    bring_in(secretariat, elsewhere(exported(secretariat)))
    assert ClassSession.objects.order_by("-pk").first().latest.organisation is None


def test_the_number_of_somebody_elses_session_opens_nothing(client):
    session = make_session(author=make_user(Role.TEACHER), organisation=MemberOrganisationFactory())
    client.force_login(make_user(Role.OFFICER, organisation=MemberOrganisationFactory()))
    titles = b"session_ref;data;lectia;SIIIR;clasa;fete\n"
    content = f"{session.reference};16.11.2026;L-X;0561100001;7 B;3\n".encode()
    (row,) = rows_of(client, titles + content)
    assert row.known is None
