"""What an officer says of campaign runs is on record, once however often it is sent."""

from uuid import uuid4

import pytest
from django.urls import reverse

from lms.campaigns.models import CampaignRun
from lms.people.roles import Role
from lms.reach.models import AuditEvent
from lms.reach.services.periods import open_period
from lms.reach.services.runs import correct_run, register_run, withdraw_run
from tests.factories import MemberOrganisationFactory, make_user

pytestmark = pytest.mark.django_db
YEAR = 2026


@pytest.fixture
def officer(roles):
    return make_user(Role.OFFICER, organisation=MemberOrganisationFactory())


def registered(by, client_id=None):
    said = {"event_key": "targ", "year": YEAR, "method": "attendance", "people": 120}
    return register_run(client_id=client_id or uuid4(), by=by, **said)


def written_down():
    return [(event.verb, event.reason) for event in AuditEvent.objects.order_by("pk")]


def test_a_run_that_is_sent_twice_is_on_record_once(officer):
    same = uuid4()
    registered(officer, same)
    registered(officer, same)
    assert written_down() == [("declared", "")]


def test_a_correction_is_on_record(officer):
    run = registered(officer)
    correct_run(run=run, expected=1, by=officer, people=130)
    assert written_down()[1:] == [("corrected", "")]


def test_a_correction_that_is_sent_twice_is_on_record_once(officer):
    run = registered(officer)
    correct_run(run=run, expected=1, by=officer, people=130)
    again = CampaignRun.objects.get(pk=run.pk)
    correct_run(run=again, expected=1, by=officer, people=130)
    assert written_down()[1:] == [("corrected", "")]


def test_a_run_that_is_taken_back_twice_is_on_record_once_with_its_reason(officer):
    run = registered(officer)
    for _hand in range(2):
        withdraw_run(run=CampaignRun.objects.get(pk=run.pk), reason="dublă", by=officer)
    assert written_down()[1:] == [("voided", "dublă")]


def test_the_page_of_a_run_takes_it_back(client, officer):
    open_period(year=YEAR)
    run = registered(officer)
    client.force_login(officer)
    client.post(reverse("reach:withdraw_run", args=[run.public_id]), {"reason": "dublă"})
    assert written_down()[-1] == ("voided", "dublă")
