"""The letter that brings the materials of the programme to whoever was there."""

import pytest

from lms.people.models import Letter
from lms.training.services import close_event, open_event
from tests.training.event_factories import make_event, make_participant, make_trainer, say_present
from tests.training.programmes import add_material, make_programme

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]


@pytest.fixture
def trainer(roles):
    return make_trainer()


def held(trainer, *, trainers_only=False, **fields):
    """An event whose programme has a document; Ana was there, Dan was not."""
    programme = make_programme()
    add_material(programme, trainers_only=trainers_only)
    event = make_event(trainer, hours=-3, programme=programme, **fields)
    ana = make_participant(event, email="ana@example.org")
    make_participant(event, email="dan@example.org", name="Dan Ionescu")
    say_present(event.sittings.get(), ana, trainer)
    return event


def letters():
    return Letter.objects.filter(key__startswith="training:materials:")


def test_whoever_was_there_gets_the_materials(trainer):
    close_event(event=held(trainer), expected=1, by=trainer)
    assert [one.address for one in letters()] == ["ana@example.org"]


def test_the_letter_leads_to_the_page_of_the_programme(trainer):
    event = held(trainer)
    close_event(event=event, expected=1, by=trainer)
    assert f"/formare/{event.programme.slug}/" in letters().get().body


def test_closed_again_it_is_not_written_again(trainer):
    event = held(trainer)
    close_event(event=event, expected=1, by=trainer)
    open_event(event=event, expected=2, by=trainer, reason="O prezență greșită.")
    close_event(event=event, expected=3, by=trainer)
    assert letters().count() == 1


def test_nobody_is_told_of_what_is_for_trainers_only(trainer):
    close_event(event=held(trainer, trainers_only=True), expected=1, by=trainer)
    assert not letters()


def test_a_programme_that_was_unpublished_leads_nowhere(trainer):
    event = held(trainer)
    event.programme.unpublish()
    close_event(event=event, expected=1, by=trainer)
    assert not letters()


def test_in_english_the_letter_leads_to_the_romanian_page_where_there_is_no_other(trainer):
    event = held(trainer)
    event.participants.update(language="en")
    close_event(event=event, expected=1, by=trainer)
    assert f"\nhttp://testserver/formare/{event.programme.slug}/" in letters().get().body
