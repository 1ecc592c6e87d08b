"""What an officer says of campaign runs is on record, once however often it is sent."""

from uuid import uuid4

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.models import Collection, CollectionViewRestriction

from lms.campaigns.models import CampaignRun, CampaignRunRevision
from lms.core.qualifiers import Qualifier
from lms.people.roles import Role
from lms.reach.models import AuditEvent
from lms.reach.services.periods import open_period
from lms.reach.services.runs import correct_run, register_run, withdraw_run
from media.models import ContentDocument
from tests.campaigns.builders import make_campaign
from tests.factories import CountyFactory, MemberOrganisationFactory, make_user

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


def sent(client, officer, **said):
    """Fill in the form of a run and send it."""
    open_period(year=YEAR)
    client.force_login(officer)
    form = {
        "name": "Târg", "channel": "event", "method": "attendance", "people": "40",
        "client_id": str(uuid4()),
    }  # fmt: skip
    return client.post(reverse("reach:register_run", args=[YEAR]), form | said)


def latest():
    return CampaignRunRevision.objects.latest("pk")


def test_the_link_of_a_campaign_leads_to_its_form(client, officer):
    open_period(year=YEAR)
    page = make_campaign(title="Sună prea bine")
    make_campaign(title="Alta")
    client.force_login(officer)
    address = f"{reverse('reach:new_run')}?campanie={page.translation_key}"
    answer = client.get(address, follow=True)
    form = answer.context["form"]
    assert answer.redirect_chain[-1][0].startswith(reverse("reach:register_run", args=[YEAR]))
    assert (form.initial["campaign"], form.initial["name"]) == (page, page.title)


@pytest.mark.parametrize("query", ["", "?campanie=altceva", "?campanie=%C8%99"])
def test_a_link_to_no_campaign_is_an_empty_form(client, officer, query):
    open_period(year=YEAR)
    make_campaign()
    client.force_login(officer)
    answer = client.get(reverse("reach:new_run") + query, follow=True)
    assert "campaign" not in answer.context["form"].initial


def test_without_an_open_year_the_link_leads_to_the_years(client, officer):
    client.force_login(officer)
    assert client.get(reverse("reach:new_run")).url == reverse("reach:declare")


def test_a_run_says_its_campaign_its_place_and_how_exact_it_is(client, officer):
    page, county = make_campaign(), CountyFactory()
    said = {"campaign": page.pk, "county": county.pk, "locality": "Turda", "qualifier": "circa"}
    sent(client, officer, **said)
    run = latest()
    assert (run.campaign, run.county, run.locality) == (page, county, "Turda")
    assert run.qualifier == Qualifier.ABOUT


def test_an_estimate_is_never_exact(client, officer):
    sent(client, officer, method="estimate", qualifier="exact")
    assert latest().qualifier == Qualifier.ESTIMATED


def test_a_correction_keeps_the_campaign_of_a_page_that_was_taken_down(client, officer):
    page = make_campaign()
    sent(client, officer, campaign=page.pk)
    page.unpublish()
    run = latest().run
    fields = {"name": "Târg", "channel": "event", "people": "50", "expected": "1"}
    address = reverse("reach:correct_run", args=[run.public_id])
    client.post(address, fields | {"campaign": page.pk})
    assert (latest().people, latest().campaign) == (50, page)


def test_a_draft_is_not_to_choose(client, officer):
    page = make_campaign()
    page.unpublish()
    sent(client, officer, campaign=page.pk)
    assert latest().campaign is None


def test_evidence_is_a_document_of_a_closed_collection_that_the_officer_may_open(client, officer):
    root = Collection.get_first_root_node()
    closed = root.add_child(instance=Collection(name="Dovezi"))
    rule = CollectionViewRestriction.objects.create(collection=closed, restriction_type="groups")
    rule.groups.add(officer.groups.get())
    text = ContentFile(b"Lista", "lista.txt")
    kept = ContentDocument.objects.create(title="Lista", file=text, collection=closed)
    text = ContentFile(b"Alta", "alta.txt")
    elsewhere = ContentDocument.objects.create(title="Alta", file=text, collection=root)
    sent(client, officer, evidence=elsewhere.pk)
    assert not CampaignRunRevision.objects.exists()
    sent(client, officer, evidence=kept.pk)
    assert latest().evidence == kept


def test_two_editions_of_a_campaign_are_two_runs_and_one_sent_again_is_not(client, officer):
    page = make_campaign()
    edition = {"campaign": page.pk, "locality": "Turda", "held_on": "20.10.2026"}
    sent(client, officer, **edition)
    for said in ({"locality": "Cluj-Napoca"}, {"held_on": "21.10.2026"}):
        assert sent(client, officer, **(edition | said)).status_code == 302
    assert sent(client, officer, **edition).status_code == 200
    assert CampaignRun.objects.count() == 3
