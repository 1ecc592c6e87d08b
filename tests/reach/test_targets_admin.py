"""The secretariat writes down what was promised."""

import pytest
from django.db import IntegrityError
from django.utils import translation

from lms.organisations.models import FundingProject
from lms.people.roles import Role
from lms.reach.admin.targets import indicator_choices
from lms.reach.models import Target
from tests.factories import MemberOrganisationFactory, make_user

pytestmark = pytest.mark.django_db
FORM = {
    "indicator": "persoane_instruite", "year": "2026", "value": "600", "organisation": "",
    "project": "",
}  # fmt: skip


@pytest.fixture
def secretariat(client, roles):
    client.force_login(make_user(Role.SECRETARIAT))
    return client


def test_a_target_of_the_platform_is_added(secretariat):
    secretariat.post("/admin/tinte/new/", FORM)
    assert Target.objects.get().value == 600


def test_an_indicator_that_does_not_exist_is_refused(secretariat):
    secretariat.post("/admin/tinte/new/", FORM | {"indicator": "altceva"})
    assert not Target.objects.exists()


@pytest.mark.parametrize("slip", [{"year": "20226"}, {"year": "0"}, {"value": "9" * 18}])
def test_a_slip_of_the_finger_is_no_target(secretariat, slip):
    secretariat.post("/admin/tinte/new/", FORM | slip)
    assert not Target.objects.exists()


def test_a_target_is_of_a_member_or_of_a_project(secretariat):
    project = FundingProject.objects.create(code="A", name="Proiect")
    both = {"organisation": MemberOrganisationFactory().pk, "project": project.pk}
    page = secretariat.post("/admin/tinte/new/", FORM | both)
    assert "nu amândouă" in page.content.decode()


def test_a_second_target_for_the_same_is_refused(secretariat):
    for _ in range(2):
        secretariat.post("/admin/tinte/new/", FORM)
    assert Target.objects.count() == 1


@pytest.mark.parametrize("whose", ["platform", "organisation", "project"])
def test_the_database_itself_keeps_one_target(whose):
    owner = {
        "platform": dict,
        "organisation": lambda: {"organisation": MemberOrganisationFactory()},
        "project": lambda: {"project": FundingProject.objects.create(code="A", name="Proiect")},
    }[whose]()
    Target.objects.create(indicator="persoane_instruite", year=2026, value=1, **owner)
    with pytest.raises(IntegrityError):
        Target.objects.create(indicator="persoane_instruite", year=2026, value=2, **owner)


def test_the_database_itself_refuses_a_target_of_two():
    project = FundingProject.objects.create(code="A", name="Proiect")
    with pytest.raises(IntegrityError):
        Target.objects.create(
            indicator="persoane_instruite", year=2026, value=1, project=project,
            organisation=MemberOrganisationFactory(),
        )  # fmt: skip


def test_the_list_names_the_indicator_in_words(secretariat):
    secretariat.post("/admin/tinte/new/", FORM)
    assert "Beneficiari direcți instruiți" in secretariat.get("/admin/tinte/").content.decode()


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ro", "Beneficiari direcți instruiți pe parcursul anului"),
        ("en", "Direct beneficiaries trained during the year"),
    ],
)
def test_a_figure_that_names_its_year_names_none_in_the_list(language, words):
    with translation.override(language):
        assert dict(indicator_choices())["persoane_instruite"] == words


def test_an_officer_promises_nothing(client, roles):
    client.force_login(make_user(Role.OFFICER, organisation=MemberOrganisationFactory()))
    client.post("/admin/tinte/new/", FORM)
    assert not Target.objects.exists()
