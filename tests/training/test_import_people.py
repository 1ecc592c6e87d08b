"""Whom the rows of a list are about, and what comes of each."""

from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied

from lms.training.enums import AttendanceSource, Enrolment, ParticipantSource
from lms.training.models import Attendance
from lms.training.participant_files.plan import plan_list
from lms.training.participant_files.reading import SaidRow
from lms.training.selectors.rosters import roster_of
from lms.training.services import (
    EventSettled,
    ImportedList,
    ListMovedOn,
    add_participant,
    cancel_event,
    close_event,
    enrol,
    forget_person,
    import_list,
    withdraw,
)
from tests.factories import CountyFactory
from tests.training.event_factories import (
    in_hours,
    make_event,
    make_participant,
    make_trainer,
    move_into_past,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]


@pytest.fixture
def trainer(roles):
    return make_trainer()


@pytest.fixture
def event(trainer):
    return make_event(trainer, sittings=[in_hours(0), in_hours(24)])


def row(line=2, **said):
    usual = {"name": "Ana Popescu", "email": "ana@example.org", "audience": "profesori"}
    return SaidRow(line, **(usual | said))


def unnamed(line=2, **said):
    """A row by its name alone."""
    return row(line, email="", **said)


def walk_in(event, trainer, **fields):
    """Somebody on the list without an address."""
    usual = {"name": "Ana Popescu", "audience": "profesori", "institution": "", "county": None}
    return add_participant(event=event, client_id=uuid4(), by=trainer, **(usual | fields))


def taken_in(event, trainer, *rows):
    """What comes of rows whose changes were shown and confirmed."""
    plan = plan_list(event, rows)
    assert plan.problems == []
    return import_list(event=event, rows=rows, shown=plan.digest, by=trainer)


def problems_of(event, *rows):
    return [(one.line, one.column) for one in plan_list(event, rows).problems]


def test_somebody_unknown_comes_onto_the_list(event, trainer):
    county = CountyFactory()
    taken_in(event, trainer, row(institution="Școala nr. 5", county=county.pk))
    person = event.participants.get()
    said = person.name, person.email, person.audience, person.institution, person.county
    assert said == ("Ana Popescu", "ana@example.org", "profesori", "Școala nr. 5", county)


def test_whom_the_trainer_brings_has_agreed_to_nothing_here(event, trainer):
    taken_in(event, trainer, row())
    person = event.participants.get()
    kept = person.consent_version, person.source, person.enrolment
    assert kept == ("", ParticipantSource.IMPORT, Enrolment.ENROLLED)


def test_nobody_is_written_to(event, trainer, mailoutbox, django_capture_on_commit_callbacks):
    mailoutbox.clear()
    with django_capture_on_commit_callbacks(execute=True):
        taken_in(event, trainer, row(email="alta@example.org"))
    assert mailoutbox == []


def test_ticks_are_of_a_file(event, trainer):
    taken_in(event, trainer, row(marks=((1, True), (2, False))))
    said = Attendance.objects.values_list("sitting__number", "present", "source", "recorded_by")
    assert list(said) == [
        (1, True, AttendanceSource.IMPORT, trainer.pk),
        (2, False, AttendanceSource.IMPORT, trainer.pk),
    ]


ROWS = (
    row(2, marks=((1, True),)),
    unnamed(3, name="Ion Ionescu", institution="Școala nr. 5"),
    unnamed(4, name="Ion Ionescu", institution="Școala nr. 6", marks=((2, False),)),
    unnamed(5, name="Maria Pop"),
    unnamed(6, name="Maria Pop"),
)


def test_the_same_file_again_changes_nothing(event, trainer):
    taken_in(event, trainer, *ROWS)
    assert taken_in(event, trainer, *ROWS) == ImportedList()
    assert (event.participants.count(), Attendance.objects.count()) == (5, 2)


def test_somebody_who_enrolled_is_known_by_the_address(event, trainer):
    person = make_participant(event, email="Ana@Example.org")
    done = taken_in(event, trainer, row(marks=((1, True),)))
    assert (done, event.participants.get()) == (ImportedList(0, 1, 1), person)


def test_a_list_typed_from_paper_does_not_double_who_enrolled(event, trainer):
    make_participant(event, institution="Școala nr. 5")
    taken_in(event, trainer, unnamed(marks=((1, True),)))
    assert (event.participants.count(), roster_of(event).attended) == (1, 1)


def test_somebody_known_only_by_name_is_shown_so(event, trainer):
    make_participant(event)
    assert plan_list(event, [unnamed()]).rows[0].by_name


def test_two_people_of_one_name_at_two_schools_are_two(event, trainer):
    make_participant(event, institution="Școala nr. 5")
    plan = plan_list(event, [unnamed(institution="Liceul Traian")])
    assert (plan.rows[0].is_new, plan.rows[0].has_namesake) == (True, True)


def test_which_of_two_people_of_one_name_is_asked(event, trainer):
    for school in ("Școala nr. 5", "Școala nr. 6"):
        walk_in(event, trainer, institution=school)
    assert problems_of(event, unnamed()) == [(2, "nume")]


def test_an_address_is_filled_in_for_somebody_without_one(event, trainer):
    person = walk_in(event, trainer)
    taken_in(event, trainer, row())
    person.refresh_from_db()
    assert person.email == "ana@example.org"
    assert taken_in(event, trainer, row()) == ImportedList()


