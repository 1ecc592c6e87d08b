"""Editors add activities and replace their files; only some may let libraries run."""

import io
import json
import uuid

import pytest
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from lms.people.enums import Role
from media.models import Activity, H5PLibrary
from tests.factories import make_user
from tests.media.activities.builders import install_probe, make_activity, package
from tests.media.h5p.packages import archive, files
from tests.media.h5p.probe import FOLDER
from tests.media.player.pages import make_page

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]
NEW = "/admin/activitati/new/"


def upload(data=None, name="oferta.h5p"):
    return SimpleUploadedFile(name, package() if data is None else data)


def form(**changes):
    said = {
        "key": str(uuid.uuid4()),
        "title": "Oferta prea bună",
        "language": "ro",
        "alternative_text": "O întrebare cu da și nu",
        "twin": "E în regulă? Nu.",
        "package": upload(),
    }
    return said | changes


@pytest.fixture
def editor(client, roles):
    client.force_login(make_user(Role.EDITOR))


@pytest.fixture
def approver(client, roles):
    user = make_user(Role.EDITOR)
    user.user_permissions.add(Permission.objects.get(codename="approve_h5plibrary"))
    client.force_login(user)


@pytest.mark.usefixtures("editor")
def test_an_editor_adds_an_activity(client):
    client.post(NEW, form())
    assert Activity.objects.get().title == "Oferta prea bună"


@pytest.mark.usefixtures("editor")
def test_without_a_title_the_activity_has_that_of_its_file(client):
    client.post(NEW, form(title=""))
    assert Activity.objects.get().title == "Ofertă din străinătate"


@pytest.mark.usefixtures("editor")
def test_the_form_sent_twice_adds_one_activity(client):
    data = form()
    client.post(NEW, data)
    client.post(NEW, data | {"package": upload()})
    assert Activity.objects.count() == 1


@pytest.mark.usefixtures("editor")
def test_a_file_of_another_kind_is_explained(client):
    page = client.post(NEW, form(package=upload(b"PK no zip")))
    assert "Acesta nu este un pachet H5P" in page.content.decode()


@pytest.mark.usefixtures("editor")
def test_what_was_typed_stays_when_the_file_is_refused(client):
    page = client.post(NEW, form(package=upload(b"PK no zip")))
    assert "O întrebare cu da și nu" in page.content.decode()


@pytest.mark.usefixtures("editor")
def test_the_script_is_told_what_is_wrong(client):
    answer = client.post(NEW, form(alternative_text=""), headers={"X-Upload": "1"})
    assert answer.json()["errors"][0].startswith("Ce face cititorul aici: ")


@pytest.mark.usefixtures("editor")
def test_the_script_is_told_where_to_go(client):
    answer = client.post(NEW, form(), headers={"X-Upload": "1"})
    assert answer.json()["next"] == reverse("activity:edit", args=[Activity.objects.get().pk])


@pytest.mark.usefixtures("editor")
def test_the_page_of_an_activity_names_the_library_that_waits(client):
    client.post(NEW, form())
    page = client.get(reverse("activity:edit", args=[Activity.objects.get().pk]))
    assert "H5P.ProtectProbe 1.0" in page.content.decode()


@pytest.mark.usefixtures("editor")
def test_another_file_makes_a_second_version(client):
    activity = make_activity()
    other = upload(package(content={"question": "Alta?"}))
    client.post(reverse("activity:edit", args=[activity.pk]), form(package=other))
    assert activity.revisions.count() == 2


@pytest.mark.usefixtures("editor")
def test_the_same_file_makes_none(client):
    activity = make_activity()
    client.post(reverse("activity:edit", args=[activity.pk]), form())
    assert activity.revisions.count() == 1


@pytest.mark.usefixtures("editor")
def test_the_list_shows_what_is_missing(client):
    client.post(NEW, form())
    assert "așteaptă aprobarea" in client.get(reverse("activity:index")).content.decode()


def test_a_trainer_adds_nothing(client):
    client.force_login(make_user(Role.TRAINER))
    client.post(NEW, form())
    assert not Activity.objects.exists()


@pytest.mark.usefixtures("editor")
def test_an_activity_that_no_page_shows_is_deleted(client):
    activity = make_activity()
    client.post(reverse("activity:delete", args=[activity.pk]))
    assert not Activity.objects.exists()


@pytest.mark.usefixtures("editor")
def test_what_was_left_out_of_a_package_is_said(client):
    data = archive(files() | {"readme.txt": b"a", "notes.txt": b"b"})
    page = client.post(NEW, form(package=upload(data)), follow=True)
    assert page.content.decode().count("a fost lăsat afară") == 1


@pytest.mark.usefixtures("editor")
def test_a_library_that_differs_from_the_installed_one_is_said(client):
    activity = make_activity()
    patched = files(content={"question": "Alta?"}) | {f"{FOLDER}/scripts/probe.js": b"let a = 1;"}
    address = reverse("activity:edit", args=[activity.pk])
    page = client.post(address, form(package=upload(archive(patched))), follow=True)
    assert "Rămâne cea instalată." in page.content.decode()


@pytest.mark.usefixtures("editor")
def test_an_activity_that_a_page_shows_is_not_deleted(client):
    activity = make_activity()
    make_page(activity)
    client.post(reverse("activity:delete", args=[activity.pk]))
    assert Activity.objects.exists()


