"""Writes of reporting, sent by the wrong role or for somebody else's object: nothing happens."""

from uuid import uuid4

import pytest
from django.urls import reverse

from lms.campaigns.services import register_run
from lms.people.roles import Role
from lms.reach.models import AuditEvent
from lms.reach.services.declaring import declare_figure
from lms.reach.services.periods import open_period
from tests.factories import MemberOrganisationFactory, SchoolFactory, make_user
from tests.reach.factories import make_session

pytestmark = pytest.mark.django_db
YEAR = 2026
OF_THE_YEAR = ("declare_zeros", "submit_figures", "take_back_figures", "declare_figure")


@pytest.fixture
def owner(roles):
    return make_user(Role.OFFICER, organisation=MemberOrganisationFactory())


@pytest.fixture
def addresses(owner):
    """Every address that writes, with objects of one organisation."""
    period = open_period(year=YEAR)
    figure = declare_figure(
        period=period, indicator="centre_de_zi", client_id=uuid4(), by=owner, value=3
    )
    run = register_run(
        event_key="targ", year=YEAR, method="attendance", client_id=uuid4(), by=owner, people=3
    )
    session = make_session(school=SchoolFactory())
    return {
        **{name: reverse(f"reach:{name}", args=[YEAR]) for name in OF_THE_YEAR},
        "register_run": reverse("reach:register_run", args=[YEAR]),
        "correct_figure": reverse("reach:correct_figure", args=[figure.public_id]),
        "withdraw_figure": reverse("reach:withdraw_figure", args=[figure.public_id]),
        "correct_run": reverse("reach:correct_run", args=[run.public_id]),
        "withdraw_run": reverse("reach:withdraw_run", args=[run.public_id]),
        "decide_figure": reverse("reach:decide_figure", args=[figure.public_id]),
        "decide_run": reverse("reach:decide_run", args=[run.public_id]),
        "decide_session": reverse("reach:decide_session", args=[session.reference]),
        "accept_many": reverse("reach:accept_many"),
        "completeness": reverse("reach:completeness"),
        "period": reverse("reach:period", args=[YEAR]),
    }


FOR_OFFICERS = frozenset(
    {*OF_THE_YEAR, "register_run", "correct_figure", "withdraw_figure", "correct_run",
     "withdraw_run"}
)  # fmt: skip
SAID = {
    "decizie": "accepta", "motiv": "De ce?", "reason": "De ce?", "an": str(YEAR), "pas": "inchide",
    "editie": "1", "revizia": "1", "value": "9", "qualifier": "exact", "method": "register",
}  # fmt: skip


@pytest.mark.parametrize("role", [Role.TEACHER, Role.TRAINER, Role.EDITOR])
def test_other_roles_write_nothing(client, addresses, role):
    client.force_login(make_user(role, organisation=MemberOrganisationFactory()))
    answers = {name: client.post(url, SAID).status_code for name, url in addresses.items()}
    assert set(answers.values()) == {403}


def test_strangers_are_sent_to_sign_in(client, addresses):
    answers = [client.post(url, SAID) for url in addresses.values()]
    assert all("/cont/login/" in answer["Location"] for answer in answers)


def test_an_officer_of_another_organisation_finds_nothing_to_write(client, addresses):
    client.force_login(make_user(Role.OFFICER, organisation=MemberOrganisationFactory()))
    own = ("correct_figure", "withdraw_figure", "correct_run", "withdraw_run")
    assert {client.post(addresses[name], SAID).status_code for name in own} == {404}


def test_an_officer_decides_nothing(client, addresses, owner):
    client.force_login(owner)
    wanted = [url for name, url in addresses.items() if name not in FOR_OFFICERS]
    assert {client.post(url, SAID).status_code for url in wanted} == {403}


def test_the_secretariat_declares_for_nobody(client, addresses, roles):
    client.force_login(make_user(Role.SECRETARIAT))
    wanted = [url for name, url in addresses.items() if name in FOR_OFFICERS]
    assert {client.post(url, SAID).status_code for url in wanted} == {403}


def test_a_draft_is_not_the_secretariats_to_decide_on(client, addresses, roles):
    client.force_login(make_user(Role.SECRETARIAT))
    assert client.post(addresses["decide_figure"], SAID).status_code == 404


def test_reading_writes_nothing(client, addresses, owner, roles):
    before = AuditEvent.objects.count()
    for user in (owner, make_user(Role.SECRETARIAT)):
        client.force_login(user)
        for url in addresses.values():
            client.get(url)
    assert AuditEvent.objects.count() == before
