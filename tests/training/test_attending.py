"""Attendance: three ways that add up, rows that are only added."""

from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from lms.core.audiences import Audience
from lms.training.models import Attendance, HeadCount
from lms.training.selectors.rosters import roster_of
from lms.training.services import (
    EventSettled,
    OutsideWindow,
    add_participant,
    check_in,
    close_event,
    count_heads,
    tick,
)
from tests.training.event_factories import make_event, make_participant, make_trainer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]


@pytest.fixture
def trainer(roles):
    return make_trainer()


@pytest.fixture
def event(trainer):
    return make_event(trainer, hours=0)


def said(event, person, trainer, *, present=True, **fields):
    usual = {"client_id": uuid4(), "said_at": timezone.now()}
    return tick(
        sitting=event.sittings.get(), participant=person, present=present, by=trainer,
        **(usual | fields),
    )  # fmt: skip


def test_list_check_in_and_heads_add_up(event, trainer):
    ticked, scanned = make_participant(event), make_participant(event)
    said(event, ticked, trainer)
    check_in(sitting=event.sittings.get(), email=scanned.email, client_id=uuid4())
    count_heads(event=event, people={Audience.NGO: 20}, by=trainer)
    assert roster_of(event).people == 22


def test_a_tick_sent_again_is_the_same_tick(event, trainer):
    person, client_id = make_participant(event), uuid4()
    for _ in range(2):
        said(event, person, trainer, client_id=client_id)
    assert Attendance.objects.count() == 1


def test_two_phones_that_say_the_same_say_it_once(event, trainer):
    person = make_participant(event)
    for _ in range(2):
        said(event, person, trainer)
    assert Attendance.objects.count() == 1


def test_taking_a_tick_back_keeps_what_was_said(event, trainer):
    person = make_participant(event)
    said(event, person, trainer)
    said(event, person, trainer, present=False)
    assert (Attendance.objects.count(), roster_of(event).people) == (2, 0)


def test_attendance_keeps_the_audience_of_the_day(event, trainer):
    person = make_participant(event, audience="profesori")
    row = said(event, person, trainer)
    person.audience = "consilieri_scolari"
    person.save()
    row.refresh_from_db()
    assert row.audience == "profesori"


def test_a_trainer_of_another_organisation_ticks_nobody(event):
    with pytest.raises(PermissionDenied):
        said(event, make_participant(event), make_trainer())


def test_a_participant_of_another_event_is_not_ticked_here(event, trainer):
    other = make_participant(make_event(trainer))
    with pytest.raises(PermissionDenied):
        said(event, other, trainer)


def test_nothing_is_ticked_after_closing(event, trainer):
    person = make_participant(event)
    close_event(event=event, expected=1, by=trainer)
    with pytest.raises(EventSettled):
        said(event, person, trainer)


@pytest.mark.parametrize(("hours", "is_over"), [(24, False), (-24, True)])
def test_one_checks_in_at_the_time_of_the_sitting_only(trainer, hours, is_over):
    event = make_event(trainer, hours=hours)
    person = make_participant(event)
    with pytest.raises(OutsideWindow) as refused:
        check_in(sitting=event.sittings.get(), email=person.email, client_id=uuid4())
    assert refused.value.is_over is is_over


def test_an_unknown_address_checks_nobody_in(event):
    found = check_in(sitting=event.sittings.get(), email="x@example.org", client_id=uuid4())
    assert found is None


def test_who_had_not_enrolled_comes_onto_the_list(event):
    check_in(
        sitting=event.sittings.get(), email="nou@example.org", client_id=uuid4(),
        name="Ion Nou", audience="ong", institution="Asociația", county=event.county,
    )  # fmt: skip
    assert roster_of(event).rows[0].attended


def test_heads_are_counted_beside_the_list(event, trainer):
    count_heads(event=event, people={Audience.TEACHERS: 3}, by=trainer)
    assert roster_of(event).counted == {Audience.TEACHERS: 3}


def test_the_last_count_holds_and_the_first_stays_readable(event, trainer):
    for number in (20, 18):
        count_heads(event=event, people={Audience.NGO: number}, by=trainer)
    assert roster_of(event).counted == {Audience.NGO: 18}
    assert HeadCount.objects.count() == 2


def test_the_same_count_again_says_nothing_new(event, trainer):
    for _ in range(2):
        count_heads(event=event, people={Audience.NGO: 20}, by=trainer)
    assert HeadCount.objects.count() == 1


def test_two_people_without_an_address_are_two_people(event, trainer):
    for name in ("Ana", "Ion"):
        add_participant(
            event=event, client_id=uuid4(), by=trainer, name=name, audience="ong",
            institution="", county=None,
        )  # fmt: skip
    assert event.participants.count() == 2
