"""Commands and starter content about people."""

import io
import re

import pytest
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command
from wagtail.models import GroupApprovalTask

from lms.core.management.commands.show_addresses import DEMO_PASSWORD, DEMO_PEOPLE
from lms.people.enums import Role
from lms.people.models import User
from lms.people.roles import RULES
from lms.people.starter import load

pytestmark = pytest.mark.django_db


def run(name, *arguments):
    out = io.StringIO()
    call_command(name, *arguments, stdout=out)
    return out.getvalue()


def permissions_of(group):
    pairs = group.permissions.values_list("content_type__app_label", "codename")
    return {f"{app}.{codename}" for app, codename in pairs}


@pytest.mark.parametrize("role", list(Role))
def test_a_role_has_exactly_the_permissions_of_the_table(role):
    run("sync_roles")
    assert permissions_of(Group.objects.get(name=role)) == set(RULES[role].permissions)


def test_syncing_takes_away_what_the_table_does_not_give():
    run("sync_roles")
    teacher, secretariat = (Group.objects.get(name=n) for n in ("teacher", "secretariat"))
    teacher.permissions.set(secretariat.permissions.all())
    run("sync_roles")
    assert permissions_of(teacher) == set(RULES[Role.TEACHER].permissions)


def test_no_role_may_make_an_administrator_or_delete_people():
    everything = {p for rules in RULES.values() for p in rules.permissions}
    assert not everything & {"people.delete_user", "auth.change_group", "auth.add_group"}


def test_the_first_administrator_gets_a_link_to_set_a_password(client):
    link = run("create_first_administrator", "--email", "sef@example.org")
    path = re.search(r"http://testserver(\S+)", link)[1]
    form = client.get(path, follow=True)
    client.post(form.redirect_chain[-1][0], {"password1": "un copac galben"})
    client.post("/cont/login/", {"login": "sef@example.org", "password": "un copac galben"})
    assert client.get("/admin/").status_code == 200


def test_a_second_administrator_needs_force():
    run("create_first_administrator", "--email", "sef@example.org")
    with pytest.raises(CommandError, match="--force"):
        run("create_first_administrator", "--email", "alt@example.org")
    run("create_first_administrator", "--email", "alt@example.org", "--force")
    assert User.objects.filter(is_superuser=True).count() == 2


def test_an_administrator_needs_an_address():
    with pytest.raises(CommandError, match="Not an e-mail address"):
        run("create_first_administrator", "--email", "sef")


def test_demo_people_sign_in_with_the_printed_password(client):
    run("sync_roles")
    load()
    for name in DEMO_PEOPLE:
        address = f"{name}@demo.protect.ro"
        client.post("/cont/login/", {"login": address, "password": DEMO_PASSWORD})
        assert client.get("/cont/").status_code == 200, name
        client.logout()


def test_demo_people_are_loaded_once():
    run("sync_roles")
    load()
    load()
    assert User.objects.count() == len(DEMO_PEOPLE)


def test_production_has_no_demo_people(settings):
    settings.DEMO = False
    run("sync_roles")
    load()
    assert not User.objects.exists()


def test_the_groups_that_wagtail_makes_are_gone():
    run("sync_roles")
    assert set(Group.objects.values_list("name", flat=True)) == set(Role.values)


def test_what_the_moderators_of_wagtail_approved_is_approved_by_editors():
    run("sync_roles")
    task = GroupApprovalTask.objects.get()
    assert [group.name for group in task.groups.all()] == [Role.EDITOR.value]
