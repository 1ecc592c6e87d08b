"""RR8 and RR9: different children, estimated by cohorts."""

from datetime import UTC, date, datetime

from lms.core.periods import Period
from lms.reach.counting import Frame, UniquePupils, count
from tests.reach.factories import make_fact

YEAR = Frame(Period.year(2026), datetime(2026, 12, 31, tzinfo=UTC))
SPRING, AUTUMN = date(2026, 3, 11), date(2026, 10, 14)


def visited(label, day):
    return make_fact(label=label, date=day)


def unique(*facts):
    return count(facts, YEAR).unique_pupils


def test_one_class_with_two_lessons_is_one_group_of_children():
    assert unique(make_fact(lesson="a"), make_fact(lesson="b")).pupils == 20


def test_a_class_that_moved_up_is_the_same_children():
    assert unique(visited("7B", SPRING), visited("8B", AUTUMN)).pupils == 20


def test_the_same_label_in_the_next_school_year_is_other_children():
    assert unique(visited("7B", SPRING), visited("7B", AUTUMN)).pupils == 40


def test_a_class_that_changed_cycle_is_counted_again():
    assert unique(visited("8B", SPRING), visited("9B", AUTUMN)).pupils == 40


def test_other_letters_are_other_children():
    assert unique(make_fact(label="7A"), make_fact(label="7B")).pupils == 40


def test_unlabelled_groups_are_each_a_cohort_of_their_own():
    assert unique(make_fact(label=""), make_fact(label="")).pupils == 40


def test_the_largest_session_stands_for_the_class_with_its_own_girls_and_boys():
    small = make_fact(lesson="a", girls=12, boys=2)
    large = make_fact(lesson="b", girls=9, boys=10, undisclosed=1)
    assert unique(small, large) == UniquePupils(girls=9, boys=10, undisclosed=1, pupils=20)


def test_of_equal_sessions_the_one_with_fewest_undisclosed_is_taken():
    vague = make_fact(lesson="a", girls=0, boys=0, undisclosed=20)
    clear = make_fact(lesson="b", girls=11, boys=9)
    assert unique(vague, clear).girls == 11


def test_of_still_equal_sessions_the_latest_is_taken():
    older = make_fact(lesson="a", girls=12, boys=8, date=date(2026, 9, 14))
    newer = make_fact(lesson="b", girls=8, boys=12, date=AUTUMN)
    assert unique(newer, older).girls == 8


def test_of_sessions_equal_in_all_the_highest_reference_is_taken():
    one = make_fact(reference="A", lesson="a", girls=12, boys=8)
    two = make_fact(reference="B", lesson="b", girls=8, boys=12)
    assert unique(two, one).girls == 8


def test_only_counted_sessions_stand_for_a_class():
    assert unique(make_fact(), make_fact(lesson="b", girls=30, status="unconfirmed")).pupils == 20


def test_unique_pupils_of_counties_add_up_to_those_of_the_country():
    facts = [make_fact(), make_fact(school_id=2, county="AB"), make_fact(lesson="b", girls=15)]
    report = count(facts, YEAR)
    assert sum(report.unique_by_county.values()) == report.unique_pupils.pupils == 45
