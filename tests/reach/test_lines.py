"""Judged lines and monthly sums: always what judging and counting everything says."""

import os
import random
from datetime import date
from unittest.mock import patch

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lms.classrooms.models import ClassSession
from lms.core.periods import Period
from lms.reach import noting
from lms.reach.counting import Breakdown, Standing
from lms.reach.models import DirtyMonth, JudgedSession, NotedChange, PlaceRollup
from lms.reach.selectors import live_report, pending
from lms.reach.services.checking import check_rollups
from lms.reach.services.lines import rebuild_lines, refresh_lines
from lms.reach.services.rollups import refresh_rollups
from tests.factories import SchoolFactory
from tests.reach.factories import DAY, make_session, revise
from tests.reach.worlds import World, disagreements

pytestmark = pytest.mark.django_db
YEAR = Period.year(2026)
# Worlds of 4 to 14 changes each; the benchmark asks for a thousand changes and more.
WORLDS = int(os.environ.get("REACH_WORLDS", "8"))


def settle():
    refresh_lines()
    refresh_rollups()


@settings(
    max_examples=WORLDS, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(seed=st.integers(0, 2**32), steps=st.integers(4, 14))
def test_after_any_change_figures_and_lists_are_those_of_the_rules(roles, seed, steps):
    with transaction.atomic():
        world = World(random.Random(seed))
        for _ in range(8):
            world.register()
        done, moments = [], []
        for _ in range(steps):
            moments.append(timezone.now())
            done.append(world.change())
            assert not disagreements(), done
            # Few, many and too many changes since the lines were written or after the moment.
            with patch.object(pending, "MOST_PENDING", world.chance.choice((0, 3, 2_000))):
                assert not disagreements(world.chance.choice([None, *moments])), done
        assert not check_rollups(), done
        assert not disagreements()
        assert not world.reports_that_moved()
        transaction.set_rollback(True)


def test_a_change_is_noted_by_the_database_itself():
    session = make_session(school=SchoolFactory())
    settle()
    ClassSession.objects.filter(pk=session.pk).update(teacher_token="t9")
    assert list(NotedChange.objects.values_list("kind", "key")) == [("session", session.pk)]


def test_what_stays_the_same_is_not_noted():
    session = make_session(school=SchoolFactory())
    settle()
    session.save()
    session.latest.school.save()
    assert not NotedChange.objects.exists()


def test_a_figure_is_true_before_its_lines_are_written():
    settle()
    make_session(school=SchoolFactory(), girls=3, boys=4)
    assert live_report(YEAR).contacts.pupils == 7
    assert not JudgedSession.objects.exists()


def test_a_figure_is_true_when_too_much_changed_to_be_laid_over(monkeypatch):
    monkeypatch.setattr("lms.reach.selectors.pending.MOST_PENDING", 1)
    for label in ("5A", "5B", "5C"):
        make_session(school=SchoolFactory(), label=label, girls=1, boys=0)
    assert live_report(YEAR).contacts.pupils == 3


def test_many_changes_are_judged_by_whole_months(monkeypatch):
    monkeypatch.setattr("lms.reach.services.lines._WHOLE_MONTHS_FROM", 99)
    for label in ("5A", "5B"):
        make_session(school=SchoolFactory(), label=label)
    assert (refresh_lines(), check_rollups()) == (2, [])


def test_a_session_that_moved_to_another_month_leaves_its_old_one(monkeypatch):
    monkeypatch.setattr("lms.reach.services.lines._WHOLE_MONTHS_FROM", 99)
    school = SchoolFactory()
    session = make_session(school=school)
    settle()
    revise(session, school=school, date=date(2026, 3, 4))
    settle()
    assert list(JudgedSession.objects.values_list("month", flat=True)) == ["2026-03"]
    assert list(PlaceRollup.objects.values_list("month", flat=True)) == ["2026-03"]


def test_the_void_of_the_first_of_two_duplicates_frees_the_second():
    school = SchoolFactory()
    first, second = make_session(school=school), make_session(school=school)
    settle()
    revise(first, school=school, status="void")
    refresh_lines()
    assert JudgedSession.objects.get(pk=second.pk).standing == Standing.COUNTED


def test_only_the_month_of_a_change_is_summed_again():
    make_session(school=SchoolFactory(), date=date(2026, 3, 4))
    settle()
    make_session(school=SchoolFactory())
    refresh_lines()
    assert list(DirtyMonth.objects.values_list("month", flat=True)) == [f"{DAY:%Y-%m}"]


def test_refreshing_twice_writes_once():
    make_session(school=SchoolFactory())
    assert (refresh_lines(), refresh_lines()) == (1, 0)


def test_a_rebuild_forgets_lines_that_should_not_be_there():
    make_session(school=SchoolFactory())
    settle()
    JudgedSession.objects.update(girls=99, date=date(2020, 1, 1), month="2020-01")
    rebuild_lines()
    refresh_rollups()
    assert not check_rollups()


# Checking


def test_the_check_says_which_session_differs():
    session = make_session(school=SchoolFactory())
    settle()
    JudgedSession.objects.update(girls=11)
    difference = check_rollups()[0]
    assert session.reference in str(difference)
    assert "girls is 11, should be 10" in str(difference)


def test_the_check_sees_a_line_that_is_missing():
    make_session(school=SchoolFactory())
    settle()
    JudgedSession.objects.all().delete()
    assert any("has no line" in str(found) for found in check_rollups())


def test_the_check_sees_sums_that_are_not_those_of_the_lines():
    make_session(school=SchoolFactory())
    settle()
    PlaceRollup.objects.update(pupils=1)
    with pytest.raises(CommandError, match="1 differences"):
        call_command("check_rollups")


def test_a_repair_makes_everything_anew(capsys):
    make_session(school=SchoolFactory())
    settle()
    JudgedSession.objects.update(county="XX", pupils=1)
    PlaceRollup.objects.update(pupils=1)
    call_command("check_rollups", repair=True)
    call_command("check_rollups")
    assert "Lines and sums hold." in capsys.readouterr().out


def test_every_trigger_is_there_after_all_migrations():
    assert not noting.missing()


def test_a_trigger_that_was_lost_is_a_difference_and_comes_back():
    noting.remove()
    assert len(check_rollups(repair=True)) == len(noting.NOTES)
    assert not check_rollups()


# Queries


@pytest.mark.parametrize("sessions", [1, 12])
def test_a_report_of_settled_records_needs_the_same_queries(django_assert_num_queries, sessions):
    for at in range(sessions):
        make_session(school=SchoolFactory(), teacher_token=f"t{at}")
    settle()
    with django_assert_num_queries(23):
        live_report(YEAR)


@pytest.mark.parametrize("sessions", [1, 12])
def test_a_report_with_changes_laid_over_needs_the_same_queries(
    django_assert_max_num_queries, sessions
):
    for at in range(sessions):
        make_session(school=SchoolFactory(), teacher_token=f"t{at}")
    with django_assert_max_num_queries(46):
        live_report(YEAR)


def test_a_settled_report_reads_no_revision(django_assert_num_queries):
    make_session(school=SchoolFactory())
    settle()
    with django_assert_num_queries(23) as seen:
        live_report(YEAR)
    assert not any("sessionrevision" in query["sql"] for query in seen)


def test_a_settled_year_is_cut_from_the_sums():
    make_session(school=SchoolFactory())
    settle()
    PlaceRollup.objects.update(pupils=1234)
    assert live_report(YEAR).breakdowns[Breakdown.LEVEL]["gimnaziu"].pupils == 1234
