"""RR2 to RR7, RR10 and RR13, each on a handful of sessions."""

from datetime import UTC, date, datetime

import pytest

from lms.classrooms.enums import Doubt, Quarantine
from lms.core.periods import Period
from lms.reach.counting import Breakdown, Frame, count
from lms.reach.counting.cells import Cell
from tests.reach.factories import DAY, make_fact, moment

YEAR = Frame(Period.year(2026), datetime(2026, 12, 31, tzinfo=UTC))


def report(*facts):
    return count(facts, YEAR)


# RR2: statuses


@pytest.mark.parametrize("status", ["reported", "verified"])
def test_reported_and_verified_sessions_are_counted(status):
    assert report(make_fact(status=status)).contacts.pupils == 20


@pytest.mark.parametrize("status", ["draft", "unconfirmed", "rejected", "void"])
def test_sessions_of_any_other_status_are_not_counted(status):
    assert report(make_fact(status=status)).contacts == Cell()


def test_verified_is_a_part_of_the_total_and_shown_beside_it():
    found = report(make_fact(status="verified"), make_fact(label="8A"))
    assert (found.verified.sessions, found.contacts.sessions) == (1, 2)


def test_unconfirmed_sessions_stand_apart():
    assert report(make_fact(status="unconfirmed")).unconfirmed.pupils == 20


def test_a_void_session_is_not_unconfirmed():
    assert report(make_fact(status="void")).unconfirmed == Cell()


# RR3: pupils and adults


def test_pupils_are_girls_and_boys_and_undisclosed():
    assert report(make_fact(girls=3, boys=4, undisclosed=5)).contacts.pupils == 12


def test_adults_are_counted_beside_pupils_and_never_added_to_them():
    found = report(make_fact(girls=0, boys=0, adults=9, group_type="parents"))
    assert (found.contacts.pupils, found.contacts.adults) == (0, 9)


# RR4: quarantine and warnings


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"school_id": None, "school": ""}, Quarantine.UNKNOWN_SCHOOL),
        ({"recorded_at": moment(date(2026, 10, 13))}, Quarantine.FUTURE_DATE),
        ({"girls": 0, "boys": 0}, Quarantine.NOBODY),
        ({"girls": 31, "boys": 30}, Quarantine.TOO_MANY),
    ],
)
def test_a_quarantined_session_is_listed_with_its_reason(fields, reason):
    assert [row.reasons for row in report(make_fact(**fields)).quarantined] == [(reason,)]


def test_a_quarantined_session_is_not_counted():
    assert report(make_fact(school_id=None)).contacts.sessions == 0


def test_sixty_pupils_are_still_a_class():
    assert report(make_fact(girls=30, boys=30)).contacts.pupils == 60


def test_an_assembly_may_have_more_than_sixty_pupils():
    assert report(make_fact(girls=90, boys=80, group_type="assembly")).contacts.pupils == 170


def test_a_session_recorded_in_the_night_after_it_is_not_from_the_future():
    # 22:30 UTC on the 13th is half past midnight on the 14th in Romania.
    late = datetime(2026, 10, 13, 22, 30, tzinfo=UTC)
    assert not report(make_fact(date=DAY, recorded_at=late)).quarantined


@pytest.mark.parametrize(
    ("fields", "doubt"),
    [
        ({"girls": 21, "boys": 20}, Doubt.MANY_PUPILS),
        ({"duration": 19}, Doubt.SHORT),
        ({"duration": 241}, Doubt.LONG),
        ({"recorded_at": moment(date(2027, 1, 13))}, Doubt.LATE),
        ({"date": date(2026, 10, 17)}, Doubt.WEEKEND),
    ],
)
def test_a_doubtful_session_is_counted_with_a_warning(fields, doubt):
    found = report(make_fact(**fields))
    assert found.contacts.sessions == 1
    assert [row.warnings for row in found.warned] == [(doubt,)]


@pytest.mark.parametrize(
    "fields",
    [
        {"girls": 20, "boys": 20},
        {"duration": 20},
        {"duration": 240},
        {"duration": None},
        {"recorded_at": moment(date(2027, 1, 12))},
        {"date": date(2026, 10, 17), "modality": "online"},
    ],
)
def test_what_lies_on_the_border_has_no_warning(fields):
    assert not report(make_fact(**fields)).warned


def test_a_session_that_is_not_counted_has_no_warning():
    assert not report(make_fact(status="void", duration=5)).warned


# RR7 and RR10: where a session belongs


def test_contacts_are_the_sum_over_counted_sessions():
    assert report(make_fact(label="7A"), make_fact(label="7B")).contacts.pupils == 40


def test_the_month_is_that_of_the_session_and_not_of_its_recording():
    fact = make_fact(date=date(2026, 3, 31), recorded_at=moment(date(2026, 4, 2)))
    assert report(fact).breakdowns[Breakdown.MONTH] == {"2026-03": fact.cell}


@pytest.mark.parametrize(
    ("label", "level"),
    [("CP A", "primar"), ("IV", "primar"), ("V", "gimnaziu"), ("VIII C", "gimnaziu"),
     ("IX B", "liceu"), ("13", "liceu"), ("", "nespecificat")],
)  # fmt: skip
def test_the_level_comes_from_the_class(label, level):
    assert list(report(make_fact(label=label)).breakdowns[Breakdown.LEVEL]) == [level]


def test_parts_that_a_frame_asks_for_are_shown_with_zero():
    frame = Frame(YEAR.period, YEAR.as_of, {Breakdown.COUNTY: ("AB", "CJ")})
    assert count([make_fact()], frame).breakdowns[Breakdown.COUNTY]["AB"] == Cell()


def test_a_fact_outside_the_period_is_refused():
    with pytest.raises(ValueError, match="is not in"):
        report(make_fact(date=date(2025, 12, 31)))


# RR13: teachers and schools


def test_two_teachers_of_one_school_are_two_teachers_and_one_school():
    found = report(make_fact(label="7A", teacher="a"), make_fact(label="7B", teacher="b"))
    assert (found.teachers, found.schools) == (2, 1)


def test_one_teacher_with_two_sessions_is_one_teacher():
    assert report(make_fact(label="7A"), make_fact(label="7B")).teachers == 1


def test_sessions_without_a_known_teacher_are_counted_apart():
    found = report(make_fact(teacher=""))
    assert (found.teachers, found.without_teacher) == (0, 1)


def test_teachers_of_sessions_that_are_not_counted_are_not_counted():
    assert report(make_fact(status="unconfirmed")).teachers == 0