def test_an_address_is_never_changed(event, trainer):
    person = make_participant(event)
    assert problems_of(event, row(key=str(person.public_id))) == [(2, "e-mail")]


def test_the_address_of_somebody_else_is_refused(event, trainer):
    make_participant(event, email="ana@example.org")
    other = walk_in(event, trainer, name="Ion")
    assert problems_of(event, row(key=str(other.public_id))) == [(2, "e-mail")]


def test_two_rows_with_one_address_are_told(event):
    assert problems_of(event, row(2), row(5, name="Ion")) == [(5, "e-mail")]


def test_two_rows_about_one_person_are_told(event):
    person = make_participant(event, email="ana@example.org")
    twice = row(2), unnamed(3, name="", key=str(person.public_id))
    assert problems_of(event, *twice) == [(3, "")]


def test_a_key_of_another_event_is_told(event, trainer):
    other = make_participant(make_event(trainer))
    assert problems_of(event, row(key=str(other.public_id))) == [(2, "cheie")]


def test_somebody_new_needs_a_name_and_a_group(event):
    assert problems_of(event, row(name="", audience="")) == [(2, "grup"), (2, "nume")]


def test_a_column_that_is_missing_is_told_once(event):
    plan = plan_list(event, [row(2, audience=""), row(3, audience="", email="")], no_audience_at=1)
    assert [(one.line, one.column) for one in plan.problems] == [(1, "grup")]


def test_what_a_row_says_otherwise_is_changed(event, trainer):
    make_participant(event, email="ana@example.org", institution="Școala nr. 5")
    taken_in(event, trainer, row(name="Ana Pop", audience="ong", institution="Asociația"))
    person = event.participants.get()
    assert (person.name, person.audience, person.institution) == ("Ana Pop", "ong", "Asociația")


def test_an_empty_cell_leaves_what_was_said(event, trainer):
    make_participant(event, email="ana@example.org", institution="Școala nr. 5")
    done = taken_in(event, trainer, row(name="", audience=""))
    assert (done, event.participants.get().name) == (ImportedList(), "Ana Popescu")


def test_a_tick_taken_back_is_the_next_word(event, trainer):
    taken_in(event, trainer, row(marks=((1, True),)))
    taken_in(event, trainer, row(marks=((1, False),)))
    said = Attendance.objects.order_by("number").values_list("number", "present")
    assert list(said) == [(1, True), (2, False)]


def test_who_withdrew_stays_so(event, trainer):
    withdraw(participant=make_participant(event, email="ana@example.org"))
    assert taken_in(event, trainer, row()) == ImportedList()
    assert event.participants.get().enrolment == Enrolment.WITHDRAWN


def test_who_withdrew_and_came_is_on_the_list(event, trainer):
    withdraw(participant=make_participant(event, email="ana@example.org"))
    taken_in(event, trainer, row(marks=((1, True),)))
    assert roster_of(event).attended == 1


def test_who_waits_and_came_has_a_place(trainer):
    event = make_event(trainer, capacity=1, hours=48)
    make_participant(event)
    make_participant(event, email="ana@example.org")
    taken_in(event, trainer, row(marks=((1, True),)))
    assert event.participants.enrolled().count() == 2


def test_an_old_file_does_not_bring_back_who_was_erased(event, trainer):
    person = make_participant(event)
    key = str(person.public_id)
    forget_person(participant=person)
    assert problems_of(event, row(key=key)) == [(2, "")]


def test_a_trainer_of_another_organisation_imports_nothing(event):
    with pytest.raises(PermissionDenied):
        taken_in(event, make_trainer(), row())


@pytest.mark.parametrize("settle", [close_event, cancel_event])
def test_a_settled_event_takes_no_list(event, trainer, settle):
    why = {"reason": "x"} if settle is cancel_event else {}
    move_into_past(event)
    settle(event=event, expected=1, by=trainer, **why)
    with pytest.raises(EventSettled):
        taken_in(event, trainer, row())


def test_a_list_that_changed_since_is_not_written_over(event, trainer):
    shown = plan_list(event, [row()]).digest
    make_participant(event, email="ana@example.org", name="Ana Maria")
    with pytest.raises(ListMovedOn):
        import_list(event=event, rows=[row()], shown=shown, by=trainer)


def test_a_problem_that_came_since_stops_everything(event, trainer):
    person = walk_in(event, trainer)
    rows = [row(key=str(person.public_id)), row(3, name="Ion", email="ion@example.org")]
    shown = plan_list(event, rows).digest
    make_participant(event, email="ana@example.org", name="Ana Maria")
    with pytest.raises(ListMovedOn):
        import_list(event=event, rows=rows, shown=shown, by=trainer)
    assert not event.participants.filter(name="Ion").exists()


def test_a_full_hall_takes_whom_the_trainer_brings(trainer):
    event = make_event(trainer, capacity=1, hours=48)
    enrol(
        event=event, client_id=uuid4(), email="x@example.org", name="X", audience="ong",
        institution="", county=None,
    )  # fmt: skip
    taken_in(event, trainer, row())
    assert event.participants.enrolled().count() == 2


def test_a_long_list_takes_few_queries(event, trainer, django_assert_max_num_queries):
    rows = [
        row(at, name=f"Om {at}", email=f"om{at}@example.org", marks=((1, True),))
        for at in range(2, 202)
    ]
    shown = plan_list(event, rows).digest
    with django_assert_max_num_queries(20):
        import_list(event=event, rows=rows, shown=shown, by=trainer)
