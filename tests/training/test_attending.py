"""Attendance: three ways that add up, rows that are only added."""

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from lms.core.audiences import Audience
from lms.people.models import Letter
from lms.training.models import Attendance, HeadCount
from lms.training.selectors.rosters import roster_of
from lms.training.services import (
    EventSettled,
    HasAttended,
    HeadsMovedOn,
    OutsideWindow,
    add_participant,
    check_in,
    close_event,
    count_heads,
    tick,
    withdraw,
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


def test_two_colleagues_check_in_by_one_form_on_one_phone(event):
    people, client_id = [make_participant(event), make_participant(event)], uuid4()
    for person in people:
        check_in(sitting=event.sittings.get(), email=person.email, client_id=client_id)
    assert roster_of(event).attended == 2


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


def test_a_tick_that_waited_does_not_undo_what_was_said_later(event, trainer):
    person = make_participant(event)
    check_in(sitting=event.sittings.get(), email=person.email, client_id=uuid4())
    said(event, person, trainer, present=False, said_at=timezone.now() - timedelta(hours=1))
    assert roster_of(event).attended == 1


def test_who_had_withdrawn_and_comes_is_on_the_list(trainer):
    with time_machine.travel(timezone.now() - timedelta(days=2)):
        event = make_event(trainer)
        person = make_participant(event)
        withdraw(participant=person)
    check_in(sitting=event.sittings.get(), email=person.email, client_id=uuid4())
    assert roster_of(event).attended == 1


def test_who_waits_for_a_place_is_put_onto_the_list_by_the_trainer(trainer):
    event = make_event(trainer, capacity=1)
    make_participant(event)
    waits = make_participant(event)
    add_participant(event=event, client_id=uuid4(), by=trainer, email=waits.email, name="Ana")
    assert waits in [row.participant for row in roster_of(event).rows]


def test_who_was_there_does_not_withdraw(event, trainer):
    person = make_participant(event)
    said(event, person, trainer)
    with pytest.raises(HasAttended):
        withdraw(participant=person)


def test_nobody_withdraws_from_a_closed_event(trainer):
    event = make_event(trainer, hours=-3)
    person = make_participant(event)
    close_event(event=event, expected=1, by=trainer)
    with pytest.raises(HasAttended):
        withdraw(participant=person)


def letters_to(address):
    return list(Letter.objects.filter(address=address).values_list("subject", flat=True))


def test_whom_the_trainer_adds_gets_the_link_of_their_own_page(event, trainer):
    add_participant(
        event=event, client_id=uuid4(), by=trainer, email="ion@example.org", name="Ion",
        audience="ong", institution="", county=None,
    )  # fmt: skip
    assert letters_to("ion@example.org") == [f"Sunteți pe lista formării: {event}"]


def test_who_comes_without_enrolling_is_written_to_in_their_language(event):
    check_in(
        sitting=event.sittings.get(), email="joe@example.org", client_id=uuid4(), name="Joe",
        audience="ong", institution="NGO", county=event.county, language="en",
    )  # fmt: skip
    assert letters_to("joe@example.org") == [f"You are on the list of the training: {event}"]


def test_a_count_made_meanwhile_is_not_overwritten(event, trainer):
    count_heads(event=event, people={Audience.NGO: 12}, by=trainer)
    with pytest.raises(HeadsMovedOn):
        count_heads(event=event, people={Audience.NGO: 20}, seen={Audience.NGO: 0}, by=trainer)


def test_a_number_that_was_left_as_it_was_is_not_said_again(event, trainer):
    count_heads(event=event, people={Audience.NGO: 12}, by=trainer)
    count_heads(event=event, people={Audience.NGO: 0, Audience.TEACHERS: 3}, seen={}, by=trainer)
    assert roster_of(event).counted == {Audience.NGO: 12, Audience.TEACHERS: 3}
