"""Planning and deciding: by whom, once, in order."""

from dataclasses import replace
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied

from lms.people.models import Letter
from lms.people.roles import Role
from lms.training.enums import EventState
from lms.training.models import TrainingEvent
from lms.training.selectors.rosters import clashes_of, roster_of
from lms.training.services import (
    EventMovedOn,
    EventSettled,
    NotHeldYet,
    SittingPlan,
    SittingsUnclear,
    cancel_event,
    change_event,
    close_event,
    open_event,
    plan_event,
    remind_of_events,
)
from tests.factories import CountyFactory, MemberOrganisationFactory, make_user
from tests.training.event_factories import (
    in_hours,
    make_event,
    make_participant,
    make_trainer,
    say_present,
)
from tests.training.programmes import make_programme

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]


def plan(by, organiser=None, **fields):
    usual = {
        "client_id": uuid4(),
        "sittings": [in_hours(24)],
        "programme": make_programme(),
        "organiser": organiser or by.organisation,
        "mode": "online",
    }
    return plan_event(by=by, **(usual | fields))


def test_a_form_sent_twice_is_one_event():
    trainer, client_id = make_trainer(), uuid4()
    for _ in range(2):
        plan(trainer, client_id=client_id)
    assert TrainingEvent.objects.count() == 1


def test_a_trainer_plans_for_the_own_organisation_only():
    with pytest.raises(PermissionDenied):
        plan(make_trainer(), organiser=MemberOrganisationFactory())


def test_the_secretariat_plans_for_any_organisation():
    plan(make_user(Role.SECRETARIAT), organiser=MemberOrganisationFactory())
    assert TrainingEvent.objects.exists()


def test_a_teacher_plans_nothing():
    organisation = MemberOrganisationFactory()
    with pytest.raises(PermissionDenied):
        plan(make_user(Role.TEACHER, organisation=organisation), organiser=organisation)


def test_the_form_of_somebody_else_does_not_give_their_event_away():
    client_id = uuid4()
    plan(make_trainer(), client_id=client_id)
    with pytest.raises(PermissionDenied):
        plan(make_trainer(), client_id=client_id)


def test_an_event_without_a_sitting_is_refused():
    with pytest.raises(SittingsUnclear):
        plan(make_trainer(), sittings=[])


def test_sittings_that_overlap_are_refused():
    with pytest.raises(SittingsUnclear):
        plan(make_trainer(), sittings=[in_hours(24), in_hours(25)])


def test_sittings_are_numbered_by_their_time():
    event = plan(make_trainer(), sittings=[in_hours(72), in_hours(24)])
    first, second = event.sittings.all()
    assert first.starts_at < second.starts_at


def test_another_organisations_trainer_changes_nothing():
    with pytest.raises(PermissionDenied):
        change_event(event=make_event(), sittings=[in_hours(24)], by=make_trainer(), place="X")


def test_a_guest_trainer_does_not_take_an_event_over():
    guest = make_trainer()
    event = make_event()
    event.trainers.add(guest)
    with pytest.raises(PermissionDenied):
        change_event(event=event, sittings=[in_hours(24)], by=guest, organiser=guest.organisation)


def test_a_guest_trainer_brings_nobody_else():
    guest, event = make_trainer(), make_event()
    event.trainers.add(guest)
    friend = make_trainer(guest.organisation)
    change_event(event=event, sittings=[in_hours(24)], by=guest, trainers=[guest, friend])
    assert friend not in event.trainers.all()


def test_a_closed_event_is_not_changed():
    trainer = make_trainer()
    event = make_event(trainer, hours=-3)
    close_event(event=event, expected=1, by=trainer)
    with pytest.raises(EventSettled):
        change_event(event=event, sittings=[in_hours(24)], by=trainer, place="Altundeva")


def test_of_two_trainers_who_close_at_once_one_is_told():
    organisation = MemberOrganisationFactory()
    one, other = make_trainer(organisation), make_trainer(organisation)
    event = make_event(one, hours=-3)
    close_event(event=event, expected=1, by=one)
    with pytest.raises(EventMovedOn):
        close_event(event=event, expected=1, by=other)


def test_the_same_button_pressed_twice_is_one_decision():
    trainer = make_trainer()
    event = make_event(trainer, hours=-3)
    for _ in range(2):
        close_event(event=event, expected=1, by=trainer)
    assert event.decisions.count() == 2


def test_a_closed_event_opens_again_with_a_reason():
    trainer = make_trainer()
    event = make_event(trainer, hours=-3)
    close_event(event=event, expected=1, by=trainer)
    open_event(event=event, expected=2, by=trainer, reason="Lipsea o persoană.")
    event.refresh_from_db()
    assert event.state == EventState.OPEN


def test_a_cancelled_event_never_opens_again():
    trainer = make_trainer()
    event = make_event(trainer)
    cancel_event(event=event, expected=1, by=trainer, reason="Nu se ține.")
    with pytest.raises(EventMovedOn):
        open_event(event=event, expected=2, by=trainer)


