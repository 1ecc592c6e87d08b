"""Whoever downloads what is for trainers accepts the conditions first, once a version."""

import pytest
from django.db import IntegrityError, transaction
from django.db.utils import DatabaseError
from django.urls import reverse

from lms.people.enums import Role
from lms.people.services import erase_account
from lms.training.conditions import CONDITIONS_VERSION
from lms.training.models import ConditionsAcceptance
from lms.training.services import accept_conditions
from tests.factories import make_user
from tests.training.event_factories import make_trainer
from tests.training.facilitators import name_facilitator, take_on
from tests.training.programmes import add_material, make_programme

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]

CONDITIONS = "/formare/conditii/"


@pytest.fixture(autouse=True)
def _files_on_a_disk(settings, tmp_path):
    disk = {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    settings.STORAGES = {**settings.STORAGES, "default": disk}
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def programme():
    return make_programme(slug="program")


@pytest.fixture
def address(programme):
    row = add_material(programme, trainers_only=True)
    return reverse("training:material", args=["program", row.pk])


@pytest.fixture
def signed_in(client):
    trainer = make_user(Role.TRAINER)
    client.force_login(trainer)
    return trainer


def accept(client, wanted="", version=CONDITIONS_VERSION):
    return client.post(CONDITIONS, {"versiune": version, "urmeaza": wanted})


def body_of(response):
    return b"".join(response.streaming_content)


def test_the_first_download_asks_for_them(client, address, signed_in):
    assert client.get(address).url.startswith(f"{CONDITIONS}?urmeaza=")


def test_the_librarys_own_address_asks_too(client, address, programme, signed_in):
    document = programme.materials.first().document
    assert client.get(document.url).url.startswith(CONDITIONS)


def test_asking_and_reading_keeps_nothing(client, address, signed_in):
    client.get(address, follow=True)
    assert not ConditionsAcceptance.objects.exists()


def test_accepted_one_goes_on_to_the_file(client, address, signed_in):
    page = client.get(address, follow=True)
    assert page.context["wanted"] == address
    assert body_of(accept_and_follow(client, address)) == b"cuvinte"


def accept_and_follow(client, address):
    return client.get(accept(client, address).url)


def test_the_second_download_asks_nothing(client, address, signed_in):
    accept(client)
    assert client.get(address).status_code == 200


def test_who_version_and_moment_are_kept(client, signed_in):
    accept(client)
    kept = ConditionsAcceptance.objects.get()
    assert (kept.user, kept.version, kept.accepted_at is None) == (
        signed_in,
        CONDITIONS_VERSION,
        False,
    )


def test_accepting_twice_is_accepting_once(client, signed_in):
    accept(client)
    accept(client)
    assert ConditionsAcceptance.objects.count() == 1


@pytest.fixture
def new_words(monkeypatch):
    for place in (
        "lms.training.views.conditions",
        "lms.training.selectors.facilitators",
        "lms.training.services.facilitating",
    ):
        monkeypatch.setattr(f"{place}.CONDITIONS_VERSION", "2099-01")


def test_new_words_ask_again_and_keep_the_old_answer(client, address, signed_in, request):
    accept(client)
    request.getfixturevalue("new_words")
    assert client.get(address).url.startswith(CONDITIONS)
    accept(client, version="2099-01")
    assert client.get(address).status_code == 200
    assert ConditionsAcceptance.objects.count() == 2


def test_a_page_with_the_old_words_accepts_nothing(client, signed_in, new_words):
    page = accept(client, version=CONDITIONS_VERSION)
    assert (page.status_code, ConditionsAcceptance.objects.count()) == (200, 0)


@pytest.mark.parametrize(
    "wanted", ["https://example.com/", "//example.com/x", "javascript:alert(1)", "/\\example.com"]
)
def test_one_goes_on_to_no_other_site(client, signed_in, wanted):
    assert accept(client, wanted).url == CONDITIONS


def test_a_teacher_accepts_nothing(client):
    client.force_login(make_user(Role.TEACHER))
    assert accept(client).status_code == 200
    assert not ConditionsAcceptance.objects.exists()


def test_a_stranger_is_asked_to_sign_in(client):
    assert client.get(CONDITIONS).url.startswith("/cont/login/")


def test_a_facilitator_accepts_and_downloads(client, address, programme):
    trainer = make_trainer()
    user = take_on(name_facilitator(trainer, programme=programme))
    client.force_login(user)
    assert client.get(address).url.startswith(CONDITIONS)
    assert body_of(accept_and_follow(client, address)) == b"cuvinte"


def test_that_somebody_accepted_stays_when_the_account_goes(roles):
    user = make_user(Role.TRAINER)
    accept_conditions(user=user)
    erase_account(user=user)
    assert ConditionsAcceptance.objects.get().user is None


def test_an_acceptance_is_never_changed(roles):
    accept_conditions(user=make_user())
    with pytest.raises((IntegrityError, DatabaseError)), transaction.atomic():
        ConditionsAcceptance.objects.update(version="x")


def test_the_guide_does_not_save_the_page_of_conditions_as_a_file(client, address, signed_in):
    page = client.get("/formare/program/ghid/").content.decode()
    assert f'href="{address}" aria-label' in page
