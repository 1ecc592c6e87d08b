"""What classes and class sessions add to a person's home: ways on, and what waits."""

import pytest

from lms.classrooms.enums import Status
from lms.people.links import links_for
from lms.people.roles import Role
from lms.people.todo import items_for
from tests.classrooms.builders import make_session
from tests.factories import MemberOrganisationFactory, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]
OWN = {"/clase/", "/clase/sesiuni/", "/clase/sesiuni/nou/", "/clase/saptamana/"}
QUEUE = "/clase/de-confirmat/"


@pytest.mark.parametrize(
    ("role", "more"),
    [
        (Role.TEACHER, set()),
        (Role.TRAINER, set()),
        (Role.OFFICER, {"/clase/import/", QUEUE}),
        (Role.SECRETARIAT, {"/clase/import/", QUEUE}),
    ],
)
def test_home_leads_to_the_classes_and_sessions_of_ones_role(role, more):
    addresses = {url for _title, url, _icon in links_for(make_user(role))}
    assert {url for url in addresses if url.startswith("/clase/")} == OWN | more


def test_home_leads_an_officer_to_the_sessions_of_the_organisation():
    officer = make_user(Role.OFFICER, organisation=MemberOrganisationFactory())
    assert "/clase/organizatia/" in {url for _title, url, _icon in links_for(officer)}


def test_home_does_not_lead_an_editor_to_class_sessions():
    addresses = [url for _title, url, _icon in links_for(make_user(Role.EDITOR))]
    assert not [url for url in addresses if url.startswith("/clase/")]


def waiting(user):
    return [item.count for item in items_for(user) if item.url == QUEUE]


def test_an_officer_is_told_of_the_own_organisations_unconfirmed_sessions():
    officer = make_user(Role.OFFICER, organisation=MemberOrganisationFactory())
    make_session(organisation=officer.organisation)
    make_session(organisation=officer.organisation, status=Status.REPORTED)
    make_session(organisation=MemberOrganisationFactory())
    assert waiting(officer) == [1]


def test_the_secretariat_is_told_of_all_of_them_once():
    make_session(organisation=MemberOrganisationFactory())
    make_session()
    assert waiting(make_user(Role.SECRETARIAT)) == [2]


def test_a_teacher_is_told_of_none():
    make_session()
    assert waiting(make_user(Role.TEACHER)) == []
