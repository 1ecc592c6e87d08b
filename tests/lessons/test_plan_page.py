"""What the page of a plan holds, beyond its words."""

import pytest
from django.core.exceptions import ValidationError

from lms.helplines.starter import load as load_helplines
from tests.factories import make_plan

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(client):
    make_plan(slug="plan")
    return client.get("/lectii/plan/").content.decode()


def test_the_printed_plan_carries_its_address_and_the_help_lines_of_the_strip(client):
    make_plan(slug="plan")
    load_helplines()
    printed = client.get("/lectii/plan/").content.decode().split("print-foot")[1]
    assert "/lectii/plan/ · 112 · 119 · 0800 800 678</span>" in printed


def test_r41_the_page_carries_what_to_do_when_a_pupil_tells_something(page):
    box = page.split('class="disclosure-box"')[1].split("</section>")[0]
    assert "Dacă un elev vă spune ceva" in box
    assert "<p>Ascultați.</p>" in box


def test_r41_a_plan_without_it_is_refused():
    plan = make_plan(slug="plan")
    plan.disclosure = ""
    with pytest.raises(ValidationError) as refused:
        plan.full_clean()
    assert "disclosure" in refused.value.message_dict


def test_the_printed_plan_carries_a_code(page):
    assert "<svg" in page.split("print-foot")[1]


def test_a_plan_without_a_translation_leads_to_the_other_catalogue(page):
    assert 'href="/en/lectii/"' in page


def test_the_switch_keeps_what_was_searched_for(client):
    make_plan()
    assert 'href="/en/lectii/?q=poze"' in client.get("/lectii/?q=poze").content.decode()


def test_the_page_sets_no_cookie(client):
    make_plan(slug="plan")
    client.get("/lectii/plan/")
    assert not client.cookies


def test_the_page_carries_no_form_token(page):
    assert "csrfmiddlewaretoken" not in page
