"""Recordings on pages: loaded only at a press, captions on, and listed by age."""

import re

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from wagtail.models import Collection, CollectionViewRestriction

from lms.people.enums import Role
from media.blocks import RecordingBlock
from media.models import CaptionTrack
from media.recordings import services
from media.starter import recordings as starter
from tests.factories import make_home, make_plan, make_user
from tests.lessons.modules import make_learner, make_module, make_step, sit_down
from tests.media.recordings.samples import VTT, make_recording

pytestmark = pytest.mark.django_db
STEP = "/module/prieteni/film/"


@pytest.fixture
def recording():
    return make_recording(title="Un mesaj nou", credit="Noi")


@pytest.fixture
def step(recording):
    return make_step(make_module(), "film", body=[("recording", recording)])


def page(client, address):
    return BeautifulSoup(client.get(address).content, "html.parser")


def close(recording):
    """Keep it for trainers."""
    collection = Collection.get_first_root_node().add_child(name="Formatori")
    restriction = CollectionViewRestriction.objects.create(
        collection=collection, restriction_type=CollectionViewRestriction.GROUPS
    )
    restriction.groups.set([Group.objects.get_or_create(name=Role.TRAINER.value)[0]])
    recording.collection = collection
    recording.save()


@pytest.mark.usefixtures("step")
def test_r22_a_step_shows_a_player_that_loads_nothing_by_itself(client):
    video = page(client, STEP).select_one("video")
    assert (video["preload"], video.has_attr("controls")) == ("none", True)
    assert not video.has_attr("autoplay")
    assert (video["width"], video["height"]) == ("640", "480")


@pytest.mark.usefixtures("step")
def test_r22_captions_are_on_before_anybody_asks(client, recording):
    CaptionTrack.objects.create(recording=recording, language="en", kind="subtitles", text=VTT)
    tracks = page(client, STEP).select("video track")
    assert [(t["srclang"], t["kind"], t.has_attr("default")) for t in tracks] == [
        ("ro", "captions", True),
        ("en", "subtitles", False),
    ]


@pytest.mark.usefixtures("step")
def test_length_and_size_are_said_before_the_press_and_the_transcript_is_there(client, recording):
    soup = page(client, STEP)
    facts = soup.select_one(".recording__facts").get_text(" ", strip=True)
    assert "0:02" in facts
    assert re.search(r"\d+\xa0kB, se încarcă numai când apeși", facts)
    assert recording.transcript in soup.select_one("details").get_text()


@pytest.mark.usefixtures("step")
def test_the_light_copy_comes_first_and_the_original_is_a_choice(client, recording, monkeypatch):
    monkeypatch.setattr("media.recordings.making.LIGHT", 1)
    services.make_copies(recording=recording)
    soup = page(client, STEP)
    sources = [source["src"].rpartition("/")[2] for source in soup.select("source")]
    assert sources == ["360p.mp4", "original.mp4", "sunet.m4a"]
    assert soup.select_one("video")["poster"].endswith("/poster.jpg")
    saved = [link["href"].rpartition("/")[2] for link in soup.select("a[download]")]
    assert saved == ["360p.mp4", "original.mp4", "sunet.m4a", "ro.vtt", "ro.srt", "transcriere.txt"]


@pytest.mark.usefixtures("step")
def test_who_saves_data_gets_no_poster(client, recording, monkeypatch):
    monkeypatch.setattr("media.recordings.making.LIGHT", 1)
    services.make_copies(recording=recording)
    html = client.get(STEP, headers={"Save-Data": "on"}).content.decode()
    assert "<video" in html
    assert "poster=" not in html


@pytest.mark.usefixtures("step")
def test_a_recording_that_was_withdrawn_leaves_no_trace(client, recording):
    recording.published = False
    recording.save()
    html = client.get(STEP).content.decode()
    assert "<video" not in html
    assert recording.title not in html


@pytest.mark.usefixtures("step", "roles")
def test_a_closed_recording_is_shown_only_to_its_group(client, recording):
    close(recording)
    html = client.get(STEP).content.decode()
    assert "după ce intră în cont" in html
    assert recording.title not in html
    client.force_login(make_user(Role.TRAINER))
    assert "<video" in client.get(STEP).content.decode()


def test_a_block_refuses_what_is_not_published():
    block = RecordingBlock()
    assert block.clean(make_recording())
    with pytest.raises(Exception, match="nu este publicată"):
        block.clean(make_recording(published=False))


def test_a_page_is_found_by_what_is_said_in_its_recording(step):
    assert any("Ilinca spune bună" in text for text in step.searchable_text())


