"""Closing a year: each step follows from the one before, and of two people one wins."""

import json
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command
from django.db import connection

from lms.campaigns.services import record_run
from lms.people.roles import Role
from lms.people.services import sync_roles
from lms.reach.enums import PeriodState
from lms.reach.freezing import sum_of
from lms.reach.models import AuditEvent, ReachReport
from lms.reach.selectors.periods import period_lines
from lms.reach.selectors.restatements import restatement_of
from lms.reach.services.periods import (
    approve_period,
    open_due_periods,
    open_period,
    publish_report,
    reopen_period,
    submit_period,
)
from lms.reach.services.problems import NotInThisState, PeriodMovedOn, ReasonNeeded
from lms.reach.services.recording import record_figure
from tests.factories import MemberOrganisationFactory, SchoolFactory, make_user
from tests.reach.factories import make_session

YEAR = 2026


@pytest.fixture
def person(roles):
    return make_user(Role.SECRETARIAT)


def step(action, period, person, **more):
    period.refresh_from_db()
    return action(period=period, edition=period.edition, by=person, **more)


def publish(person, reason=""):
    period = open_period(year=YEAR)
    step(submit_period, period, person)
    step(approve_period, period, person)
    return step(publish_report, period, person, reason=reason)


@pytest.mark.django_db
def test_a_published_report_has_the_sum_of_its_bytes(person):
    make_session(school=SchoolFactory())
    report = publish(person)
    assert (report.version, report.sha256) == (1, sum_of(report.content))


@pytest.mark.django_db
def test_the_public_bytes_do_not_name_the_sum_of_the_complete_ones(person):
    report = publish(person)
    assert report.sha256 not in report.public_content


@pytest.mark.django_db
def test_every_step_is_written_down(person):
    publish(person)
    verbs = list(AuditEvent.objects.order_by("pk").values_list("verb", flat=True))
    assert verbs == ["opened", "closed", "approved", "published"]


@pytest.mark.django_db
def test_an_open_period_cannot_be_approved(person):
    with pytest.raises(NotInThisState):
        step(approve_period, open_period(year=YEAR), person)


@pytest.mark.django_db
def test_who_looked_at_an_older_edition_is_told(person):
    period = open_period(year=YEAR)
    step(submit_period, period, person)
    with pytest.raises(PeriodMovedOn):
        submit_period(period=period, edition=1, by=person)


@pytest.mark.django_db
def test_reopening_needs_a_reason(person):
    period = open_period(year=YEAR)
    step(submit_period, period, person)
    with pytest.raises(ReasonNeeded):
        step(reopen_period, period, person, reason=" ")


@pytest.mark.django_db
def test_a_second_version_needs_a_reason(person):
    step(reopen_period, publish(person).period, person, reason="cifre noi")
    with pytest.raises(ReasonNeeded):
        publish(person)


@pytest.mark.django_db
def test_an_officer_closes_nothing(person):
    with pytest.raises(PermissionDenied):
        step(submit_period, open_period(year=YEAR), make_user(Role.TEACHER))


@pytest.mark.django_db
def test_periods_that_are_due_are_made_once():
    open_due_periods()
    open_due_periods()
    assert AuditEvent.objects.filter(verb="opened", role="system").count() == 2


@pytest.mark.django_db
def test_a_late_session_is_a_restatement_and_the_version_stays(person):
    make_session(school=SchoolFactory())
    report = publish(person)
    make_session(school=SchoolFactory(), recorded_at=report.as_of.replace(year=2027))
    found = restatement_of(YEAR)
    moved = {one.path: (one.old, one.new) for one in found.figures}
    assert moved["sessions.contacts.pupils"] == (20, 40)
    assert [one.kind for one in found.reasons] == ["session"]
    stored = json.loads(ReachReport.objects.get().content)
    assert stored["sessions"]["contacts"]["pupils"] == 20


@pytest.mark.django_db
def test_a_late_figure_is_called_as_people_call_it(person):
    report = publish(person)
    record_figure(
        organisation_id=MemberOrganisationFactory(code="ELIB").pk, indicator="repatriere",
        year=YEAR, recorded_at=report.as_of.replace(year=2027), value=9, status="reported",
    )  # fmt: skip
    (late,) = restatement_of(YEAR).reasons
    expected = "ELIB 2026: Beneficiari asistați în procedura de repatriere"
    assert (late.name, late.who) == (expected, "platforma")


@pytest.mark.django_db
def test_a_whole_snapshot_is_verified(person, capsys):
    publish(person)
    call_command("verify_snapshots")
    assert "ok" in capsys.readouterr().out


@pytest.mark.django_db
def test_a_version_says_which_one_it_is(person):
    report = publish(person)
    moment = report.as_of.isoformat()
    assert json.loads(report.content)["snapshot"] == {
        "version": 1, "approved_at": moment, "sha256": None,
    }  # fmt: skip


@pytest.mark.django_db
def test_a_snapshot_is_compared_with_every_kind_of_record(person, capsys):
    report = publish(person)
    record_run(
        event_key="targ", organisation_id=MemberOrganisationFactory(code="ELIB").pk, year=YEAR,
        method="attendance", recorded_at=report.as_of, people=30, status="reported",
    )  # fmt: skip
    call_command("verify_snapshots")
    assert "persoane_informate_components.campaigns 0 -> 30" in capsys.readouterr().out


@pytest.mark.django_db
def test_periods_are_listed_with_their_newest_version_in_two_queries(
    person, django_assert_num_queries
):
    open_period(year=YEAR - 1)
    publish(person)
    with django_assert_num_queries(2):
        lines = [(row.period.year, row.last and row.last.version) for row in period_lines()]
    assert lines == [(YEAR, 1), (YEAR - 1, None)]


@pytest.mark.django_db
def test_a_touched_snapshot_is_an_error(person, monkeypatch):
    publish(person)
    monkeypatch.setattr("lms.reach.freezing.sum_of", lambda text: "0" * 64)
    with pytest.raises(CommandError):
        call_command("verify_snapshots")


@pytest.mark.django_db(transaction=True)
def test_of_two_who_close_at_once_one_wins():
    sync_roles()
    people = [make_user(Role.SECRETARIAT) for _hand in range(4)]
    period, start = open_period(year=YEAR), threading.Barrier(4)

    def close(person):
        try:
            start.wait()
            submit_period(period=type(period).objects.get(), edition=1, by=person)
        except PeriodMovedOn:
            return "told"
        else:
            return "won"
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        answers = sorted(pool.map(close, people))
    period.refresh_from_db()
    assert (answers, period.state) == (["told", "told", "told", "won"], PeriodState.SUBMITTED)


@pytest.mark.django_db
def test_of_many_late_revisions_the_newest_are_shown_and_all_are_counted(person, monkeypatch):
    monkeypatch.setattr("lms.reach.selectors.restatements.MOST_REASONS", 2)
    report = publish(person)
    school, later = SchoolFactory(), report.as_of.replace(year=2027)
    for second in (1, 2, 3):
        make_session(
            school=school, recorded_at=later.replace(second=second), reference=f"R{second}"
        )
    found = restatement_of(YEAR)
    assert ([one.name for one in found.reasons], found.reasons_count) == (["R3", "R2"], 3)
