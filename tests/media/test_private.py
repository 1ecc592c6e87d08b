"""What lies in a closed collection reaches nobody else, by whatever address."""

import pytest
from django.core.files.base import ContentFile
from wagtail.models import Collection, CollectionViewRestriction

from lms.people.enums import Role
from lms.training.starter import collection as starter
from media.models import ContentDocument, ContentImage
from tests.factories import make_user
from tests.media.makers import word
from tests.media.pictures import png

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]

OTHERS = sorted(set(Role) - set(starter.READERS))


@pytest.fixture
def closed():
    starter.load()
    return Collection.objects.get(name=starter.NAME)


def make_image(collection=None) -> ContentImage:
    collection = collection or Collection.get_first_root_node()
    image = ContentImage(title="Un zmeu", description="Un zmeu", collection=collection)
    image.file.save("zmeu.png", ContentFile(png()), save=False)
    image.save()
    return image


def make_document(collection=None) -> ContentDocument:
    collection = collection or Collection.get_first_root_node()
    document = ContentDocument(title="Fișa", collection=collection)
    document.file.save("fisa.docx", ContentFile(word()), save=False)
    document._set_document_file_metadata()
    document.file.close()
    document.save()
    return document


def addresses(collection) -> dict[str, str]:
    image = make_image(collection)
    return {
        "original": image.file.url,
        "size": image.get_rendition("width-4").url,
        "document": make_document(collection).url,
    }


WHICH = ["original", "size", "document"]


@pytest.mark.parametrize("which", WHICH)
def test_no_cache_keeps_that_a_part_is_not_there(client, which):
    answer = client.get(addresses(None)[which], headers={"Range": "bytes=999999-"})
    assert (answer.status_code, answer.headers["Cache-Control"]) == (416, "no-store")


@pytest.mark.parametrize("which", WHICH)
def test_what_is_open_is_for_everybody(client, which):
    response = client.get(addresses(None)[which])
    assert response.status_code == 200
    assert response.headers["Cache-Control"].startswith("public")


@pytest.mark.parametrize("which", WHICH)
def test_a_stranger_is_asked_to_sign_in(client, closed, which):
    address = addresses(closed)[which]
    response = client.get(address)
    assert response.url == f"/cont/login/?next={address}"
    assert "no-store" in response.headers["Cache-Control"]


@pytest.mark.parametrize("role", OTHERS)
@pytest.mark.parametrize("which", WHICH)
def test_others_who_sign_in_are_refused_politely(client, closed, which, role):
    client.force_login(make_user(role))
    response = client.get(addresses(closed)[which])
    assert response.status_code == 403
    assert "nu are acces aici" in response.content.decode()


@pytest.mark.parametrize("role", starter.READERS)
@pytest.mark.parametrize("which", WHICH)
def test_trainers_and_those_beside_them_get_it(client, closed, which, role):
    client.force_login(make_user(role))
    response = client.get(addresses(closed)[which])
    assert response.status_code == 200
    assert response.headers["Cache-Control"] == "private, no-cache"


def test_a_collection_within_a_closed_one_is_closed(client, closed):
    below = closed.add_child(instance=Collection(name="Fotografii"))
    assert client.get(make_image(below).file.url).status_code == 302


@pytest.mark.parametrize(
    "name", ["original_images/nimic.png", "images/nimic.png", "documents/fisa.docx", "images/../x"]
)
def test_what_no_picture_of_the_library_has_is_not_there(client, name):
    make_document()
    assert client.get(f"/fisiere/{name}").status_code == 404


def test_a_file_that_lies_there_without_a_picture_is_not_served(client):
    image = make_image()
    ContentImage.objects.filter(pk=image.pk).update(file="original_images/alta.png")
    assert client.get(image.file.url).status_code == 404


def test_an_open_picture_is_looked_up_once(client, django_assert_num_queries):
    address = make_image().file.url
    client.get(address)
    with django_assert_num_queries(0):
        client.get(address)


def test_a_picture_that_moves_to_a_closed_collection_closes_at_once(
    client, closed, django_capture_on_commit_callbacks
):
    image = make_image()
    client.get(image.file.url)
    with django_capture_on_commit_callbacks(execute=True):
        image.collection = closed
        image.save()
    assert client.get(image.file.url).status_code == 302


def test_many_pictures_that_move_close_at_once(client, closed, django_capture_on_commit_callbacks):
    image = make_image()
    client.get(image.file.url)
    editor = make_user(Role.EDITOR)
    client.force_login(editor)
    address = f"/admin/bulk/media/contentimage/add_to_collection/?id={image.pk}"
    with django_capture_on_commit_callbacks(execute=True):
        client.post(address, {"collection": closed.pk})
    client.logout()
    assert client.get(image.file.url).status_code == 302


def test_an_open_collection_that_is_closed_closes_its_pictures(
    client, django_capture_on_commit_callbacks
):
    image = make_image()
    client.get(image.file.url)
    with django_capture_on_commit_callbacks(execute=True):
        CollectionViewRestriction.objects.create(
            collection=image.collection, restriction_type=CollectionViewRestriction.LOGIN
        )
    assert client.get(image.file.url).status_code == 302


def test_a_password_does_not_open_a_picture(client):
    image = make_image()
    CollectionViewRestriction.objects.create(
        collection=image.collection, restriction_type="password", password="x"
    )
    assert client.get(image.file.url).status_code == 403
