"""The form of one session in an account: what comes filled in, and what is not asked."""

import pytest
from django.urls import reverse

from lms.classrooms.enums import Status
from lms.classrooms.models import ClassSession
from lms.organisations.services import request_school, settle_school_request
from lms.people.roles import Role
from tests.classrooms.builders import form_data, make_session
from tests.factories import (
    CountyFactory,
    MemberOrganisationFactory,
    SchoolFactory,
    make_edition,
    make_user,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]
ADDRESS = "/clase/sesiuni/nou/"


@pytest.fixture
def plan():
    return make_edition().plan


@pytest.fixture
def school():
    return SchoolFactory()


def test_no_address_is_asked_for_and_the_session_is_reported(client, plan, school):
    client.force_login(make_user(Role.TEACHER))
    client.post(ADDRESS, form_data(plan, school, email=""))
    assert ClassSession.objects.get().latest.status == Status.REPORTED


def test_school_and_organisation_come_filled_in(client, school):
    organisation = MemberOrganisationFactory()
    user = make_user(Role.OFFICER, organisation=organisation, school=school)
    client.force_login(user)
    form = client.get(ADDRESS).context["form"]
    assert form["school"].value() == school.pk
    assert form["organisation"].value() == organisation.pk


@pytest.fixture
def teacher_without_school(client):
    """Somebody whose school is still looked for by the secretariat."""
    asked = request_school(name="Școala Nouă", locality_name="Mociu", county=CountyFactory())
    user = make_user(Role.TEACHER, school_request=asked)
    client.force_login(user)
    return user


@pytest.mark.parametrize("address", [ADDRESS, "/clase/saptamana/"])
def test_a_school_that_is_still_looked_for_comes_filled_in(client, teacher_without_school, address):
    form = client.get(address).context["form"]
    names = ("school", "missing_name", "missing_locality", "missing_county")
    assert [form[name].value() for name in names] == ["nou", "Școala Nouă", "Mociu", "CJ"]


def test_sending_it_asks_for_the_school_only_once(client, teacher_without_school, plan):
    form = client.get(ADDRESS).context["form"]
    names = ("school", "missing_name", "missing_locality", "missing_county")
    client.post(ADDRESS, form_data(plan, None, **{name: form[name].value() for name in names}))
    asked = teacher_without_school.school_request
    assert ClassSession.objects.get().latest.school_request == asked


def test_a_school_that_was_found_meanwhile_comes_filled_in(client, teacher_without_school, school):
    asked = teacher_without_school.school_request
    settle_school_request(request=asked, school=school)
    assert client.get(ADDRESS).context["form"]["school"].value() == school.pk


def test_repeating_brings_lesson_and_school_but_no_numbers(client, plan, school):
    user = make_user(Role.TEACHER)
    session = make_session(author=user, plan=plan, school=school)
    client.force_login(user)
    form = client.get(ADDRESS, {"repeta": session.reference}).context["form"]
    values = {name: form[name].value() for name in ("plan", "school", "girls", "class_label")}
    assert values == {
        "plan": plan.pk, "school": school.pk, "girls": None, "class_label": None
    }  # fmt: skip


def test_somebody_elses_session_cannot_be_repeated(client, plan):
    session = make_session(author=make_user(Role.TEACHER), plan=plan)
    client.force_login(make_user(Role.TEACHER))
    form = client.get(ADDRESS, {"repeta": session.reference}).context["form"]
    assert form["plan"].value() is None


def test_who_may_not_register_in_an_account_registers_without_one(client, plan, school):
    client.force_login(make_user(Role.EDITOR))
    client.post(ADDRESS, form_data(plan, school))
    assert ClassSession.objects.get().author is None


def test_the_receipt_has_a_plain_address_in_an_account(client, plan, school):
    client.force_login(make_user(Role.TEACHER))
    location = client.post(ADDRESS, form_data(plan, school))["Location"]
    reference = ClassSession.objects.get().reference
    assert location == reverse("classrooms:session", args=[reference])
