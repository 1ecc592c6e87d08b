"""The platform's own trainings in the yearly report: closed ones, each person once."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from lms.core.audiences import Audience
from lms.core.periods import Period
from lms.reach.counting import TrainingCell, count_trainings
from lms.reach.selectors.years import training_facts
from lms.training.services import (
    add_participant,
    cancel_event,
    close_event,
    count_heads,
    open_event,
    tick,
)
from tests.factories import MemberOrganisationFactory
from tests.training.event_factories import in_hours, make_event, make_trainer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]


@pytest.fixture
def trainer(roles):
    return make_trainer(MemberOrganisationFactory(code="ELIB"))


def hold(trainer, *emails, heads=0, audience="profesori", is_closed=True):
    """An event of today at which these were present and so many more were counted."""
    event = make_event(trainer, hours=-3)
    for email in emails:
        person = add_participant(
            event=event, client_id=uuid4(), by=trainer, email=email, name="Ana",
            audience=audience, institution="", county=None,
        )  # fmt: skip
        tick(
            sitting=event.sittings.get(), participant=person, present=True, client_id=uuid4(),
            said_at=timezone.now(), by=trainer,
        )  # fmt: skip
    if heads:
        count_heads(event=event, people={Audience.SOCIAL_WORKERS: heads}, by=trainer)
    if is_closed:
        close_event(event=event, expected=1, by=trainer)
    return event


def counted(as_of=None):
    # The day of an event that was held three hours ago.
    day = timezone.localdate(timezone.now() - timedelta(hours=3))
    return count_trainings(training_facts(Period.year(day.year), as_of))


def test_list_and_heads_of_one_event_are_one_training(trainer):
    hold(trainer, "ana@example.org", heads=20)
    assert counted().whole == TrainingCell(persons=21, seats=21, trainings=1, completed=1)


def test_one_person_at_two_events_is_one_person_and_two_participations(trainer):
    for _ in range(2):
        hold(trainer, "ana@example.org")
    assert counted().whole == TrainingCell(persons=1, seats=2, trainings=2, completed=1)


def test_each_audience_has_its_own(trainer):
    hold(trainer, "ana@example.org", heads=20)
    cells = counted().by_audience
    assert {audience: cell.persons for audience, cell in cells.items()} == {
        "asistenti_sociali": 20,
        "profesori": 1,
    }


def test_an_event_that_is_not_closed_counts_nothing(trainer):
    hold(trainer, "ana@example.org", is_closed=False)
    assert counted().whole.persons == 0


def test_an_event_that_is_opened_again_does_not_count_meanwhile(trainer):
    event = hold(trainer, "ana@example.org")
    open_event(event=event, expected=2, by=trainer, reason="Lipsea o persoană.")
    assert counted().whole.persons == 0


def test_a_cancelled_event_counts_nothing(trainer):
    event = hold(trainer, "ana@example.org", is_closed=False)
    cancel_event(event=event, expected=1, by=trainer, reason="Nu s-a ținut.")
    assert counted().whole.persons == 0


def test_a_moment_before_the_closing_knows_nothing_of_it(trainer):
    before = timezone.now()
    hold(trainer, "ana@example.org")
    assert counted(before).whole.persons == 0


def test_the_five_audiences_of_eliberare_as_head_counts_give_1589(trainer):
    event = make_event(trainer, hours=-3)
    people = {
        Audience.SOCIAL_WORKERS: 832,
        Audience.PRIESTS: 327,
        Audience.LABOUR_INSPECTORS: 39,
        Audience.POLICE: 126,
        Audience.NGO: 265,
    }
    count_heads(event=event, people=people, by=trainer)
    close_event(event=event, expected=1, by=trainer)
    assert counted().by_org["ELIB"].persons == 1589


def test_a_trainer_who_trained_is_not_among_those_who_were_trained(trainer):
    hold(trainer, heads=3)
    assert counted().whole.persons == 3


def test_r43_a_group_that_comes_to_twelve_meetings_is_counted_once(trainer):
    meetings = [in_hours(-hours, lasting=1) for hours in range(36, 0, -3)]
    event = make_event(trainer, sittings=meetings)
    for number in range(3):
        person = add_participant(
            event=event, client_id=uuid4(), by=trainer, email=f"om{number}@example.org",
            name="Ana", audience="profesori", institution="", county=None,
        )  # fmt: skip
        for sitting in event.sittings.all():
            tick(
                sitting=sitting, participant=person, present=True, client_id=uuid4(),
                said_at=timezone.now(), by=trainer,
            )  # fmt: skip
    for heads in (18, 20):
        count_heads(event=event, people={Audience.SOCIAL_WORKERS: heads}, by=trainer)
    close_event(event=event, expected=1, by=trainer)
    assert event.sittings.count() == 12
    assert counted().whole == TrainingCell(persons=23, seats=23, trainings=1, completed=3)
