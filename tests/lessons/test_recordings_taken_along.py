"""Recordings in kits, in packs and on devices: the file, its captions and its transcript."""

import io
import zipfile
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from lessons.kit_recordings import contents_of, recordings_of
from lessons.kits import sheets
from lessons.kits.build import build_files, bundle
from lessons.models import Kit
from lessons.services import publish_edition, rebuild_changed_kits
from media.models import Recording
from media.recordings import services
from tests.factories import make_plan
from tests.lessons.built_kit import FONT_DIR
from tests.lessons.modules import make_module, make_step
from tests.lessons.sample_sheet import SAMPLE
from tests.lessons.test_recordings import close
from tests.media.recordings.samples import make_recording, sample

TRACK = sheets.Captions("ro", "română", "WEBVTT\n\n00:00.000 --> 00:01.000\nȘi\n", "1\n")
FILM = sheets.Recording(
    "film",
    "Un film",
    "mp4",
    "abc",
    "https://exemplu.ro/video/film/",
    "Ce se spune.",
    "Noi",
    (TRACK,),
)
BARE = replace(SAMPLE, recordings=(FILM,))


def built(**contents):
    return {file.name: file for file in build_files(BARE, FONT_DIR, contents)}


def test_a_kit_holds_the_film_its_captions_twice_and_its_transcript():
    files = built(abc=b"film")
    assert files["film.mp4"].content == b"film"
    assert files["film.ro.vtt"].content.decode() == TRACK.vtt
    assert files["film.ro.srt"].content == b"1\n"
    assert "Ce se spune." in files["film-transcriere.txt"].content.decode("utf-8-sig")
    assert {files[name].audience for name in files if name.startswith("film")} == {"pupil"}


def test_a_film_is_stored_and_not_packed_again():
    content = bundle(list(built(abc=b"film" * 100).values()))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        film = archive.getinfo("elev/film.mp4")
    assert film.compress_type == zipfile.ZIP_STORED


def test_a_film_that_is_too_large_is_named_with_its_address():
    files = built()
    assert "film.mp4" not in files
    assert "film.ro.vtt" in files
    readme = files["CITESTE-MA.txt"].content.decode("utf-8-sig")
    assert "Un film: prea mare pentru set, se vede la https://exemplu.ro/video/film/" in readme


@pytest.fixture
def plan(db):
    """A plan whose story shows a recording."""
    recording = make_recording()
    plan = make_plan(body=[("recording", recording)])
    plan.save_revision().publish()
    return plan


def film_of(plan):
    return next(block.value for block in plan.body if block.block_type == "recording")


def test_the_kit_of_a_plan_has_what_its_story_shows(plan):
    kit = publish_edition(plan=plan)
    names = set(kit.files.values_list("name", flat=True))
    assert {"un-film.mp4", "un-film.ro.vtt", "un-film.ro.srt", "un-film-transcriere.txt"} <= names
    with kit.files.get(name="un-film.mp4").file.open() as film:
        assert film.read() == sample("film.mp4")


def test_the_page_of_the_plan_shows_it_and_offers_it(plan, client):
    publish_edition(plan=plan)
    soup = BeautifulSoup(client.get(f"/lectii/{plan.slug}/").content, "html.parser")
    assert soup.select_one("video")
    assert any(link["href"].endswith("/un-film.mp4") for link in soup.select(".kit__parts a"))


def test_changed_captions_make_a_new_kit_and_a_second_round_none(plan):
    publish_edition(plan=plan)
    film_of(plan).tracks.update(text="WEBVTT\n\n00:00.000 --> 00:01.000\nAltceva\n")
    rebuild_changed_kits()
    rebuild_changed_kits()
    assert sorted(Kit.objects.values_list("version", flat=True)) == [1, 2]


def test_a_large_original_gives_way_to_its_small_copy(plan, monkeypatch):
    monkeypatch.setattr("media.recordings.making.LIGHT", 1)
    monkeypatch.setattr("media.recordings.selectors.HANDY", 1)
    recording = film_of(plan)
    services.make_copies(recording=recording)
    small = recording.renditions.get(kind="small")
    assert [len(content) for content in contents_of(plan).values()] == [small.size]


def test_what_is_larger_still_stays_on_the_site(plan, monkeypatch):
    monkeypatch.setattr("lessons.kit_recordings.MOST_BYTES", 10)
    assert contents_of(plan) == {}
    assert len(list(recordings_of(plan))) == 1


def test_a_kit_is_for_everybody_and_so_is_what_it_holds(plan):
    close(film_of(plan))
    assert list(recordings_of(plan)) == []


def test_a_recording_that_was_deleted_leaves_the_kit(plan):
    film_of(plan).delete()
    plan.refresh_from_db()
    assert list(recordings_of(plan)) == []


@pytest.fixture
def step(db, settings, tmp_path):
    """A module with a recording in its only step."""
    settings.VAR_DIR = tmp_path
    return make_step(make_module(), "film", body=[("recording", make_recording())])


def pack(client):
    content = b"".join(client.get("/module/prieteni/pachet/").streaming_content)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name.partition("/")[2]: archive.read(name) for name in archive.namelist()}


def in_pack(files):
    return BeautifulSoup(files["pachet/01-film.html"], "html.parser")


@pytest.mark.usefixtures("step")
def test_a_pack_holds_a_small_film_and_its_captions_in_the_page(client):
    files = pack(client)
    soup = in_pack(files)
    source, track = soup.select_one("source")["src"], soup.select_one("track")["src"]
    assert files[f"pachet/{source}"] == sample("film.mp4")
    assert track.startswith("data:text/vtt;base64,")
    assert "/fisiere/" not in str(soup)


@pytest.mark.usefixtures("step")
def test_a_pack_leaves_a_large_film_out_and_says_so(client, monkeypatch):
    monkeypatch.setattr("media.recordings.players.OFFLINE_BYTES", 10)
    files = pack(client)
    assert not any(name.endswith(".mp4") for name in files)
    words = in_pack(files).get_text()
    assert "nu este în acest dosar" in words
    assert "Ilinca spune bună." in words


@pytest.mark.usefixtures("step")
def test_a_saved_module_keeps_a_small_film_and_not_its_other_forms(client, monkeypatch):
    monkeypatch.setattr("media.recordings.making.LIGHT", 1)
    recording = Recording.objects.get()
    services.make_copies(recording=recording)
    paths = client.get("/module/prieteni/offline.json").json()["paths"]
    kept = sorted(p.rpartition("/")[2] for p in paths if "/inregistrari/" in p)
    assert kept == ["360p.mp4", "poster.jpg", "ro.vtt"]


@pytest.mark.usefixtures("step")
def test_a_saved_module_leaves_a_large_film_out_and_says_so(client, monkeypatch):
    monkeypatch.setattr("media.recordings.players.OFFLINE_BYTES", 10)
    paths = client.get("/module/prieteni/offline.json").json()["paths"]
    assert [path for path in paths if path.endswith(".mp4")] == []
    page = BeautifulSoup(client.get("/module/prieteni/film/").content, "html.parser")
    assert "Nu este salvat" in page.select_one(".offline-only").get_text()
