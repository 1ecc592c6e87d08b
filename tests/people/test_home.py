"""Home after sign-in is a list of what waits; upper apps add to it through a registry."""

import pytest

from lms.organisations.services import request_school
from lms.people import links, todo
from lms.people.enums import Role
from tests.factories import CountyFactory, SchoolFactory, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]


@pytest.fixture
def _registries(monkeypatch):
    monkeypatch.setattr(todo, "_providers", dict(todo._providers))
    monkeypatch.setattr(links, "_providers", dict(links._providers))


def home(client, user):
    client.force_login(user)
    return client.get("/cont/").content.decode()


def test_home_asks_a_reader_to_sign_in(client):
    assert client.get("/cont/").headers["Location"] == "/cont/login/?next=/cont/"


def test_home_is_never_kept_by_a_cache(client):
    client.force_login(make_user(Role.TEACHER))
    assert "private" in client.get("/cont/").headers["Cache-Control"]


def test_home_without_anything_to_do_says_so(client):
    teacher = make_user(Role.TEACHER, school=SchoolFactory())
    assert "Nu aveți nimic de făcut acum" in home(client, teacher)


def test_a_teacher_without_a_school_is_asked_for_it(client):
    assert "Alegeți școala" in home(client, make_user(Role.TEACHER))


def test_the_secretariat_sees_how_many_schools_wait(client):
    request_school(name="Școala Nouă", locality_name="Mociu", county=CountyFactory())
    html = home(client, make_user(Role.SECRETARIAT))
    assert "Școli care nu sunt în registru" in html
    assert '<span class="badge">1</span>' in html


def test_an_editor_without_a_second_factor_is_told(client):
    assert "Porniți al doilea pas" in home(client, make_user(Role.EDITOR))


@pytest.mark.parametrize("role", [Role.EDITOR, Role.SECRETARIAT])
def test_the_admin_is_offered_to_whom_it_is_open(client, role):
    assert 'href="/admin/"' in home(client, make_user(role))


@pytest.mark.parametrize("role", [Role.TEACHER, Role.TRAINER, Role.OFFICER])
def test_the_admin_is_not_offered_to_others(client, role):
    assert 'href="/admin/"' not in home(client, make_user(role))


@pytest.mark.usefixtures("_registries")
def test_another_app_adds_what_waits(client):
    todo.register("test", lambda user: [todo.TodoItem("De confirmat", "Trei.", "/x/", "Vedeți", 3)])
    assert "De confirmat" in home(client, make_user(Role.TEACHER))


@pytest.mark.usefixtures("_registries")
def test_what_is_due_soon_stands_first():
    late = todo.TodoItem("târziu", "", "/", "")
    soon = todo.TodoItem("curând", "", "/", "", soon=True)
    todo._providers.clear()
    todo.register("test", lambda user: [late, soon])
    assert todo.items_for(make_user()) == [soon, late]


@pytest.mark.usefixtures("_registries")
def test_another_app_adds_a_way_on(client):
    links.register("test", lambda user: [("Clasele mele", "/clase/", "people")])
    assert "Clasele mele" in home(client, make_user(Role.TEACHER))


@pytest.mark.usefixtures("_registries")
def test_the_account_comes_after_what_other_apps_add():
    links.register("test", lambda user: [("Clasele mele", "/clase/", "people")])
    assert links.links_for(make_user(Role.TEACHER))[0][0] == "Clasele mele"


def test_the_admin_begins_with_what_waits(client):
    request_school(name="Școala Nouă", locality_name="Iași", county=CountyFactory())
    client.force_login(make_user(Role.SECRETARIAT))
    assert "Ce aveți de făcut" in client.get("/admin/").content.decode()


@pytest.mark.usefixtures("_registries")
def test_the_admin_says_nothing_where_nothing_waits(client):
    todo._providers.clear()
    client.force_login(make_user(Role.EDITOR))
    assert "Ce aveți de făcut" not in client.get("/admin/").content.decode()
