"""Who sees the cascade, and what its page and file say."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lms.people.enums import Role
from tests.factories import SchoolFactory, make_user
from tests.reach.test_cascade import ANA, hold, teach, today
from tests.training.event_factories import make_trainer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]

PAGE, FILE = "/formare/cascada/", "/formare/cascada.csv"


@pytest.fixture
def trainer(roles):
    return make_trainer()


@pytest.fixture
def taught(trainer):
    """An event with ten people of whom Ana held two hours since."""
    event = hold(trainer, ANA, *(f"om{n}@example.org" for n in range(9)), title="=Formarea din mai")
    school = SchoolFactory(name="Școala ascunsă")
    teach(ANA, school)
    teach(ANA, school, label="8C")
    return event


@pytest.mark.parametrize("address", [PAGE, FILE])
def test_a_teacher_is_refused(client, address):
    client.force_login(make_user(Role.TEACHER))
    assert client.get(address).status_code == 403


@pytest.mark.parametrize("address", [PAGE, FILE])
def test_a_stranger_is_asked_to_sign_in(client, address):
    assert client.get(address).url.startswith("/cont/login/")


def test_the_page_shows_the_chain(client, trainer, taught):
    client.force_login(trainer)
    page = client.get(PAGE, {"an": today().year}).content.decode()
    assert "2 sesiuni" in page
    assert "Formarea din mai" in page


def test_neither_names_nor_schools_nor_addresses_stand_there(client, trainer, taught):
    client.force_login(trainer)
    page = client.get(PAGE, {"an": today().year}).content.decode()
    assert not any(word in page for word in ("Ana Pop", ANA, "Școala ascunsă"))


def test_another_organisations_trainer_sees_nothing_of_it(client, taught):
    client.force_login(make_trainer())
    page = client.get(PAGE, {"an": today().year}).content.decode()
    assert "Formarea din mai" not in page


def test_the_file_says_the_same_and_runs_no_formula(client, trainer, taught):
    client.force_login(trainer)
    answer = client.get(FILE, {"an": today().year})
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    assert '"\'=Formarea din mai"' in text
    assert text.splitlines()[1].endswith(";10;0;1;2;20;20;0;40;40")


def test_more_trainings_ask_the_database_no_more(client, trainer, taught):
    client.force_login(trainer)
    client.get(PAGE)
    with CaptureQueriesContext(connection) as one:
        client.get(PAGE)
    for number in range(3):
        hold(trainer, f"alta{number}@example.org")
    with CaptureQueriesContext(connection) as four:
        client.get(PAGE)
    assert len(four) == len(one)


@pytest.mark.parametrize("year", ["1066", "9999", "abc", "٢٠٢٦"])
def test_what_is_no_year_is_not_found(client, trainer, year):
    client.force_login(trainer)
    assert client.get(PAGE, {"an": year}).status_code == 404


def test_an_empty_year_says_so(client, trainer):
    client.force_login(trainer)
    assert "Nicio formare încheiată" in client.get(PAGE).content.decode()


def test_a_trainers_home_leads_there(client, trainer):
    client.force_login(trainer)
    assert f'href="{PAGE}"' in client.get("/cont/").content.decode()