def test_the_same_trainer_at_two_places_at_once_is_a_clash():
    trainer = make_trainer()
    first = make_event(trainer, place="Aici")
    second = make_event(trainer, place="Dincolo")
    assert [one.event for one in clashes_of(second, trainer)] == [first]


def test_one_event_after_the_other_is_no_clash():
    trainer = make_trainer()
    make_event(trainer, hours=24)
    assert clashes_of(make_event(trainer, hours=30), trainer) == []


def test_a_cancelled_event_clashes_with_nothing():
    trainer = make_trainer()
    cancelled = make_event(trainer)
    cancel_event(event=cancelled, expected=1, by=trainer, reason="Nu se ține.")
    assert clashes_of(make_event(trainer), trainer) == []


def test_a_clash_with_what_others_have_not_announced_tells_the_time_only():
    trainer = make_trainer()
    make_event(place="Sala mare", county=(county := CountyFactory()), is_open=False)
    (clash,) = clashes_of(make_event(trainer, place="Sala mare", county=county), trainer)
    assert clash.event is None


def moved(event, *plans):
    """Sittings as a form sends them back: each with the key of the one that it changes."""
    keys = [*event.sittings.values_list("public_id", flat=True), *[None] * len(plans)]
    return [replace(plan, public_id=key) for plan, key in zip(plans, keys, strict=False)]


def test_what_was_said_of_a_sitting_stays_with_it_when_an_earlier_one_is_added():
    trainer = make_trainer()
    event = make_event(trainer, sittings=[in_hours(0)])
    held = event.sittings.get()
    say_present(held, make_participant(event), trainer)
    plans = [replace(in_hours(0), public_id=held.public_id), in_hours(-24)]
    change_event(event=event, sittings=plans, by=trainer)
    first, second = roster_of(event).rows[0].marks
    assert (first.present, second.present, second.sitting) == (None, True, held)


def test_a_sitting_of_which_something_was_said_is_not_taken_away():
    trainer = make_trainer()
    event = make_event(trainer, hours=0)
    say_present(event.sittings.get(), make_participant(event), trainer)
    with pytest.raises(SittingsUnclear):
        change_event(event=event, sittings=[in_hours(24)], by=trainer)


def test_two_sittings_change_places():
    trainer = make_trainer()
    event = make_event(trainer, sittings=[in_hours(24), in_hours(48)])
    one, other = event.sittings.all()
    change_event(event=event, sittings=moved(event, in_hours(48), in_hours(24)), by=trainer)
    assert list(event.sittings.order_by("number")) == [other, one]


def test_a_key_of_another_events_sitting_makes_a_new_one():
    trainer = make_trainer()
    event, other = make_event(trainer), make_event(trainer, hours=96)
    plans = [replace(in_hours(50), public_id=other.sittings.get().public_id)]
    change_event(event=event, sittings=plans, by=trainer)
    assert other.sittings.get().event == other


def letters(event, occasion):
    person = event.participants.get()
    return Letter.objects.filter(
        key__startswith=f"training:{occasion}", key__endswith=f":{person.public_id}"
    )


def test_whoever_is_on_the_list_is_told_of_another_time():
    trainer = make_trainer()
    event = make_event(trainer)
    make_participant(event)
    change_event(event=event, sittings=moved(event, in_hours(50)), by=trainer)
    assert letters(event, "changed").count() == 1


def test_the_same_change_sent_again_is_told_once():
    trainer = make_trainer()
    event = make_event(trainer)
    make_participant(event)
    plans = moved(event, in_hours(50))
    for _ in range(2):
        change_event(event=event, sittings=plans, by=trainer)
    assert letters(event, "changed").count() == 1


def test_a_changed_note_is_told_to_nobody():
    trainer = make_trainer()
    event = make_event(trainer)
    make_participant(event)
    sitting = event.sittings.get()
    same = SittingPlan(sitting.starts_at, sitting.ends_at, "", sitting.public_id)
    change_event(event=event, sittings=[same], by=trainer, trainers=[trainer], notes="Cafea.")
    assert not letters(event, "changed").exists()


def test_moved_to_another_day_it_is_reminded_of_again():
    trainer = make_trainer()
    event = make_event(trainer, hours=24)
    make_participant(event)
    remind_of_events()
    change_event(event=event, sittings=moved(event, in_hours(40)), by=trainer)
    remind_of_events()
    assert letters(event, "reminder").count() == 2


def test_before_its_last_sitting_an_event_is_not_closed():
    trainer = make_trainer()
    event = make_event(trainer, sittings=[in_hours(-24), in_hours(24)])
    with pytest.raises(NotHeldYet):
        close_event(event=event, expected=1, by=trainer)


def test_a_closed_event_does_not_open_again_without_a_reason():
    trainer = make_trainer()
    event = make_event(trainer, hours=-3)
    close_event(event=event, expected=1, by=trainer)
    with pytest.raises(EventMovedOn):
        open_event(event=event, expected=2, by=trainer)
