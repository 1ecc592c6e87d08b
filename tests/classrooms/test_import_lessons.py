"""What a file calls a lesson: as the catalogue has it, as our exports have it, with any dash."""

import pytest

from lms.classrooms.importing.registers import Registers
from lms.classrooms.importing.rows import preview_rows
from lms.classrooms.models import SessionImport
from lms.people.roles import Role
from tests.factories import MemberOrganisationFactory, SchoolFactory, make_plan, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]
TITLE = "În siguranță pe Social Media"


@pytest.fixture
def officer():
    return make_user(Role.OFFICER, organisation=MemberOrganisationFactory())


@pytest.fixture
def plans():
    return {
        grades[0]: make_plan(
            title=TITLE,
            subtitle=subtitle,
            slug=f"retele-{grades[0]}",
            grade_from=grades[0],
            grade_to=grades[1],
            age_band=band,
        )
        for subtitle, grades, band in (
            ("clasele V–VIII", (5, 8), "11-14"),
            ("clasele IX–XII", (9, 12), "15-18"),
        )
    }


@pytest.mark.parametrize(
    "text",
    [
        f"{TITLE}, clasele IX–XII",
        f"{TITLE}, clasele IX-XII".upper(),
        f"{TITLE} (IX–XII)",
        f"{TITLE} (IX-XII)",
        "retele-9",
    ],
)
def test_a_lesson_is_found_by_every_name_that_the_site_gives_it(officer, plans, text):
    assert Registers(officer, None).lesson(text, None) == plans[9]


@pytest.mark.parametrize("grade", [5, 9])
def test_of_two_lessons_with_one_title_the_one_for_the_grade_is_meant(officer, plans, grade):
    assert Registers(officer, None).lesson(TITLE, grade) == plans[grade]


def test_a_title_of_two_lessons_without_a_grade_is_asked_about(officer, plans):
    with pytest.raises(ValueError, match="mai multe lecții"):
        Registers(officer, None).lesson(TITLE, None)


def test_a_lesson_from_elsewhere_is_pointed_out_before_it_is_registered(officer):
    row = {
        "lesson_code": "Ora de dirigenție", "date": "2026-11-16", "class_label": "7 B",
        "girls": "12", "school_siiir": SchoolFactory().siiir,
    }  # fmt: skip
    upload = SessionImport.objects.create(
        uploaded_by=officer, organisation=officer.organisation, file_name="a.csv", rows=[row]
    )
    assert "sub numele din fișier" in preview_rows(upload)[0].notes[0]
