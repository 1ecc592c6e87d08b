"""Planning and deciding: by whom, once, in order."""

from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied

from lms.people.roles import Role
from lms.training.enums import EventState
from lms.training.models import TrainingEvent
from lms.training.selectors.rosters import clashes_of
from lms.training.services import (
    EventMovedOn,
    EventSettled,
    SittingsUnclear,
    cancel_event,
    change_event,
    close_event,
    copy_event,
    open_event,
    plan_event,
)
from tests.factories import MemberOrganisationFactory, make_user
from tests.training.event_factories import in_hours, make_event, make_participant, make_trainer
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


def test_a_closed_event_is_not_changed():
    trainer = make_trainer()
    event = make_event(trainer)
    close_event(event=event, expected=1, by=trainer)
    with pytest.raises(EventSettled):
        change_event(event=event, sittings=[in_hours(24)], by=trainer, place="Altundeva")


def test_of_two_trainers_who_close_at_once_one_is_told():
    organisation = MemberOrganisationFactory()
    one, other = make_trainer(organisation), make_trainer(organisation)
    event = make_event(one)
    close_event(event=event, expected=1, by=one)
    with pytest.raises(EventMovedOn):
        close_event(event=event, expected=1, by=other)


def test_the_same_button_pressed_twice_is_one_decision():
    trainer = make_trainer()
    event = make_event(trainer)
    for _ in range(2):
        close_event(event=event, expected=1, by=trainer)
    assert event.decisions.count() == 2


def test_a_closed_event_opens_again_with_a_reason():
    trainer = make_trainer()
    event = make_event(trainer)
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


def test_a_copy_has_nobody_enrolled():
    trainer = make_trainer()
    event = make_event(trainer)
    make_participant(event)
    copy = copy_event(event=event, sittings=[in_hours(96)], client_id=uuid4(), by=trainer)
    assert (copy.place, copy.participants.count()) == (event.place, 0)


def test_the_same_trainer_at_two_places_at_once_is_a_clash():
    trainer = make_trainer()
    first = make_event(trainer, place="Aici")
    second = make_event(trainer, place="Dincolo")
    assert [one.event for one in clashes_of(second)] == [first]


def test_one_event_after_the_other_is_no_clash():
    trainer = make_trainer()
    make_event(trainer, hours=24)
    assert clashes_of(make_event(trainer, hours=30)) == []


def test_a_cancelled_event_clashes_with_nothing():
    trainer = make_trainer()
    cancelled = make_event(trainer)
    cancel_event(event=cancelled, expected=1, by=trainer, reason="Nu se ține.")
    assert clashes_of(make_event(trainer)) == []
