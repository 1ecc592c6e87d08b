"""What a person changes about the own account."""

import pytest

from lms.people.enums import Role
from tests.factories import CountyFactory, SchoolFactory, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]


@pytest.fixture
def teacher(client):
    user = make_user(Role.TEACHER, school=SchoolFactory(), subject="religie")
    client.force_login(user)
    return user


def test_a_teacher_changes_the_subject(client, teacher):
    client.post("/cont/profil/", {"subject": "informatica"})
    teacher.refresh_from_db()
    assert teacher.subject == "informatica"


def test_an_unknown_subject_is_refused(client, teacher):
    html = client.post("/cont/profil/", {"subject": "zzz"}).content.decode()
    assert "error-summary" in html


def test_the_search_of_a_school_needs_no_scripts(client, teacher):
    school = SchoolFactory(name="Liceul „Podul”")
    html = client.get("/cont/profil/scoala/", {"cauta": "podul"}).content.decode()
    assert f'value="{school.pk}"' in html


def test_a_teacher_changes_the_school(client, teacher):
    other = SchoolFactory()
    client.post("/cont/profil/scoala/", {"scoala": other.pk})
    teacher.refresh_from_db()
    assert teacher.school == other


def test_a_teacher_writes_a_school_that_is_not_in_the_list(client, teacher):
    data = {"missing_name": "Școala Nouă", "missing_locality": "Mociu"}
    client.post("/cont/profil/scoala/", {**data, "missing_county": CountyFactory().pk})
    teacher.refresh_from_db()
    assert teacher.school is None
    assert teacher.school_request.name == "Școala Nouă"


def test_without_a_choice_the_page_says_what_is_missing(client, teacher):
    html = client.post("/cont/profil/scoala/", {"cauta": "cluj"}).content.decode()
    assert "Alegeți o școală din listă" in html
    assert 'value="cluj"' in html


def test_a_half_written_school_keeps_what_was_typed(client, teacher):
    html = client.post("/cont/profil/scoala/", {"missing_name": "Școala Nouă"}).content.decode()
    assert 'value="Școala Nouă"' in html
