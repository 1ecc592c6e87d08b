"""Ways to pass a module on: links, a code, a card for other sites, questions for Moodle."""

import io
import re
import zipfile
from urllib.parse import parse_qs, urlsplit

import pytest
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from wagtail.models import Collection, CollectionViewRestriction

from lessons.models import StepPage
from lms.core import generation
from media.models import ContentDocument
from tests.factories import make_plan
from tests.lessons.modules import make_module, make_step, make_way
from tests.media.makers import FRAME, mp3

pytestmark = pytest.mark.django_db


@pytest.fixture
def way():
    return make_way()


def links(client):
    soup = BeautifulSoup(client.get("/module/prieteni/partajare/").content, "html.parser")
    return {a["href"] for a in soup.find_all("a") if a["href"].startswith("https://")}


def test_the_page_names_two_other_hosts_as_links_only(client, way):
    hosts = {urlsplit(link).hostname for link in links(client)}
    assert hosts == {"classroom.google.com", "teams.microsoft.com"}


def test_the_links_carry_the_address_of_the_module(client, way, settings):
    queries = [parse_qs(urlsplit(link).query) for link in links(client)]
    addresses = {q.get("url", q.get("href", [""]))[0] for q in queries}
    assert addresses == {f"{settings.SITE_URL}/module/prieteni/"}


def test_the_links_tell_the_other_site_nothing_of_ours(client, way):
    page = client.get("/module/prieteni/partajare/").content.decode()
    assert page.count('rel="external noopener noreferrer"') == 2


def test_the_page_shows_a_code(client, way):
    page = client.get("/module/prieteni/partajare/").content.decode()
    assert '<div class="share-code__qr"><svg' in page


def test_the_short_address_leads_to_the_module(client, way):
    assert client.get(f"/m/{way.pk}/").url == "/module/prieteni/"


def test_the_short_address_of_a_draft_leads_nowhere(client, way):
    way.unpublish()
    assert client.get(f"/m/{way.pk}/").status_code == 404


def test_the_card_may_stand_in_a_frame_of_any_site(client, way):
    headers = client.get("/module/prieteni/partajare/card/").headers
    assert "frame-ancestors *" in headers["Content-Security-Policy"]
    assert "X-Frame-Options" not in headers


def test_the_policy_of_the_card_differs_in_nothing_else(client, way):
    def policy(path):
        header = client.get(path).headers["Content-Security-Policy"]
        return set(re.sub(r"frame-ancestors [^;]+", "", header).split(";"))

    assert policy("/module/prieteni/partajare/card/") == policy("/module/prieteni/partajare/")


@pytest.mark.parametrize("page", ["", "inceput/", "partajare/", "plan/", "recapitulare/"])
def test_no_other_page_may_stand_in_a_foreign_frame(client, way, page):
    headers = client.get(f"/module/prieteni/{page}").headers
    assert "frame-ancestors 'self'" in headers["Content-Security-Policy"]
    assert headers["X-Frame-Options"] == "SAMEORIGIN"


def test_the_card_has_nothing_to_press_but_a_link_into_a_new_tab(client, way):
    soup = BeautifulSoup(client.get("/module/prieteni/partajare/card/").content, "html.parser")
    assert soup.find_all(["form", "button", "input", "script"]) == []
    assert [(a["target"], a["rel"]) for a in soup.find_all("a")] == [("_blank", ["noopener"])]


def test_the_code_for_a_page_frames_the_card(client, way, settings):
    soup = BeautifulSoup(client.get("/module/prieteni/partajare/").content, "html.parser")
    frame = BeautifulSoup(soup.find("textarea").text, "html.parser").find("iframe")
    assert frame["src"] == f"{settings.SITE_URL}/module/prieteni/partajare/card/"
    assert frame["title"] == "Prieteni pe net"


def test_the_questions_come_as_a_file(client, way):
    response = client.get("/module/prieteni/intrebari.gift")
    assert response.headers["Content-Disposition"] == 'attachment; filename="prieteni.gift"'
    assert "Cineva cere o poză" in response.content.decode()


