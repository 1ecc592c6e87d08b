"""The funded project of a member's class session."""

from datetime import date

import pytest

from lms.classrooms.models import ClassSession
from lms.organisations.models import FundingProject
from lms.people.roles import Role
from tests.classrooms.builders import form_data, make_session
from tests.factories import MemberOrganisationFactory, SchoolFactory, make_edition, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]
ADDRESS = "/clase/sesiuni/nou/"


@pytest.fixture
def member():
    return MemberOrganisationFactory()


@pytest.fixture
def project(member):
    return FundingProject.objects.create(code="NO-7", name="Școli", organisation=member)


@pytest.fixture
def officer(client, member, roles):
    user = make_user(Role.OFFICER, organisation=member)
    client.force_login(user)
    return user


def offered(client):
    form = client.get(ADDRESS).context["form"]
    return list(form.fields["project"].queryset) if "project" in form.fields else None


@pytest.mark.usefixtures("officer")
def test_a_member_is_offered_its_own_projects(client, project):
    FundingProject.objects.create(
        code="X-1", name="Al altora", organisation=MemberOrganisationFactory()
    )
    assert offered(client) == [project]


@pytest.mark.usefixtures("officer")
def test_a_project_that_has_ended_is_not_offered(client, project):
    project.ends_on = date(2026, 11, 22)
    project.save()
    assert offered(client) is None


@pytest.mark.usefixtures("project")
def test_a_teacher_of_no_member_is_not_asked(client):
    client.force_login(make_user(Role.TEACHER))
    assert offered(client) is None


@pytest.mark.usefixtures("officer")
def test_the_session_keeps_its_project(client, project):
    data = form_data(make_edition().plan, SchoolFactory(), project=project.pk)
    client.post(ADDRESS, data)
    assert ClassSession.objects.get().latest.project == project


@pytest.mark.usefixtures("officer")
def test_a_project_of_somebody_else_is_refused(client, project):
    other = FundingProject.objects.create(
        code="X-1", name="Al altora", organisation=MemberOrganisationFactory()
    )
    client.post(ADDRESS, form_data(make_edition().plan, SchoolFactory(), project=other.pk))
    assert not ClassSession.objects.exists()


def test_a_correction_by_who_is_not_asked_leaves_the_project(client, project):
    teacher = make_user(Role.TEACHER)
    client.force_login(teacher)
    plan, school = make_edition().plan, SchoolFactory()
    session = make_session(author=teacher, plan=plan, school=school, project=project)
    address = f"/clase/sesiuni/{session.reference}/corectare/"
    client.post(address, form_data(plan, school, girls=3, expected=1))
    session.refresh_from_db()
    assert (session.latest.girls, session.latest.project) == (3, project)
