"""Documents are saved, not shown, and nothing in them runs within the site."""

import pytest
from django.core.files.base import ContentFile
from wagtail import hooks
from wagtail.documents.models import document_served

from media.intake.documents import TYPES
from media.models import ContentDocument
from tests.media.documents.test_cleaning import MAKERS

pytestmark = pytest.mark.django_db

KINDS = sorted(TYPES)


def make(kind="txt") -> ContentDocument:
    data = MAKERS[kind]() if kind in MAKERS else "Înțelept".encode()
    document = ContentDocument(title="Fișa", file=ContentFile(data, f"Fișa mea.{kind}"))
    document.save()
    return document


def body(response):
    return b"".join(response.streaming_content)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_its_type_and_is_saved(client, kind):
    response = client.get(make(kind).url)
    assert response.headers["Content-Type"] == TYPES[kind]
    assert response.headers["Content-Disposition"].startswith("attachment; ")
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"


def test_a_document_of_old_that_is_a_page_is_saved_too(client):
    document = make()
    name = document.file.storage.save("documents/pagina.html", ContentFile(b"<script>"))
    ContentDocument.objects.filter(pk=document.pk).update(file=name)
    response = client.get(f"/documente/{document.pk}/pagina.html")
    assert response.headers["Content-Type"] == "application/octet-stream"
    assert response.headers["Content-Disposition"].startswith("attachment")


def test_a_document_comes_in_pieces(client):
    response = client.get(make().url, headers={"Range": "bytes=4-6"})
    assert (response.status_code, body(response)) == (206, "Înțelept".encode()[4:7])


def test_an_unchanged_document_is_not_sent_again(client):
    address = make().url
    known = client.get(address).headers["ETag"]
    assert client.get(address, headers={"If-None-Match": known}).status_code == 304


def test_a_changed_document_has_another_validator(client):
    document = make()
    before = client.get(document.url).headers["ETag"]
    document.file.save("alta.txt", ContentFile("Altceva și mai mult".encode()))
    assert client.get(document.url).headers["ETag"] != before


def test_a_document_under_another_name_is_not_there(client):
    assert client.get(f"/documente/{make().pk}/altul.txt").status_code == 404


def test_a_document_takes_no_post(client):
    assert client.post(make().url).status_code == 405


def test_whoever_counts_still_hears_of_it(client):
    heard = []

    def count(sender, instance, **_):
        heard.append(instance.pk)

    document_served.connect(count)
    document = make()
    client.get(document.url)
    document_served.disconnect(count)
    assert heard == [document.pk]


def test_an_app_may_still_keep_a_document(client):
    from django.http import HttpResponse

    with hooks.register_temporarily("before_serve_document", lambda *_: HttpResponse(status=418)):
        assert client.get(make().url).status_code == 418