def test_figures_come_as_their_values(client, way, monkeypatch):
    monkeypatch.setattr("lms.core.facts.replace_tokens", lambda text, language: text.upper())
    assert "CINEVA CERE O POZĂ" in client.get("/module/prieteni/intrebari.gift").content.decode()


def test_the_questions_come_as_h5p_with_the_story_apart(client, way):
    assert "intrebari.h5p" in client.get("/module/prieteni/partajare/").content.decode()
    response = client.get("/module/prieteni/intrebari.h5p")
    assert response.headers["Content-Type"] == "application/zip"
    with zipfile.ZipFile(io.BytesIO(response.content)) as archive:
        assert archive.namelist() == [
            "prieteni-pe-net.h5p",
            "prieteni-pe-net-poveste-1.h5p",
            "citeste-ma.txt",
        ]
    name = "prieteni-pe-net-h5p.zip"
    assert response.headers["Content-Disposition"] == f'attachment; filename="{name}"'


def test_a_module_without_questions_has_no_h5p(client, way):
    StepPage.objects.update(question=None)
    generation.advance()
    assert client.get("/module/prieteni/intrebari.h5p").status_code == 404
    assert "intrebari.h5p" not in client.get("/module/prieteni/partajare/").content.decode()


def test_the_sound_of_a_step_comes_in_pieces(client, way):
    sound = ContentDocument.objects.create(title="x", file=ContentFile(mp3(), "x.mp3"))
    StepPage.objects.filter(slug="inceput").update(sound=sound, spoken="Bună.")
    response = client.get("/module/prieteni/inceput/sunet", headers={"Range": "bytes=2-4"})
    assert response.status_code == 206
    assert response.headers["Content-Type"] == "audio/mpeg"
    assert b"".join(response.streaming_content) == FRAME[2:5]


@pytest.fixture
def closed_sound(way):
    closed = Collection.get_first_root_node().add_child(instance=Collection(name="x"))
    CollectionViewRestriction.objects.create(collection=closed, restriction_type="login")
    file = ContentFile(mp3(), "x.mp3")
    sound = ContentDocument.objects.create(title="x", file=file, collection=closed)
    StepPage.objects.filter(slug="inceput").update(sound=sound, spoken="Bună.")


@pytest.mark.usefixtures("closed_sound")
def test_a_sound_of_a_closed_collection_is_not_heard(client):
    assert client.get("/module/prieteni/inceput/sunet").status_code == 404


@pytest.mark.usefixtures("closed_sound")
def test_of_a_closed_sound_there_is_the_text_alone(client):
    page = client.get("/module/prieteni/inceput/").content.decode()
    assert ("<audio" in page, "Bună." in page) == (False, True)


@pytest.mark.usefixtures("closed_sound")
def test_a_module_with_a_closed_sound_can_be_saved_all_the_same(client):
    assert client.get("/module/prieteni/offline.json").status_code == 200


def test_the_spoken_text_stands_beside_the_sound(client, way):
    sound = ContentDocument.objects.create(title="x", file=ContentFile(mp3(), "x.mp3"))
    StepPage.objects.filter(slug="inceput").update(sound=sound, spoken="Bună, sunt Ioana.")
    page = client.get("/module/prieteni/inceput/").content.decode()
    assert 'preload="none"' in page
    assert "Bună, sunt Ioana." in page


def test_a_step_without_a_sound_has_no_file(client, way):
    assert client.get("/module/prieteni/inceput/sunet").status_code == 404


def test_a_plan_shows_its_module(client):
    plan = make_plan(slug="plan")
    make_step(make_module(plan=plan), "unu")
    assert 'href="/module/prieteni/"' in client.get("/lectii/plan/").content.decode()


def test_a_plan_does_not_show_a_draft(client):
    plan = make_plan(slug="plan")
    make_step(make_module(plan=plan, live=False), "unu")
    assert "Pentru elevi, online" not in client.get("/lectii/plan/").content.decode()


def test_a_module_leads_teachers_to_its_plan(client):
    plan = make_plan(slug="plan")
    make_step(make_module(plan=plan), "unu")
    assert 'href="/lectii/plan/"' in client.get("/module/prieteni/").content.decode()
