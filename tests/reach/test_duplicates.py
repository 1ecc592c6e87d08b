"""RR5 and RR6: one class session reported twice counts once."""

from datetime import UTC, date, datetime, timedelta

import pytest

from lms.core.periods import Period
from lms.reach.counting import Frame, count
from tests.reach.factories import DAY, make_fact, moment

YEAR = Frame(Period.year(2026), datetime(2026, 12, 31, tzinfo=UTC))
EARLY, LATE = moment(DAY, 10), moment(DAY, 11)


def report(*facts):
    return count(facts, YEAR)


def pairs(found):
    return [(row.fact.reference, row.counted_instead) for row in found.duplicates]


@pytest.mark.parametrize("label", ["7b", "a VII-a B", "Clasa 7 B", "VII-B", "„7 B”"])
def test_five_spellings_of_one_class_are_one_session(label):
    found = report(make_fact(label="VII B"), make_fact(label=label))
    assert found.contacts.sessions == 1


def test_the_session_recorded_first_is_the_one_that_counts():
    late = make_fact(reference="A", recorded_at=LATE, girls=30)
    early = make_fact(reference="B", recorded_at=EARLY, girls=10)
    assert pairs(report(late, early)) == [("A", "B")]


def test_a_correction_does_not_lose_the_first_place():
    first = make_fact(reference="B", first_recorded_at=EARLY, recorded_at=LATE + timedelta(days=9))
    other = make_fact(reference="A", recorded_at=LATE)
    assert pairs(report(first, other)) == [("A", "B")]


def test_of_two_recorded_at_the_same_moment_the_lower_reference_counts():
    assert pairs(report(make_fact(reference="B"), make_fact(reference="A"))) == [("B", "A")]


@pytest.mark.parametrize(
    "other",
    [
        {"school_id": 2},
        {"label": "7C"},
        {"label": "8B"},
        {"lesson": "munca"},
        {"date": date(2026, 10, 15)},
    ],
)
def test_another_school_class_lesson_or_date_is_no_duplicate(other):
    assert not report(make_fact(), make_fact(**other)).duplicates


def test_groups_without_a_class_are_never_duplicates():
    assert report(make_fact(label=""), make_fact(label="")).contacts.sessions == 2


def test_a_person_may_say_that_it_is_no_duplicate():
    second = make_fact(recorded_at=LATE, duplicate_override=True)
    assert report(make_fact(recorded_at=EARLY), second).contacts.sessions == 2


def test_a_void_session_frees_its_duplicate():
    first = make_fact(status="void", recorded_at=EARLY)
    assert report(first, make_fact(recorded_at=LATE)).contacts.sessions == 1


def test_an_unconfirmed_session_does_not_push_a_reported_one_out():
    first = make_fact(status="unconfirmed", recorded_at=EARLY)
    assert report(first, make_fact(recorded_at=LATE)).contacts.sessions == 1


def test_a_quarantined_session_does_not_push_a_good_one_out():
    first = make_fact(girls=80, recorded_at=EARLY)
    assert report(first, make_fact(recorded_at=LATE)).contacts.sessions == 1


def test_every_later_duplicate_names_the_one_that_counts():
    facts = [make_fact(reference=name, recorded_at=moment(DAY, at)) for at, name in
             enumerate("ABC", start=9)]  # fmt: skip
    assert pairs(report(*facts)) == [("B", "A"), ("C", "A")]
