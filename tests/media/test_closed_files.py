"""An editor who puts closed files on an open page is told."""

import pytest
from django.contrib.messages import get_messages
from django.contrib.messages.storage.cookie import CookieStorage
from django.urls import reverse
from wagtail.models import Collection, PageViewRestriction
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from lms.pages.models import StandardPage
from lms.people.enums import Role
from lms.training.starter import collection as starter
from media import closed_files
from tests.factories import make_home, make_user
from tests.media.test_private import make_document, make_image
from tests.training.programmes import make_programme

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]


@pytest.fixture
def closed():
    starter.load()
    return Collection.objects.get(name=starter.NAME)


def page_with(blocks) -> StandardPage:
    page = StandardPage(title="Pagina", slug="pagina", body=blocks)
    return make_home().add_child(instance=page)


def picture(image):
    return ("image", {"image": image, "alt_text": "Un zmeu", "decorative": False})


def link(document):
    return ("paragraph", f'<p><a linktype="document" id="{document.pk}">fișa</a></p>')


def test_closed_pictures_and_linked_documents_are_named(closed):
    image, document = make_image(closed), make_document(closed)
    page = page_with([picture(image), link(document)])
    assert closed_files.closed_files(page) == ["Fișa", "Un zmeu"]


def test_open_ones_are_not():
    page = page_with([picture(make_image()), link(make_document())])
    assert closed_files.closed_files(page) == []


def test_a_programme_may_have_them_in_the_part_for_trainers(closed):
    document = make_document(closed)
    words = f'<p><a linktype="document" id="{document.pk}">fișa</a></p>'
    assert closed_files.closed_files(make_programme(guide=words)) == []
    assert closed_files.closed_files(make_programme(for_whom=words)) == ["Fișa"]


@pytest.fixture
def request_of(rf):
    """A request of an editor, as the hook gets it."""

    def make(**headers):
        request = rf.get("/", headers=headers)
        request.user = make_user(Role.EDITOR)
        request.session = {}
        request._messages = CookieStorage(request)
        return request

    return make


def test_saving_the_page_tells(client, closed):
    page = page_with([])
    client.force_login(make_user(Role.EDITOR))
    story = streamfield([("paragraph", rich_text(link(make_document(closed))[1]))])
    form = {"title": "Pagina", "slug": "pagina", "body": story, "comments": inline_formset([])}
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    saved = client.post(address, nested_form_data(form), follow=True)
    assert "Pagina este pentru toți" in saved.content.decode()


def told(request):
    return [str(message) for message in get_messages(request)]


def test_the_editor_is_told_which(closed, request_of):
    request = request_of(Accept="text/html")
    closed_files.warn(request, page_with([picture(make_image(closed))]))
    assert "Un zmeu" in told(request)[0]


def test_a_draft_that_saves_itself_says_nothing(closed, request_of):
    request = request_of(Accept="application/json")
    closed_files.warn(request, page_with([picture(make_image(closed))]))
    assert told(request) == []


def test_a_page_that_is_closed_itself_may_have_them(closed, request_of):
    page = page_with([picture(make_image(closed))])
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    request = request_of(Accept="text/html")
    closed_files.warn(request, page)
    assert told(request) == []
