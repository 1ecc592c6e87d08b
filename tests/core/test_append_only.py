"""What was said, published or decided: the database refuses to change or delete it."""

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from lms.campaigns.models import CampaignRun, CampaignRunRevision
from lms.people.services import erase_account
from lms.reach.models import (
    AuditEvent,
    DeclaredFigure,
    DeclaredFigureRevision,
    ImportedTraining,
    ImportedTrainingRevision,
    ReachReport,
    ReportingPeriod,
)
from tests.classrooms.builders import make_session
from tests.factories import MemberOrganisationFactory, UserFactory
from tests.pages.stories import make_story_facts
from tests.training.append_only_rows import make_training_facts

pytestmark = [pytest.mark.django_db]
# The column that may be emptied, "" for none, by table.
TABLES = {
    "classrooms_classsessionrevision": "recorded_by_id",
    "reach_declaredfigurerevision": "recorded_by_id",
    "campaigns_campaignrunrevision": "recorded_by_id",
    "reach_importedtrainingrevision": "",
    "reach_reachreport": "published_by_id",
    "reach_auditevent": "actor_id",
    "training_eventdecision": "decided_by_id",
    "training_requestdecision": "decided_by_id",
    "training_attendance": "recorded_by_id",
    "training_headcount": "recorded_by_id",
    "training_questionnaireanswer": "",
    "training_evaluation": "",
    "training_facilitatordecision": "decided_by_id",
    "training_conditionsacceptance": "user_id",
    "pages_storyconsent": "recorded_by_id",
    "pages_storywithdrawal": "recorded_by_id",
    "pages_storycheck": "checked_by_id",
}
# A column of each that somebody could want to touch up.
TOUCHED = {
    "classrooms_classsessionrevision": "girls = girls + 1",
    "reach_declaredfigurerevision": "value = value + 1",
    "campaigns_campaignrunrevision": "people = people + 1",
    "reach_importedtrainingrevision": "participants = participants + 1",
    "reach_reachreport": "content = ''",
    "reach_auditevent": "reason = 'altul'",
    "training_eventdecision": "held_on = '2026-01-01'",
    "training_requestdecision": "reason = 'altul'",
    "training_attendance": "present = NOT present",
    "training_headcount": "people = people + 1",
    "training_questionnaireanswer": "part = 'after'",
    "training_evaluation": "usefulness = 1",
    "training_facilitatordecision": "valid_until = '2036-01-01'",
    "training_conditionsacceptance": "version = 'alta'",
    "pages_storyconsent": "kept_where = 'altundeva'",
    "pages_storywithdrawal": "reason = 'altul'",
    "pages_storycheck": "digest = 'altul'",
}


@pytest.fixture
def user():
    return UserFactory()


@pytest.fixture
def _rows(user):
    """One row in every table, each by `user` where a table says who."""
    make_session(author=user)
    organisation = MemberOrganisationFactory()
    said = {"number": 1, "recorded_at": timezone.now(), "status": "reported"}
    figure = DeclaredFigure.objects.create(
        organisation=organisation, indicator="consiliere", year=2026
    )
    DeclaredFigureRevision.objects.create(figure=figure, value=7, recorded_by=user, **said)
    run = CampaignRun.objects.create(
        organisation=organisation, event_key="18-octombrie", year=2026, method="attendance"
    )
    CampaignRunRevision.objects.create(run=run, people=40, recorded_by=user, **said)
    training = ImportedTraining.objects.create(reference="F1")
    ImportedTrainingRevision.objects.create(
        training=training,
        date="2026-03-04",
        organisation=organisation,
        audience="profesori",
        mode="count",
        participants=12,
        **said,
    )
    ReachReport.objects.create(
        period=ReportingPeriod.objects.create(year=2026),
        version=1,
        as_of=timezone.now(),
        published_by=user,
        content="{}",
    )
    AuditEvent.objects.create(actor=user, role="officer", verb="declared", subject="period:2026")
    make_training_facts(by=user)
    make_story_facts(by=user)


def run_sql(statement):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.rowcount


@pytest.mark.usefixtures("_rows")
@pytest.mark.parametrize("table", TABLES)
def test_a_row_cannot_be_changed(table):
    with pytest.raises(DatabaseError, match="only ever added"):
        run_sql(f"UPDATE {table} SET {TOUCHED[table]}")


@pytest.mark.usefixtures("_rows")
@pytest.mark.parametrize("table", TABLES)
def test_a_row_cannot_be_deleted(table):
    with pytest.raises(DatabaseError, match="only ever added"):
        run_sql(f"DELETE FROM {table}")


@pytest.mark.usefixtures("_rows")
@pytest.mark.parametrize("table", [table for table, emptied in TABLES.items() if emptied])
def test_a_row_is_not_given_to_somebody_else(table):
    other = UserFactory()
    with pytest.raises(DatabaseError, match="only ever added"):
        run_sql(f"UPDATE {table} SET {TABLES[table]} = {other.pk}")


@pytest.mark.usefixtures("_rows")
@pytest.mark.parametrize("table", [table for table, emptied in TABLES.items() if emptied])
def test_an_account_is_not_emptied_together_with_another_change(table):
    with pytest.raises(DatabaseError, match="only ever added"):
        run_sql(f"UPDATE {table} SET {TABLES[table]} = NULL, {TOUCHED[table]}")


@pytest.mark.usefixtures("_rows")
def test_erasing_an_account_leaves_every_row_without_a_name(user):
    erase_account(user=user)
    with connection.cursor() as cursor:
        for table, emptied in TABLES.items():
            named = f"COUNT({emptied})" if emptied else "0"
            cursor.execute(f"SELECT COUNT(*), {named} FROM {table}")
            assert cursor.fetchone() == (1, 0), table


# What each database knows of putting a row in the place of another one.
REPLACING = {
    "sqlite": "INSERT OR REPLACE INTO {table} SELECT * FROM {table}",
    "postgresql": "INSERT INTO {table} SELECT * FROM {table} "
    "ON CONFLICT (id) DO UPDATE SET id = EXCLUDED.id",
}

# The triggers that keep rows from being deleted, one a table.
TRIGGERS = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger' "
    "AND name LIKE 'append_only_delete_%'",
    "postgresql": "SELECT tgname FROM pg_trigger WHERE tgname LIKE 'append_only_delete_%'",
}


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.usefixtures("_rows")
def test_no_row_is_replaced_by_another_one(table):
    statement = REPLACING[connection.vendor].format(table=table)
    with connection.cursor() as cursor, pytest.raises(DatabaseError), transaction.atomic():
        cursor.execute(statement)


def test_every_table_that_a_migration_names_is_here():
    with connection.cursor() as cursor:
        cursor.execute(TRIGGERS[connection.vendor])
        assert {name.removeprefix("append_only_delete_") for (name,) in cursor} == set(TABLES)
