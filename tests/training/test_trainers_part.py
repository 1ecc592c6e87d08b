"""What is for trainers only reaches nobody else: the guide, and documents at every address."""

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.models import Collection, PageViewRestriction

from lms.people.enums import Role
from lms.people.roles import RULES
from lms.training.selectors import READ_TRAINERS_PART
from lms.training.services import accept_conditions
from lms.training.starter import collection
from lms.training.starter.collection import READERS
from tests.factories import make_user
from tests.media.makers import libre
from tests.training.event_factories import make_trainer
from tests.training.facilitators import name_facilitator, take_on
from tests.training.programmes import GUIDE, add_material, make_document, make_programme

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]

GUIDE_ADDRESS = "/formare/program/ghid/"
OTHERS = sorted(set(Role) - set(READERS))


@pytest.fixture(autouse=True)
def _files_on_a_disk(settings, tmp_path):
    # Wagtail's own view serves from a path.
    disk = {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    settings.STORAGES = {**settings.STORAGES, "default": disk}
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def programme():
    return make_programme(slug="program")


@pytest.fixture
def kept(programme):
    """The addresses of a document for trainers: the programme's, and the library's own."""
    row = add_material(programme, trainers_only=True)
    return {
        "programme": reverse("training:material", args=["program", row.pk]),
        "library": row.document.url,
    }


@pytest.fixture
def agreed(client):
    """A trainer who signed in and accepted the conditions of such documents."""
    trainer = make_user(Role.TRAINER)
    accept_conditions(user=trainer)
    client.force_login(trainer)
    return trainer


def body_of(response):
    return b"".join(response.streaming_content)


def test_the_roles_that_read_it_are_those_of_the_collection():
    allowed = {role for role, rules in RULES.items() if READ_TRAINERS_PART in rules.permissions}
    assert allowed == set(READERS)


@pytest.mark.parametrize("role", READERS)
def test_the_guide_opens_for_those_whom_it_is_for(client, programme, role):
    client.force_login(make_user(role))
    assert GUIDE in client.get(GUIDE_ADDRESS).content.decode()


@pytest.mark.parametrize("role", OTHERS)
def test_the_guide_is_refused_to_others_who_sign_in(client, programme, role):
    client.force_login(make_user(role))
    assert client.get(GUIDE_ADDRESS).status_code == 403


def test_a_stranger_is_asked_to_sign_in(client, programme):
    assert client.get(GUIDE_ADDRESS).url == f"/cont/login/?next={GUIDE_ADDRESS}"


def test_a_stranger_does_not_learn_which_programmes_there_are(client, programme):
    unknown = client.get("/formare/nimic/ghid/")
    assert unknown.status_code == client.get(GUIDE_ADDRESS).status_code


def test_the_page_cache_never_keeps_the_guide(client, programme, settings):
    settings.PAGE_CACHE = True
    client.force_login(make_user(Role.TRAINER))
    client.get(GUIDE_ADDRESS)
    client.logout()
    assert client.get(GUIDE_ADDRESS).status_code == 302


def test_no_cache_on_the_way_keeps_the_guide(client, programme):
    client.force_login(make_user(Role.TRAINER))
    assert "no-store" in client.get(GUIDE_ADDRESS).headers["Cache-Control"]


def test_a_trainer_leaves_nothing_of_the_guide_on_the_public_page(client, programme, settings):
    settings.PAGE_CACHE = True
    client.force_login(make_user(Role.TRAINER))
    client.get("/formare/program/")
    client.logout()
    assert GUIDE not in client.get("/formare/program/").content.decode()


def test_a_kept_page_is_forgotten_once_a_document_changes(
    client, programme, settings, django_capture_on_commit_callbacks
):
    settings.PAGE_CACHE = True
    document = add_material(programme).document
    before = client.get("/formare/program/").content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        document.file.save("fisa.odt", ContentFile(libre()))
    assert ("ODT" in before, "ODT" in client.get("/formare/program/").content.decode()) == (
        False,
        True,
    )


def test_the_guide_is_not_searched(programme):
    assert "douăzeci" not in " ".join(programme.searchable_text())


def test_the_guide_of_a_draft_is_not_there(client):
    make_programme(slug="program", live=False)
    client.force_login(make_user(Role.TRAINER))
    assert client.get(GUIDE_ADDRESS).status_code == 404


def test_the_guide_keeps_to_the_restrictions_of_its_page(client, programme):
    PageViewRestriction.objects.create(
        page=programme, restriction_type=PageViewRestriction.PASSWORD, password="x"
    )
    client.force_login(make_user(Role.TRAINER))
    assert client.get(GUIDE_ADDRESS).status_code == 404


@pytest.mark.parametrize("where", ["programme", "library"])
def test_a_stranger_gets_no_document_for_trainers(client, kept, where):
    assert client.get(kept[where]).url.startswith("/cont/login/")


@pytest.mark.parametrize("where", ["programme", "library"])
def test_r40_a_teacher_gets_no_document_for_trainers(client, kept, where):
    client.force_login(make_user(Role.TEACHER))
    assert client.get(kept[where]).status_code == 403


@pytest.mark.parametrize("where", ["programme", "library"])
def test_a_trainer_gets_it(client, kept, agreed, where):
    assert body_of(client.get(kept[where])) == b"cuvinte"


def test_r40_a_facilitator_gets_a_document_of_a_closed_collection(client, programme):
    row = add_material(programme, trainers_only=True, document=in_the_closed_collection())
    reader = take_on(name_facilitator(make_trainer(), programme=programme))
    accept_conditions(user=reader)
    client.force_login(reader)
    assert body_of(client.get(row.document.url)) == b"cuvinte"


def test_a_teacher_is_told_what_to_do_there(client, programme):
    row = add_material(programme, trainers_only=True, document=in_the_closed_collection())
    client.force_login(make_user(Role.TEACHER))
    refused = client.get(row.document.url)
    assert refused.status_code == 403
    assert "training/facilitators/refused.html" in [one.name for one in refused.templates]


def in_the_closed_collection():
    collection.load()
    document = make_document()
    document.collection = Collection.objects.get(name=collection.NAME)
    document.save()
    return document


def test_no_cache_on_the_way_keeps_a_document(client, kept, agreed):
    assert "private" in client.get(kept["programme"]).headers["Cache-Control"]


def test_a_document_open_in_another_programme_stays_for_trainers(client, kept, programme):
    document = programme.materials.first().document
    open_row = add_material(make_programme(slug="altul"), document=document)
    address = reverse("training:material", args=["altul", open_row.pk])
    assert client.get(address).status_code == 302


def test_an_open_document_is_for_everybody(client, programme):
    row = add_material(programme)
    response = client.get(reverse("training:material", args=["program", row.pk]))
    assert body_of(response) == b"cuvinte"


def test_an_open_row_does_not_open_a_closed_collection(client, programme):
    row = add_material(programme, document=make_document(kept=True))
    address = reverse("training:material", args=["program", row.pk])
    assert client.get(address).status_code == 404


def test_a_document_is_not_served_by_the_address_of_pictures(client, kept, programme):
    name = programme.materials.first().document.file.name
    assert client.get(f"/fisiere/{name}").status_code == 404


def test_the_guide_leads_to_all_materials(client, kept):
    client.force_login(make_user(Role.TRAINER))
    assert f'href="{kept["programme"]}"' in client.get(GUIDE_ADDRESS).content.decode()
