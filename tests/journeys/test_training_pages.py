"""The pages of a training, in a real browser: accessible and whole on a small screen."""

import pytest
from django.urls import reverse

from lms.training.models import Certificate, Participant, TrainingEvent, TrainingRequest
from lms.training.tokens import participant_token, sitting_token
from tests.journeys.test_every_page import serious_problems
from tests.journeys.test_keyboard import walk

pytestmark = pytest.mark.browser


def trainers_pages() -> list[str]:
    """What a trainer works with, of an event that is over and of one that people enrol for."""
    asked = TrainingRequest.objects.order_by("pk").first()
    certificate = Certificate.objects.order_by("pk").first()
    over = certificate.participant.event.public_id
    coming = TrainingEvent.objects.filter(state="open").first().public_id
    one = [over, certificate.number]
    return [
        *(reverse(f"training:{name}") for name in ("events", "plan", "requests", "this_year")),
        reverse("training:request", args=[asked.public_id]),
        *(reverse(f"training:{name}", args=[over]) for name in ("event", "learning")),
        reverse("training:certificates", args=[over]),
        *(reverse(f"training:{name}", args=one) for name in ("certificate", "facilitators")),
        *(
            reverse(f"training:{name}", args=[coming])
            for name in ("event", "change", "add", "import", "heads")
        ),
        *(reverse(f"training:{name}", args=[coming, 1]) for name in ("sitting", "screen")),
    ]


def everybodys_pages() -> list[str]:
    """What is open to whoever asks, enrols, comes or checks a certificate."""
    certificate = Certificate.objects.order_by("pk").first()
    coming = TrainingEvent.objects.filter(state="open").first()
    own = [
        participant_token(person.public_id)
        for person in (certificate.participant, Participant.objects.filter(event=coming).first())
    ]
    present = reverse("training:present", args=[sitting_token(coming.sittings.get().public_id)])
    return [
        *(reverse(f"training:{name}") for name in ("ask", "asked", "erased")),
        *(reverse(f"training:{name}", args=[coming.code]) for name in ("public_event", "enrolled")),
        reverse("training:public_event", args=[certificate.participant.event.code]),
        *(reverse("training:own", args=[token]) for token in own),
        present,
        f"{present}?fara",
        reverse("certificate", args=[certificate.number]),
        reverse("certificate", args=["BCDH-JKLM-RTWX"]),
        reverse("ask_certificate"),
    ]


def problems_of(page, addresses) -> list[str]:
    found = []
    for address in addresses:
        page.goto(address)
        found += [f"{address} axe: {line}" for line in serious_problems(page)]
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found.append(f"{address} is wider than a small screen")
    return found


def test_every_page_of_a_trainer_is_accessible_and_whole(signed_in):
    page = signed_in("formator")
    page.set_viewport_size({"width": 360, "height": 740})
    assert problems_of(page, trainers_pages()) == []


def test_every_page_of_who_takes_part_is_accessible_and_whole(browser, site):
    context = browser.new_context(base_url=site, viewport={"width": 360, "height": 740})
    assert problems_of(context.new_page(), everybodys_pages()) == []
    context.close()


def test_the_keyboard_reaches_everything_that_a_trainer_works_with(signed_in):
    page = signed_in("formator")
    assert [problem for path in trainers_pages() for problem in walk(page, path)] == []


def test_the_keyboard_reaches_everything_for_who_takes_part(browser, site):
    page = browser.new_page(base_url=site, viewport={"width": 1280, "height": 800})
    assert [problem for path in everybodys_pages() for problem in walk(page, path)] == []
    page.close()
