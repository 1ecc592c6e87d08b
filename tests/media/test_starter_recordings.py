"""The animation of our own: light, whole, and drawn again from its story."""

import tomllib

import pytest
from PIL import Image

from lessons.starter import modules
from media.explainer.__main__ import FONTS, frame
from media.explainer.canvas import HEIGHT, WIDTH, Canvas
from media.explainer.pictures import PICTURES
from media.explainer.story import FOLDER, STORY, captions_of, scenes_of
from media.models import Recording
from media.recordings import ffmpeg, webvtt
from media.starter import recordings

MOST_BYTES = 1_500_000
FILM = STORY.with_suffix(".mp4")


def test_the_film_is_light_and_lasts_as_long_as_its_scenes():
    facts = ffmpeg.probe(FILM, "mp4")
    assert FILM.stat().st_size <= MOST_BYTES
    assert 30 <= facts.duration <= 60
    assert facts.duration == pytest.approx(sum(s.seconds for s in scenes_of()), abs=0.2)
    assert (facts.width, facts.height, facts.has_sound) == (WIDTH, HEIGHT, False)


@pytest.mark.parametrize("language", ["ro", "en"])
def test_the_captions_are_those_of_the_story(language):
    written = FILM.with_suffix(f".{language}.vtt").read_text(encoding="utf-8")
    assert written == captions_of(scenes_of(), language)
    assert webvtt.read(written, duration=ffmpeg.probe(FILM, "mp4").duration)


def test_nobody_reads_more_in_a_caption_than_in_the_film_or_faster_than_children_read():
    for cue in webvtt.read(captions_of(scenes_of(), "ro")):
        letters = len(webvtt.spoken([cue]))
        assert letters / ((cue.end - cue.start) / 1000) <= 17, cue.text


def test_every_scene_is_drawn_from_a_picture_that_is_used():
    assert {scene.picture for scene in scenes_of()} == set(PICTURES)


def test_the_poster_is_the_first_scene():
    poster = Image.open(FILM.with_suffix(".png")).convert("RGB")
    drawn = frame(Canvas(FONTS), scenes_of()[0], 2.0).resize(poster.size, Image.Resampling.LANCZOS)
    assert poster.resize((16, 9)).tobytes() == drawn.resize((16, 9)).tobytes()


def test_words_stay_clear_of_the_captions_at_the_foot():
    canvas = Canvas(FONTS)
    for scene in scenes_of():
        right = frame(canvas, scene, 2.0).crop((WIDTH // 2, HEIGHT - 90, WIDTH, HEIGHT))
        assert len(right.getcolors()) == 1, scene.headline


@pytest.mark.django_db
def test_loading_adds_it_once_published_with_both_tracks():
    assert recordings.load() == 1
    assert recordings.load() == 0
    recording = Recording.objects.get()
    assert recording.published
    assert recording.silent
    assert recording.poster.description
    assert sorted(recording.tracks.values_list("language", flat=True)) == ["en", "ro"]


@pytest.mark.django_db
def test_the_film_stands_in_the_module_on_social_media():
    data = tomllib.loads((modules.FOLDER / "prieteni-pe-net.ro.toml").read_text(encoding="utf-8"))
    shown = [
        block["value"] for step in data["steps"] for block in step["body"]
        if block["type"] == "recording"
    ]  # fmt: skip
    assert shown == [tomllib.loads(STORY.read_text(encoding="utf-8"))["slug"]]


def test_the_story_is_the_only_one_in_its_folder():
    assert [path.name for path in FOLDER.glob("*.toml")] == [STORY.name]
