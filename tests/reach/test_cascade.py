"""The cascade: what those who were trained taught, each hour once and only what counts."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from lms.classrooms.tokens import teacher_token
from lms.people.enums import Role
from lms.reach.counting.cascade import Training, attribute
from lms.reach.selectors.cascade import cascade_of
from lms.reach.services.lines import refresh_lines
from lms.training.services import (
    add_participant,
    close_event,
    count_heads,
    forget_person,
    open_event,
    tick,
)
from tests.factories import MemberOrganisationFactory, SchoolFactory, make_user
from tests.reach.factories import make_fact, make_session, revise
from tests.training.event_factories import in_hours, make_event, make_trainer
from tests.training.programmes import make_programme

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]

ANA, DAN = "ana@example.org", "dan@example.org"


@pytest.fixture
def trainer(roles):
    return make_trainer(MemberOrganisationFactory(code="ELIB"))


@pytest.fixture
def school():
    return SchoolFactory()


def today():
    return timezone.localdate()


def hold(trainer, *emails, days=10, is_closed=True, **fields):
    """An event so many days ago at which these were present."""
    event = make_event(trainer, sittings=[in_hours(-24 * days)], **fields)
    for email in emails:
        present(event, email, trainer)
    if is_closed:
        close_event(event=event, expected=1, by=trainer)
        event.refresh_from_db()
    return event


def present(event, email, trainer, is_present=True):
    person = event.participants.filter(email=email).first() or add_participant(
        event=event, client_id=uuid4(), by=trainer, email=email, name="Ana Pop",
        audience="profesori", institution="", county=None,
    )  # fmt: skip
    tick(
        sitting=event.sittings.first(), participant=person, present=is_present,
        client_id=uuid4(), said_at=timezone.now(), by=trainer,
    )  # fmt: skip
    return person


def teach(email, school, *, days=2, **fields):
    """A counted class session of a teacher, so many days ago, 20 pupils."""
    return make_session(
        school=school, teacher_token=teacher_token(email), date=today() - timedelta(days=days),
        recorded_at=timezone.now(), **fields,
    )  # fmt: skip


def seen(user, year=None):
    return cascade_of(user, year or (today() - timedelta(days=2)).year, today())


def numbers(user):
    """(taught, sessions, pupils) of everything that somebody sees."""
    reached = seen(user).reached
    return reached.taught, reached.cell.sessions, reached.cell.pupils


def test_an_hour_after_the_training_belongs_to_it(trainer, school):
    hold(trainer, ANA)
    teach(ANA, school)
    assert numbers(trainer) == (1, 1, 20)


def test_whatever_the_case_of_the_address(trainer, school):
    hold(trainer, ANA.upper())
    teach(ANA, school)
    assert numbers(trainer) == (1, 1, 20)


@pytest.mark.parametrize("days", [10, 12])
def test_an_hour_of_the_same_day_or_before_does_not(trainer, school, days):
    event = hold(trainer, ANA, days=10)
    held = timezone.localdate(event.sittings.get().starts_at)
    make_session(
        school=school, teacher_token=teacher_token(ANA), date=held - timedelta(days=days - 10),
        recorded_at=timezone.now(),
    )  # fmt: skip
    assert numbers(trainer) == (0, 0, 0)


def test_who_enrolled_and_did_not_come_has_no_part(trainer, school):
    event = hold(trainer, DAN, is_closed=False)
    present(event, ANA, trainer)
    present(event, ANA, trainer, is_present=False)
    close_event(event=event, expected=1, by=trainer)
    teach(ANA, school)
    assert numbers(trainer) == (0, 0, 0)


def test_an_event_that_is_not_closed_has_no_part(trainer, school):
    hold(trainer, ANA, is_closed=False)
    teach(ANA, school)
    assert seen(trainer).branches == ()


def test_opened_again_it_leaves_and_closed_again_it_returns(trainer, school):
    event = hold(trainer, ANA)
    teach(ANA, school)
    open_event(event=event, expected=2, by=trainer, reason="Lipsea cineva.")
    assert numbers(trainer) == (0, 0, 0)
    event.refresh_from_db()
    close_event(event=event, expected=3, by=trainer)
    assert numbers(trainer) == (1, 1, 20)


@pytest.mark.parametrize("is_refreshed", [True, False])
def test_a_corrected_hour_moves_the_figure(trainer, school, is_refreshed):
    hold(trainer, ANA)
    session = teach(ANA, school)
    refresh_lines()
    revise(session, school=school, date=today() - timedelta(days=2), girls=3)
    if is_refreshed:
        refresh_lines()
    assert numbers(trainer) == (1, 1, 13)


@pytest.mark.parametrize("status", ["void", "unconfirmed", "rejected", "draft"])
def test_what_does_not_count_is_in_no_cascade(trainer, school, status):
    hold(trainer, ANA)
    teach(ANA, school, status=status)
    assert numbers(trainer) == (0, 0, 0)


def test_a_duplicate_is_in_no_cascade(trainer, school):
    hold(trainer, ANA)
    teach(ANA, school)
    teach(ANA, school)
    assert numbers(trainer) == (1, 1, 20)


def test_two_trainings_share_no_hour(trainer, school):
    hold(trainer, ANA, days=20)
    last = hold(trainer, ANA, days=10)
    teach(ANA, school)
    [branch] = seen(trainer).branches
    held = {one.event.pk: one.reached.cell.sessions for one in branch.trainings}
    assert (held[last.pk], sum(held.values())) == (1, 1)


def test_a_training_on_teaching_goes_before_a_later_one(trainer, school):
    teaching = hold(trainer, ANA, days=20, programme=make_programme(kind="predare"))
    hold(trainer, ANA, days=10)
    teach(ANA, school)
    [branch] = seen(trainer).branches
    held = {one.event.pk: one.reached.cell.sessions for one in branch.trainings}
    assert (held[teaching.pk], sum(held.values())) == (1, 1)


def test_another_organisations_later_training_takes_the_hour(trainer, school):
    other = make_trainer()
    hold(trainer, ANA, days=20)
    hold(other, ANA, days=10)
    teach(ANA, school)
    assert (numbers(trainer), numbers(other)) == ((0, 0, 0), (1, 1, 20))


def test_the_secretariat_sees_all_and_each_hour_once(trainer, school):
    hold(trainer, ANA, days=20)
    hold(make_trainer(), ANA, DAN, days=10)
    teach(ANA, school)
    teach(DAN, school, label="8C")
    assert numbers(make_user(Role.SECRETARIAT)) == (2, 2, 40)


def test_trainers_together_are_one_branch(trainer, school):
    event = hold(trainer, ANA)
    event.trainers.add(make_user(Role.TRAINER, organisation=trainer.organisation))
    teach(ANA, school)
    found = seen(trainer)
    assert (len(found.branches), found.reached.cell.sessions) == (1, 1)


def test_a_person_at_two_trainings_is_one_trained(trainer, school):
    hold(trainer, ANA, days=20)
    hold(trainer, ANA, DAN, days=10)
    assert seen(trainer, today().year).reached.trained == 2


def test_counted_heads_are_trained_and_unknown(trainer):
    event = hold(trainer, ANA, is_closed=False)
    count_heads(event=event, people={"asistenti_sociali": 12}, by=trainer)
    close_event(event=event, expected=1, by=trainer)
    reached = seen(trainer, today().year).reached
    assert (reached.trained, reached.unknown) == (13, 12)


def test_an_erased_person_leaves_the_cascade_and_stays_trained(trainer, school):
    event = hold(trainer, ANA)
    teach(ANA, school)
    forget_person(participant=event.participants.get())
    reached = seen(trainer, today().year).reached
    assert (reached.trained, reached.unknown, reached.taught) == (1, 1, 0)


def test_a_session_of_no_known_teacher_belongs_to_nobody(trainer, school):
    hold(trainer, "")
    teach("", school)
    assert numbers(trainer) == (0, 0, 0)


def test_pupils_of_one_class_at_two_lessons_are_different_pupils_once(trainer, school):
    hold(trainer, ANA)
    teach(ANA, school, days=3)
    teach(ANA, school, days=2, lesson_code="alta")
    reached = seen(trainer).reached
    assert (reached.cell.pupils, reached.different) == (40, 20)


WORLD = date(2026, 3, 2)


@given(
    trainings=st.lists(
        st.tuples(
            st.integers(0, 40), st.sets(st.sampled_from("abcde"), max_size=5), st.booleans()
        ),
        max_size=8,
    ),
    sessions=st.lists(
        st.tuples(st.integers(0, 40), st.sampled_from(["", *"abcdef"])), max_size=40
    ),
)  # fmt: skip
def test_in_any_world_every_hour_stands_once_and_after_its_training(trainings, sessions):
    held = [
        Training(key, WORLD + timedelta(days=day), frozenset(teachers), is_on_teaching)
        for key, (day, teachers, is_on_teaching) in enumerate(trainings)
    ]
    facts = [
        make_fact(date=WORLD + timedelta(days=day), teacher=teacher) for day, teacher in sessions
    ]
    found = attribute(held, facts)
    leaves = [(key, fact) for key, group in found.items() for fact in group]
    references = [fact.reference for _key, fact in leaves]
    assert len(references) == len(set(references)) <= len(facts)
    assert sum(fact.pupils for _key, fact in leaves) <= sum(fact.pupils for fact in facts)
    for key, fact in leaves:
        assert fact.teacher in held[key].teachers
        assert held[key].held_on < fact.date
    due = {
        fact.reference for fact in facts
        if any(fact.teacher in one.teachers and one.held_on < fact.date for one in held)
    }  # fmt: skip
    assert due == set(references)


@given(st.permutations(range(4)))
def test_the_order_of_trainings_never_matters(order):
    held = [
        Training(key, WORLD + timedelta(days=key % 2), frozenset("a"), key == 1)
        for key in range(4)
    ]  # fmt: skip
    facts = [make_fact(date=WORLD + timedelta(days=5), teacher="a")]
    assert list(attribute([held[at] for at in order], facts)) == [1]
