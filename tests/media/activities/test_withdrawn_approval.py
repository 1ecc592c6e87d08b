"""A library that turned out to be bad runs no longer, and nothing shows what plays with it."""

import io

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from wagtail.models import ModelLogEntry

from lms.people.enums import Role
from media.models import H5PLibrary
from media.services import (
    approve_libraries,
    install_package,
    judge,
    replace_file,
    withdraw_approval,
)
from tests.factories import make_user
from tests.media.activities.builders import make_activity, package_of_the_next_probe
from tests.media.player.pages import make_page

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]


@pytest.fixture
def activity():
    """One that plays with the probe, which is approved."""
    return make_activity()


def withdraw():
    return withdraw_approval(library=H5PLibrary.objects.get())


def player_of(activity):
    return f"/h5p/{activity.revisions.first().key}/"


def test_the_activity_leaves_its_page(client, activity):
    page = make_page(activity)
    assert activity.title in client.get(page.url).content.decode()
    withdraw()
    assert activity.title not in client.get(page.url).content.decode()


def test_its_player_is_gone(client, activity, django_capture_on_commit_callbacks):
    address = player_of(activity)
    assert client.get(address).status_code == 200
    with django_capture_on_commit_callbacks(execute=True):
        withdraw()
    assert client.get(address).status_code == 404


def test_the_activity_goes_back_to_a_file_that_does_not_need_it(activity):
    first = activity.shown
    files = package_of_the_next_probe()
    install_package(file=io.BytesIO(files), user=None)
    replace_file(activity=activity, package=judge(io.BytesIO(files)))
    withdraw_approval(library=H5PLibrary.objects.get(minor=1))
    activity.refresh_from_db()
    assert activity.shown == first


def test_how_many_activities_it_stops_is_said(activity):
    assert withdraw() == 1


def test_a_library_that_waits_stops_nothing(activity):
    withdraw()
    assert withdraw() == 0


def test_the_activity_comes_back_when_the_library_is_approved_again(activity):
    withdraw()
    approve_libraries(libraries=H5PLibrary.objects.all(), user=None)
    activity.refresh_from_db()
    assert activity.is_ready


def test_whoever_may_approve_withdraws(client, activity):
    user = make_user(Role.EDITOR)
    user.user_permissions.add(Permission.objects.get(codename="approve_h5plibrary"))
    client.force_login(user)
    address = reverse("h5plibrary:edit", args=[H5PLibrary.objects.get().pk])
    assert "Retrageți aprobarea" in client.get(address).content.decode()
    answer = client.post(address, {"withdraw": ""}, follow=True).content.decode()
    assert "nu mai rulează" in answer
    assert not H5PLibrary.objects.get().is_approved


def test_an_approval_that_is_withdrawn_twice_is_noted_once(client, activity):
    client.force_login(make_user(is_superuser=True))
    address = reverse("h5plibrary:edit", args=[H5PLibrary.objects.get().pk])
    for _time in range(2):
        client.post(address, {"withdraw": ""})
    assert ModelLogEntry.objects.filter(action="media.withdraw_approval").count() == 1


def test_another_editor_does_not_withdraw(client, activity):
    client.force_login(make_user(Role.EDITOR))
    library = H5PLibrary.objects.get()
    client.post(reverse("h5plibrary:edit", args=[library.pk]), {"withdraw": ""})
    library.refresh_from_db()
    assert library.is_approved