def test_what_is_said_in_a_closed_recording_finds_no_page(step, recording):
    close(recording)
    page = step.__class__.objects.get(pk=step.pk)
    assert not any(recording.title in text or "Ilinca" in text for text in page.searchable_text())


def test_the_list_is_by_age(client, recording):
    make_recording(title="Contractul", age_band="15-18")
    make_recording(title="Ciornă", published=False)
    close(make_recording(title="Numai formatori"))
    soup = page(client, "/video/")
    titles = [link.get_text() for link in soup.select(".card__title a")]
    assert titles == ["Un mesaj nou", "Contractul"]
    assert soup.select("video") == []
    older = page(client, "/video/?varsta=15-18")
    assert [link.get_text() for link in older.select(".card__title a")] == ["Contractul"]


def test_the_list_is_narrowed_by_language_too(client, recording):
    make_recording(title="A new message", language="en")
    soup = page(client, "/video/?limba=en&varsta=11-14")
    assert [link.get_text() for link in soup.select(".card__title a")] == ["A new message"]
    assert "?varsta=11-14" in [link["href"] for link in soup.select(".chip")]


@pytest.mark.parametrize("query", ["?varsta=x", "?limba=x", "?varsta=15-18", "?varsta=&limba="])
def test_a_choice_that_leads_nowhere_shows_everything(client, recording, query):
    assert recording.title in client.get(f"/video/{query}").content.decode()


def test_an_empty_list_says_so(client):
    make_home()
    assert "Încă nu este niciun video" in client.get("/video/").content.decode()


def test_a_recording_has_a_page_of_its_own(client, recording, step):
    plan = make_plan(slug="plan")
    plan.body = [("recording", recording)]
    plan.save_revision().publish()
    html = client.get(recording.page_url).content.decode()
    for words in ("Un mesaj nou", "11–14 ani", "Română", "CC BY-SA 4.0", "Noi", "<video"):
        assert words in html
    uses = BeautifulSoup(html, "html.parser").select("#unde + ul a")
    assert {link["href"] for link in uses} == {"/module/prieteni/", "/lectii/plan/"}


def test_what_uses_a_recording_is_not_told_of_pages_that_are_not_public(client, recording, step):
    step.unpublish()
    assert "Prieteni pe net" not in client.get(recording.page_url).content.decode()


def test_a_draft_has_no_page_but_for_editors(client, recording, roles):
    recording.published = False
    recording.save()
    assert client.get(recording.page_url).status_code == 404
    client.force_login(make_user(Role.TEACHER))
    assert client.get(recording.page_url).status_code == 404
    client.force_login(make_user(Role.EDITOR))
    response = client.get(recording.page_url)
    assert response.status_code == 200
    assert "no-store" in response.headers["Cache-Control"]


def test_ages_are_gates_here_too(client, recording):
    older = make_recording(title="Contractul", age_band="15-18")
    sit_down(client, make_learner(age_band="11-14"))
    titles = [link.get_text() for link in page(client, "/video/").select(".card__title a")]
    assert titles == ["Un mesaj nou"]
    assert client.get(older.page_url).status_code == 403
    response = client.get(recording.page_url)
    assert response.status_code == 200
    assert "no-store" in response.headers["Cache-Control"]


def test_in_english_the_words_around_it_are_english(client, recording):
    with translation.override("en"):
        address = recording.page_url
    assert address == "/en/video/un-mesaj-nou/"
    html = client.get(address).content.decode()
    assert "Read the transcript" in html
    assert recording.title in html


@pytest.mark.usefixtures("step")
def test_where_it_is_used_is_said_in_the_language_of_the_page_that_uses_it(client, recording):
    with translation.override("en"):
        links = page(client, recording.page_url).select("#unde + ul a")
    assert [(link["href"], link["lang"]) for link in links] == [("/module/prieteni/", "ro")]


@pytest.mark.parametrize("address", ["/module/", "/"])
def test_the_list_is_found_from_the_modules_and_from_every_foot(client, address):
    make_home()
    make_module()
    assert 'href="/video/"' in client.get(address).content.decode()


def test_asking_costs_a_few_queries_however_many_there_are(client, django_assert_max_num_queries):
    for number in range(6):
        make_recording(title=f"Film {number}")
    client.get("/video/")
    with django_assert_max_num_queries(9):
        client.get("/video/")


@pytest.mark.parametrize("address", ["/video/", "/video/un-mesaj-de-la-un-necunoscut/"])
def test_reading_writes_nothing(client, address):
    starter.load()
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    assert [q["sql"] for q in queries if q["sql"].startswith(("INSERT", "UPDATE", "DELETE"))] == []
