"""A school that was not in the list: asked for once, settled by the secretariat, given to all."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from lms.organisations import settling
from lms.organisations.models import School, SchoolRequest
from lms.organisations.services import (
    check_new_school,
    merge_schools,
    request_school,
    settle_school_request,
)
from lms.organisations.services.requests import MOST_NEW_SCHOOLS
from lms.people.enums import Role
from lms.people.services import choose_school
from tests.factories import CountyFactory, SchoolFactory, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]


@pytest.fixture
def asked():
    return request_school(name="\u015ecoala Nouă", locality_name="Mociu", county=CountyFactory())


@pytest.fixture
def secretariat(client, roles):
    client.force_login(make_user(Role.SECRETARIAT))


def test_the_same_school_is_asked_for_once(asked):
    again = request_school(name="Școala Nouă ", locality_name="Mociu", county=CountyFactory())
    assert again == asked


@pytest.mark.parametrize("name", ["SCOALA NOUA", "Școala „Nouă”", "\u015ecoala  Nouă."])
def test_a_school_is_the_same_however_it_is_typed(asked, name):
    assert request_school(name=name, locality_name="MOCIU", county=CountyFactory()) == asked


def test_the_school_of_another_village_is_another_school(asked):
    other = request_school(name="Școala Nouă", locality_name="Turda", county=CountyFactory())
    assert other != asked


def test_two_open_requests_for_one_school_cannot_be(asked):
    again = SchoolRequest(name="scoala noua", locality_name="Mociu", county=asked.county)
    with pytest.raises(IntegrityError), transaction.atomic():
        again.save()


def test_a_school_that_was_settled_can_be_asked_for_again(asked):
    settle_school_request(request=asked, school=SchoolFactory())
    again = request_school(name="Școala Nouă", locality_name="Mociu", county=asked.county)
    assert again != asked


def test_new_schools_from_one_address_are_limited_and_waiting_ones_are_not(asked):
    county = asked.county
    for number in range(MOST_NEW_SCHOOLS):
        check_new_school(source="192.0.2.7", name=f"S{number}", locality_name="X", county=county)
    check_new_school(source="192.0.2.7", name="Scoala noua", locality_name="Mociu", county=county)
    with pytest.raises(ValidationError, match="peste o oră"):
        check_new_school(source="192.0.2.7", name="Alta", locality_name="X", county=county)


def test_a_settled_request_names_the_school(asked):
    school = SchoolFactory()
    settle_school_request(request=asked, school=school)
    assert (asked.state, asked.school) == (SchoolRequest.State.SETTLED, school)


def test_everybody_who_asked_gets_the_school(asked):
    teachers = [make_user(Role.TEACHER, school_request=asked) for _ in range(2)]
    school = SchoolFactory()
    settle_school_request(request=asked, school=school)
    for teacher in teachers:
        teacher.refresh_from_db()
        assert teacher.school == school


def test_who_chose_another_school_meanwhile_keeps_it(asked):
    teacher = make_user(Role.TEACHER, school_request=asked)
    other = SchoolFactory()
    choose_school(user=teacher, school=other)
    settle_school_request(request=asked, school=SchoolFactory())
    teacher.refresh_from_db()
    assert teacher.school == other


def test_merging_moves_the_teachers():
    duplicate, into = SchoolFactory(), SchoolFactory()
    teacher = make_user(Role.TEACHER, school=duplicate)
    merge_schools(duplicate=duplicate, into=into)
    teacher.refresh_from_db()
    assert teacher.school == into


def test_merging_moves_what_was_merged_before():
    first, second, third = SchoolFactory(), SchoolFactory(), SchoolFactory()
    merge_schools(duplicate=first, into=second)
    merge_schools(duplicate=second, into=third)
    first.refresh_from_db()
    assert first.merged_into == third


@pytest.mark.parametrize("into_itself", [True, False])
def test_a_school_is_merged_only_into_one_that_stays(into_itself):
    school, other = SchoolFactory(), SchoolFactory()
    merge_schools(duplicate=other, into=school)
    with pytest.raises(ValueError, match="another one that stays"):
        merge_schools(duplicate=school, into=school if into_itself else other)


def test_two_schools_are_not_merged_into_each_other_by_two_people():
    school, other = SchoolFactory(), SchoolFactory()
    merge_schools(duplicate=School.objects.get(pk=school.pk), into=other)
    with pytest.raises(ValueError, match="another one that stays"):
        merge_schools(duplicate=other, into=school)


def test_an_action_is_told_once(monkeypatch):
    monkeypatch.setattr(settling, "_settled", [])
    settling.when_settled(print)
    settling.when_settled(print)
    assert settling._settled == [print]


@pytest.mark.usefixtures("secretariat")
def test_the_secretariat_chooses_the_school_that_was_meant(client, asked):
    school = SchoolFactory()
    client.post(f"/admin/cereri-scoli/edit/{asked.pk}/", {"school": school.pk})
    asked.refresh_from_db()
    assert asked.school == school


@pytest.mark.usefixtures("secretariat")
def test_the_secretariat_adds_the_school(client, asked):
    form = {"siiir": "0001", "name": "Școala Nouă", "county": "CJ", "locality_name": "Mociu"}
    client.post(f"/admin/cereri-scoli/edit/{asked.pk}/", {**form, "medium": "rural"})
    asked.refresh_from_db()
    assert asked.school == School.objects.get(siiir="0001")


@pytest.mark.usefixtures("secretariat")
def test_without_a_choice_the_queue_says_what_is_missing(client, asked):
    html = client.post(f"/admin/cereri-scoli/edit/{asked.pk}/").content.decode()
    assert "Alegeți o școală din listă" in html


@pytest.mark.parametrize("role", [Role.TEACHER, Role.OFFICER, Role.EDITOR])
def test_others_do_not_settle_requests(client, asked, role):
    client.force_login(make_user(role))
    client.post(f"/admin/cereri-scoli/edit/{asked.pk}/", {"school": SchoolFactory().pk})
    asked.refresh_from_db()
    assert asked.school is None
