"""A trainer ticks a list on a phone that loses its network."""

import pytest

from lms.core.management.commands.show_addresses import DEMO_PASSWORD
from lms.people.models import User
from lms.training.models import Attendance
from tests.training.event_factories import make_event, make_participant

pytestmark = pytest.mark.browser


@pytest.fixture
def phone(browser, site):
    """The list of a sitting of two, open on the phone of its trainer."""
    event = make_event(User.objects.get(email="formator@demo.protect.ro"))
    for name in ("Ana Popescu", "Ion Rusu"):
        make_participant(event, name=name)
    context = browser.new_context(base_url=site, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto("/cont/login/")
    page.fill("input[name=login]", "formator@demo.protect.ro")
    page.fill("input[name=password]", DEMO_PASSWORD)
    page.press("input[name=password]", "Enter")
    page.wait_for_url("**/cont/")
    page.goto(f"/formare/evenimente/{event.public_id}/prezenta/1/")
    yield page
    context.close()


def ticks(phone):
    """What is kept of the sitting that the phone shows; the demonstration has others."""
    event = phone.url.split("/evenimente/")[1].split("/")[0]
    return Attendance.objects.filter(sitting__event__public_id=event)


def test_a_tick_is_saved_by_itself(phone):
    phone.locator("label", has_text="Ana Popescu").click()
    phone.wait_for_selector("text=Toate bifele sunt salvate.")
    assert ticks(phone).get().present


def test_what_is_ticked_without_a_network_is_sent_when_it_is_back(phone):
    phone.context.set_offline(True)
    phone.locator("label", has_text="Ana Popescu").click()
    phone.locator("label", has_text="Ion Rusu").click()
    phone.wait_for_selector("text=Bife care așteaptă pe acest dispozitiv: 2")
    assert not ticks(phone).exists()
    phone.context.set_offline(False)
    phone.wait_for_selector("text=Toate bifele sunt salvate.")
    assert ticks(phone).filter(present=True).count() == 2


def test_what_waits_names_nobody(phone):
    phone.context.set_offline(True)
    phone.locator("label", has_text="Ana Popescu").click()
    phone.wait_for_selector("text=Bife care așteaptă pe acest dispozitiv: 1")
    assert "Popescu" not in phone.evaluate("JSON.stringify(localStorage)")
