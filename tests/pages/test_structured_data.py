"""Structured data: valid JSON that nothing in a page's words can break out of."""

import json
import re

import pytest

from lms.pages.models import MemberIndexPage, MemberPage, StandardPage
from tests.factories import MemberOrganisationFactory, make_home, make_plan

pytestmark = pytest.mark.django_db

SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def data_of(client, address):
    page = client.get(address).content.decode()
    return [json.loads(found) for found in SCRIPT.findall(page)]


def test_a_plan_is_a_learning_resource(client, settings):
    plan = make_plan(title="Fii atent", slug="fii-atent", summary="Pe scurt.")
    (data,) = data_of(client, plan.url)
    assert data["@context"] == "https://schema.org"
    assert data["@type"] == "LearningResource"
    assert (data["name"], data["description"]) == ("Fii atent", "Pe scurt.")
    assert data["url"] == f"{settings.SITE_URL}/lectii/fii-atent/"
    assert data["timeRequired"] == "PT50M"
    assert data["typicalAgeRange"] == "11-14"
    assert data["teaches"] == ["recunosc", "cer ajutor"]
    assert data["provider"]["name"] == "ProTECT"


def test_nothing_in_a_title_ends_the_script(client):
    title = '</script><script>alert("1")</script>'
    (data,) = data_of(client, make_plan(title=title, slug="plan").url)
    assert data["name"] == title


def test_the_site_says_who_it_is_and_where_to_search(client, settings):
    make_home()
    organisation, site = data_of(client, "/")
    assert (organisation["@type"], organisation["name"]) == ("Organization", "ProTECT")
    assert site["potentialAction"]["target"] == (
        f"{settings.SITE_URL}/cautare/?q={{search_term_string}}"
    )


def test_a_member_is_an_organisation(client):
    index = make_home().add_child(instance=MemberIndexPage(title="Membri", slug="membri"))
    page = MemberPage(
        title="Asociația Unu",
        slug="unu",
        summary="Ce face.",
        organisation=MemberOrganisationFactory(),
    )
    (data,) = data_of(client, index.add_child(instance=page).url)
    assert (data["@type"], data["name"]) == ("Organization", "Asociația Unu")
    assert data["description"] == "Ce face."


def page_of(*headings):
    body = []
    for heading in headings:
        body += [("heading", heading), ("paragraph", f"<p>Text la {heading}</p>")]
    return make_home().add_child(instance=StandardPage(title="Pagina", body=body))


def test_a_page_of_questions_and_answers_says_so(client):
    (data,) = data_of(client, page_of("Cine sunteți?", "Ce păstrați?").url)
    assert data["@type"] == "FAQPage"
    assert [question["name"] for question in data["mainEntity"]] == [
        "Cine sunteți?",
        "Ce păstrați?",
    ]
    assert "Text la" in data["mainEntity"][0]["acceptedAnswer"]["text"]


@pytest.mark.parametrize("headings", [(), ("Despre noi", "Contact"), ("De ce?", "Contact")])
def test_a_page_without_questions_does_not(client, headings):
    assert data_of(client, page_of(*headings).url) == []


def test_the_scripts_may_stand_under_the_content_security_policy(client):
    """Data is not run; were it ever read as code, the policy allows none in the page."""
    make_home()
    policy = client.get("/").headers["Content-Security-Policy"]
    assert "script-src 'self'" in policy
