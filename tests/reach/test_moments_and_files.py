"""What is read from lines for a moment that is past, what a file of sessions holds, the night."""

import csv
import io
from datetime import timedelta

import pytest
import time_machine
from django.core.management import call_command

from lms.core.periods import Period
from lms.reach.counting.filters import SessionFilter
from lms.reach.exports.sessions_csv import sessions_csv
from lms.reach.models import JudgedSession, LineState, PlaceRollup
from lms.reach.selectors import live_report, names_of, rows_of, school_names
from lms.reach.services.checking import check_nightly
from lms.reach.services.lines import refresh_lines
from lms.reach.services.rollups import refresh_rollups
from tests.factories import SchoolFactory
from tests.reach.factories import DAY, make_session, moment, revise

pytestmark = pytest.mark.django_db
YEAR = Period.year(2026)
BEFORE = moment(DAY, 16)


def settle():
    refresh_lines()
    refresh_rollups()


def rows():
    content = b"".join(sessions_csv(rows_of(YEAR, SessionFilter()), names_of(), school_names()))
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def corrected_later():
    school = SchoolFactory()
    session = make_session(school=school, recorded_at=BEFORE)
    revise(session, school=school, girls=1, recorded_at=BEFORE + timedelta(days=1))
    return session


def test_a_moment_before_a_correction_has_the_figure_of_then():
    corrected_later()
    settle()
    assert live_report(YEAR, BEFORE).contacts.girls == 10
    assert live_report(YEAR).contacts.girls == 1


def test_a_moment_after_which_nothing_was_said_is_read_from_the_sums():
    make_session(school=SchoolFactory(), recorded_at=BEFORE)
    settle()
    PlaceRollup.objects.update(pupils=1234)
    levels = live_report(YEAR, BEFORE).breakdowns["by_level"]
    assert levels["gimnaziu"].pupils == 1234


def test_a_moment_after_which_too_much_was_said_is_judged_afresh(monkeypatch):
    monkeypatch.setattr("lms.reach.selectors.pending.MOST_PENDING", 1)
    corrected_later()
    corrected_later()
    settle()
    assert live_report(YEAR, BEFORE).contacts.girls == 20


def test_sums_are_not_added_to_what_is_judged_afresh(monkeypatch):
    make_session(school=SchoolFactory())
    settle()
    monkeypatch.setattr("lms.reach.selectors.pending.MOST_PENDING", 1)
    make_session(school=SchoolFactory())
    make_session(school=SchoolFactory())
    assert live_report(YEAR).contacts.sessions == 3


def test_a_session_registered_after_the_moment_frees_nothing_and_counts_nothing():
    school = SchoolFactory()
    make_session(school=school, recorded_at=BEFORE)
    make_session(school=school, recorded_at=BEFORE + timedelta(days=1))
    settle()
    report = live_report(YEAR, BEFORE)
    assert (report.contacts.sessions, report.duplicates) == (1, ())


def test_a_file_of_sessions_has_what_was_corrected_a_second_ago():
    school = SchoolFactory()
    session = make_session(school=school)
    settle()
    revise(session, school=school, girls=3)
    assert [row["fete"] for row in rows()] == ["3"]


def test_a_file_of_sessions_has_the_latest_first():
    school = SchoolFactory()
    make_session(school=school, label="5A", reference="A", date=DAY)
    make_session(school=school, label="5B", reference="B", date=DAY + timedelta(days=1))
    make_session(school=school, label="5C", reference="C", date=DAY)
    settle()
    make_session(school=school, label="5D", reference="BB", date=DAY)
    assert [row["referință"] for row in rows()] == ["B", "C", "BB", "A"]


def test_a_reference_that_looks_like_a_formula_leaves_as_text():
    make_session(school=SchoolFactory(name="=1+1"), reference="=2+2")
    settle()
    (row,) = rows()
    assert (row["referință"], row["școala"]) == ("'=2+2", "'=1+1")


def test_a_session_is_written_in_words():
    make_session(school=SchoolFactory(), label="VII B", duration=50)
    settle()
    (row,) = rows()
    assert (row["data"], row["clasa"], row["nivel"], row["minute"], row["elevi"]) == (
        "2026-10-14", "VII B", "Gimnaziu", "50", "20",
    )  # fmt: skip


# The night


def test_the_first_tick_after_two_at_night_checks_once():
    with time_machine.travel("2026-11-25T03:00:00+02:00"):
        check_nightly()
        JudgedSession.objects.all().delete()
        check_nightly()
    assert str(LineState.objects.get().checked_on) == "2026-11-25"


def test_before_two_nothing_is_checked():
    with time_machine.travel("2026-11-25T01:00:00+02:00"):
        check_nightly()
    assert LineState.objects.get().checked_on is None


def test_a_night_that_finds_something_fails_its_tick():
    make_session(school=SchoolFactory())
    settle()
    JudgedSession.objects.update(girls=11)
    with (
        time_machine.travel("2026-11-25T03:00:00+02:00"),
        pytest.raises(RuntimeError, match="--repair"),
    ):
        check_nightly()


def test_a_tick_judges_and_adds_up_what_was_noted():
    make_session(school=SchoolFactory())
    call_command("tick")
    assert (JudgedSession.objects.count(), PlaceRollup.objects.get().sessions) == (1, 1)
