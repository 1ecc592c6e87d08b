"""A year on one page, and the table for a funder."""

import csv
import io
from datetime import timedelta

import pytest
from django.utils import timezone

from lms.core.audiences import Audience
from lms.organisations.models import FundingProject
from lms.people.roles import Role
from lms.training.enums import AdultAge, Gender
from lms.training.selectors.own_year import own_year
from lms.training.services import close_event, count_heads
from tests.factories import make_user
from tests.training.event_factories import (
    in_hours,
    make_event,
    make_participant,
    make_trainer,
    move_into_past,
    say_present,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]


@pytest.fixture
def trainer(client, roles):
    trainer = make_trainer()
    client.force_login(trainer)
    return trainer


def hold(trainer, *people, heads=0, **fields):
    """A closed event a week ago at which these people were."""
    event = make_event(trainer, sittings=[in_hours(2, lasting=3)], **fields)
    persons = [make_participant(event, **one) for one in people]
    move_into_past(event)
    for person in persons:
        say_present(event.sittings.get(), person, trainer)
    count_heads(event=event, people={Audience.NGO: heads}, by=trainer)
    close_event(event=event, expected=1, by=trainer)
    return event


ANA = {"email": "ana@example.org", "name": "Ana Popescu"}
ION = {"email": "ion@example.org", "name": "Ion Rusu", "audience": "ong"}
YEAR = timezone.localdate(timezone.now() - timedelta(days=7)).year


def test_a_person_at_two_trainings_is_one_person_in_two_seats(trainer):
    hold(trainer, ANA, heads=20)
    hold(trainer, ANA, ION)
    whole = own_year(trainer, YEAR).whole
    assert (whole.persons, whole.seats, whole.trainings) == (22, 23, 2)


def test_the_hours_are_those_of_the_sittings(trainer):
    hold(trainer, ANA)
    assert own_year(trainer, YEAR).hours == 3.0


def test_each_group_has_its_line(trainer):
    hold(trainer, ANA, ION, heads=4)
    lines = {line.name: line.persons for line in own_year(trainer, YEAR).by_audience}
    assert lines == {Audience.NGO.label: 5, Audience.TEACHERS.label: 1}


def test_an_event_that_is_not_closed_is_not_of_the_year(trainer):
    make_event(trainer, hours=-3)
    assert own_year(trainer, YEAR).events == ()


def test_what_a_colleague_trained_is_not_ones_own(trainer):
    hold(make_trainer(trainer.organisation), ANA)
    assert own_year(trainer, YEAR).events == ()


def test_what_a_colleague_trained_is_among_all(trainer):
    hold(make_trainer(trainer.organisation), ANA)
    assert len(own_year(trainer, YEAR, everything=True).events) == 1


def test_another_organisations_trainings_are_among_nobodys(trainer):
    hold(make_trainer(), ANA)
    assert own_year(trainer, YEAR, everything=True).events == ()


def test_more_trainings_take_no_more_queries(trainer, django_assert_max_num_queries):
    for _ in range(4):
        hold(trainer, ANA, ION)
    with django_assert_max_num_queries(14):
        own_year(trainer, YEAR)


def test_the_page_shows_the_year(client, trainer):
    hold(trainer, ANA, title="Formarea din Cluj")
    assert "Formarea din Cluj" in client.get(f"/formare/anul/{YEAR}/").content.decode()


@pytest.mark.parametrize("year", [1, 1899, 2999])
def test_a_year_that_is_none_is_not_found(client, trainer, year):
    assert client.get(f"/formare/anul/{year}/").status_code == 404


WOMAN = {"age": AdultAge.AGES_30_54, "gender": Gender.WOMAN, "funder_consent": True}


@pytest.fixture
def project(trainer):
    return FundingProject.objects.create(
        code="FSE-1", name="Prevenire", organisation=trainer.organisation
    )


def table(client, project, kind="csv"):
    answer = client.get(f"/formare/anul/{YEAR}/proiect-{project.pk}.{kind}")
    lines = csv.reader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";")
    return [dict(zip(titles, row, strict=True)) for titles, *rows in [list(lines)] for row in rows]


def test_the_funder_reads_ages_and_genders_of_who_agreed(client, trainer, project):
    hold(trainer, ANA | WOMAN, ION, project=project)
    row = table(client, project)[0]
    figures = [row[name] for name in ("EECO01 participanți", "femeie", "gen nedeclarat")]
    assert figures == ["2", "1", "1"]


def test_age_and_gender_stand_together(client, trainer, project):
    hold(trainer, ANA | WOMAN, project=project)
    assert table(client, project)[0]["30–54 de ani, femeie"] == "1"


def test_in_the_total_everybody_stands_once(client, trainer, project):
    for _ in range(2):
        hold(trainer, ANA | WOMAN, project=project)
    assert table(client, project)[-1]["EECO01 participanți"] == "1"


def test_what_is_asked_of_nobody_is_empty_and_not_zero(client, trainer, project):
    hold(trainer, ANA, project=project)
    assert table(client, project)[0]["EECO12 cu dizabilități (nu se întreabă)"] == ""


def test_the_table_names_nobody(client, trainer, project):
    hold(trainer, ANA, project=project)
    assert "Popescu" not in str(table(client, project))


def test_the_table_is_a_workbook_too(client, trainer, project):
    hold(trainer, ANA, project=project)
    answer = client.get(f"/formare/anul/{YEAR}/proiect-{project.pk}.xlsx")
    assert answer.content[:2] == b"PK"


def test_another_organisation_gets_no_table(client, trainer, project):
    hold(trainer, ANA, project=project)
    client.force_login(make_trainer())
    assert client.get(f"/formare/anul/{YEAR}/proiect-{project.pk}.csv").status_code == 404


def test_the_secretariat_gets_every_table(client, trainer, project):
    hold(trainer, ANA, project=project)
    client.force_login(make_user(Role.SECRETARIAT))
    assert client.get(f"/formare/anul/{YEAR}/proiect-{project.pk}.csv").status_code == 200


def test_the_page_offers_the_table_of_each_project(client, trainer, project):
    hold(trainer, ANA, project=project)
    page = client.get(f"/formare/anul/{YEAR}/").content.decode()
    assert f"proiect-{project.pk}.xlsx" in page
