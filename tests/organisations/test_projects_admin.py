"""The secretariat's list of funded projects in the admin."""

import pytest

from lms.organisations.models import FundingProject
from lms.people.enums import Role
from tests.factories import make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]

FORM = {
    "code": "NO-2026-7",
    "name": "Școli fără trafic",
    "funder": "Granturile Norvegiene",
    "organisation": "",
    "starts_on": "2026-03-01",
    "ends_on": "2027-02-28",
}


@pytest.fixture
def secretariat(client, roles):
    client.force_login(make_user(Role.SECRETARIAT))


@pytest.mark.usefixtures("secretariat")
def test_a_project_is_added(client):
    client.post("/admin/proiecte/new/", FORM)
    assert FundingProject.objects.get().name == "Școli fără trafic"


@pytest.mark.usefixtures("secretariat")
def test_a_project_that_ends_before_it_starts_is_explained(client):
    page = client.post("/admin/proiecte/new/", FORM | {"ends_on": "2025-01-01"})
    assert "verificați cele două date" in page.content.decode()


@pytest.mark.usefixtures("secretariat")
def test_a_project_is_never_deleted(client):
    project = FundingProject.objects.create(code="A", name="Proiect")
    client.post(f"/admin/proiecte/delete/{project.pk}/")
    assert FundingProject.objects.exists()


def test_an_officer_has_no_business_with_projects(client):
    client.force_login(make_user(Role.OFFICER))
    client.post("/admin/proiecte/new/", FORM)
    assert not FundingProject.objects.exists()