@pytest.mark.usefixtures("editor")
def test_whoever_would_delete_it_reads_in_how_many_places_it_is(client):
    activity = make_activity()
    make_page(activity)
    asked = client.get(reverse("activity:delete", args=[activity.pk])).content.decode()
    assert "Apare într-un loc." in asked
    assert "Nu se poate șterge cât timp apare acolo." in asked


@pytest.mark.usefixtures("editor")
def test_the_pages_that_show_an_activity_are_listed(client):
    activity = make_activity()
    page = make_page(activity)
    listed = client.get(reverse("activity:usage", args=[activity.pk])).content.decode()
    assert page.title in listed


@pytest.mark.usefixtures("editor")
def test_an_editor_sees_what_a_library_is(client):
    install_probe()
    page = client.get(reverse("h5plibrary:edit", args=[H5PLibrary.objects.get().pk]))
    assert "scripts/probe.js" in page.content.decode()


@pytest.mark.usefixtures("editor")
def test_an_editor_lets_no_library_run(client):
    client.post(NEW, form())
    library = H5PLibrary.objects.get()
    client.post(reverse("h5plibrary:edit", args=[library.pk]), {"approve": ""})
    library.refresh_from_db()
    assert not library.is_approved


@pytest.mark.usefixtures("editor")
def test_an_editor_installs_no_library(client):
    client.post(reverse("h5plibrary:install"), {"package": upload()})
    assert not H5PLibrary.objects.exists()


@pytest.mark.usefixtures("editor")
def test_an_editor_approves_no_list(client):
    client.post(NEW, form())
    client.post(reverse("h5plibrary:waiting"), {"library": [H5PLibrary.objects.get().pk]})
    assert H5PLibrary.objects.waiting().exists()


@pytest.mark.usefixtures("approver")
def test_whoever_may_approve_lets_a_library_run(client):
    client.post(NEW, form())
    client.post(reverse("h5plibrary:edit", args=[H5PLibrary.objects.get().pk]), {"approve": ""})
    assert Activity.objects.get().shown is not None


@pytest.mark.usefixtures("approver")
def test_whoever_may_approve_refuses_one(client):
    client.post(NEW, form())
    client.post(reverse("h5plibrary:edit", args=[H5PLibrary.objects.get().pk]), {"refuse": ""})
    assert not H5PLibrary.objects.exists()


@pytest.mark.usefixtures("approver")
def test_all_that_wait_are_approved_together(client):
    client.post(NEW, form())
    client.post(reverse("h5plibrary:waiting"), {"library": [H5PLibrary.objects.get().pk]})
    assert not H5PLibrary.objects.waiting().exists()


@pytest.mark.usefixtures("approver")
def test_an_approved_library_is_not_refused_any_more(client):
    install_probe()
    client.post(reverse("h5plibrary:edit", args=[H5PLibrary.objects.get().pk]), {"refuse": ""})
    assert H5PLibrary.objects.exists()


@pytest.mark.usefixtures("approver")
def test_a_package_is_installed(client):
    client.post(reverse("h5plibrary:install"), {"package": upload()})
    assert H5PLibrary.objects.get().is_approved


@pytest.mark.usefixtures("approver")
def test_a_package_that_cannot_be_installed_is_explained(client):
    page = client.post(reverse("h5plibrary:install"), {"package": upload(b"nothing")})
    assert "Acesta nu este un pachet H5P" in page.content.decode()


@pytest.mark.usefixtures("approver")
def test_no_library_is_deleted(client):
    install_probe()
    client.post(f"/admin/biblioteci-h5p/delete/{H5PLibrary.objects.get().pk}/")
    assert H5PLibrary.objects.exists()


@pytest.mark.usefixtures("editor")
def test_the_chooser_offers_what_is_ready(client):
    make_activity()
    answer = client.get("/admin/alege-activitate/results/")
    assert "Ofertă din străinătate" in answer.content.decode()


@pytest.mark.usefixtures("editor")
def test_the_chooser_offers_nothing_that_waits(client):
    client.post(NEW, form())
    answer = client.get("/admin/alege-activitate/results/")
    assert "Oferta prea bună" not in answer.content.decode()


@pytest.mark.usefixtures("editor")
def test_the_chooser_gives_the_activity_to_the_page(client):
    activity = make_activity()
    answer = client.get(f"/admin/alege-activitate/chosen/{activity.pk}/")
    assert json.loads(answer.content)["result"]["id"] == str(activity.pk)


def test_the_command_installs(capsys, tmp_path):
    from django.core.management import call_command

    file = tmp_path / "probe.h5p"
    file.write_bytes(package())
    call_command("h5p_install", file)
    assert H5PLibrary.objects.get().is_approved


def test_the_command_says_what_is_wrong(tmp_path):
    from django.core.management import CommandError, call_command

    file = tmp_path / "probe.h5p"
    file.write_bytes(b"nothing")
    errors = io.StringIO()
    with pytest.raises(CommandError):
        call_command("h5p_install", file, stderr=errors)
    assert "not a zip archive" in errors.getvalue()


@pytest.mark.usefixtures("editor")
def test_the_text_that_writes_itself_is_shown_as_readers_see_it(client):
    activity = make_activity()
    activity.revisions.update(told="# Întrebarea 1\nE în regulă?\n- da\n- nu")
    page = client.get(reverse("activity:edit", args=[activity.pk])).content.decode()
    assert "<p><strong>Întrebarea 1</strong></p><p>E în regulă?</p><ul><li>da</li>" in page
