"""Lighter copies: made once, without anybody's notes, and said to the editor when they fail."""

import sys

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command

from media.models import Rendition
from media.recordings import ffmpeg, services
from media.recordings.enums import RenditionKind, RenditionState
from tests.media.recordings.samples import make_recording, sample

pytestmark = pytest.mark.django_db


@pytest.fixture
def heavy(monkeypatch):
    """As if two seconds were a heavy video."""
    monkeypatch.setattr("media.recordings.making.LIGHT", 1)


@pytest.fixture
def no_ffmpeg(monkeypatch):
    # What the tests upload is itself made by it, once.
    sample("film.mp4")
    monkeypatch.setattr(ffmpeg.shutil, "which", lambda name: None)
    monkeypatch.setitem(sys.modules, "imageio_ffmpeg", None)


def states(recording):
    return {copy.kind: copy.state for copy in recording.renditions.all()}


def probed(tmp_path, file, container):
    path = tmp_path / f"copy.{container}"
    path.write_bytes(file.read())
    return ffmpeg.probe(path, container), path.read_bytes()


def test_what_a_file_holds_is_read(tmp_path):
    path = tmp_path / "film.mp4"
    path.write_bytes(sample("film.mp4"))
    facts = ffmpeg.probe(path, "mp4")
    assert (facts.width, facts.height, facts.has_sound) == (640, 480, True)
    assert facts.duration == pytest.approx(2, abs=0.2)


@pytest.mark.parametrize("name", ["film.webm", "sunet.mp3", "sunet.m4a", "sunet.ogg"])
def test_every_kind_that_is_taken_can_be_read(tmp_path, name):
    path = tmp_path / name
    path.write_bytes(sample(name))
    assert ffmpeg.probe(path, name.rpartition(".")[2]).has_sound


@pytest.mark.usefixtures("heavy")
def test_a_video_gets_a_small_copy_a_sound_copy_and_a_poster():
    recording = make_recording()
    services.make_copies(recording=recording)
    assert states(recording) == dict.fromkeys(RenditionKind, RenditionState.MADE)


@pytest.mark.usefixtures("heavy")
def test_the_small_copy_is_360_lines_high_and_carries_no_notes(tmp_path):
    assert b"Cineva Anume" in sample("film.mp4")
    recording = make_recording()
    services.make_copies(recording=recording)
    small = recording.renditions.get(kind=RenditionKind.SMALL)
    facts, content = probed(tmp_path, small.file, "mp4")
    assert (facts.width, facts.height) == (480, 360)
    assert small.size == len(content) < recording.file_size
    assert b"Cineva" not in content
    assert b"44.4268" not in content


def test_a_light_video_needs_no_small_copy_and_a_silent_one_no_sound():
    recording = make_recording(silent=True)
    services.make_copies(recording=recording)
    assert states(recording) == {RenditionKind.POSTER: RenditionState.MADE}


def test_a_sound_needs_no_copy():
    assert services.make_copies(recording=make_recording("sunet.mp3")) == []


@pytest.mark.usefixtures("heavy")
def test_a_second_round_makes_nothing_again():
    recording = make_recording()
    services.make_copies(recording=recording)
    before = set(recording.renditions.values_list("pk", "file"))
    assert services.make_copies(recording=recording) == []
    assert set(recording.renditions.values_list("pk", "file")) == before


@pytest.mark.usefixtures("heavy")
def test_another_file_gets_copies_of_its_own_and_the_old_ones_go():
    recording = make_recording()
    services.make_copies(recording=recording)
    old = recording.renditions.get(kind=RenditionKind.SMALL)
    recording.file.save("alt.mp4", ContentFile(sample("film.mp4", "320x480")))
    services.note_file(recording=recording)
    services.make_copies(recording=recording)
    new = recording.renditions.get(kind=RenditionKind.SMALL)
    assert new.source_hash == recording.file_hash != old.source_hash
    assert not old.file.storage.exists(old.file.name)


@pytest.mark.usefixtures("heavy")
def test_a_file_that_cannot_be_read_fails_three_times_and_is_left_alone(caplog):
    recording = make_recording(content=sample("film.mp4")[:2000])
    for _ in range(5):
        services.make_copies(recording=recording)
    assert states(recording) == dict.fromkeys(RenditionKind, RenditionState.FAILED)
    assert {copy.tries for copy in recording.renditions.all()} == {3}
    services.note_file(recording=recording)
    assert len(services.copies_due(recording)) == 3


@pytest.mark.usefixtures("heavy")
def test_work_that_takes_too_long_is_stopped(monkeypatch, caplog):
    recording = make_recording()
    monkeypatch.setattr("media.recordings.making.Recipe.patience", lambda self, source: 0.001)
    services.make_copies(recording=recording)
    assert set(states(recording).values()) == {RenditionState.FAILED}
    assert "took longer" in caplog.text


@pytest.mark.usefixtures("heavy", "no_ffmpeg")
def test_without_ffmpeg_nothing_is_made_and_nothing_fails():
    recording = make_recording()
    assert services.make_copies(recording=recording) == []
    services.make_due_copies()
    assert not Rendition.objects.exists()
    with pytest.raises(ffmpeg.FFmpegMissingError):
        ffmpeg.probe(recording.file, "mp4")


@pytest.mark.usefixtures("heavy")
def test_the_clock_makes_what_is_missing():
    recording = make_recording()
    call_command("tick")
    assert states(recording) == dict.fromkeys(RenditionKind, RenditionState.MADE)


@pytest.mark.usefixtures("heavy")
def test_a_saved_file_is_worked_on_at_once(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        recording = make_recording()
    assert states(recording) == dict.fromkeys(RenditionKind, RenditionState.MADE)


@pytest.mark.usefixtures("heavy")
def test_a_long_file_is_left_to_the_clock(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        recording = make_recording(duration=services.SOON_SECONDS + 1)
    assert states(recording) == {}


@pytest.mark.usefixtures("heavy")
def test_copies_go_with_their_recording(django_capture_on_commit_callbacks):
    recording = make_recording()
    services.make_copies(recording=recording)
    storage = recording.file.storage
    names = [recording.file.name, *recording.renditions.values_list("file", flat=True)]
    with django_capture_on_commit_callbacks(execute=True):
        services.delete_recording(recording=recording)
    assert [name for name in names if storage.exists(name)] == []


@pytest.mark.usefixtures("heavy")
def test_a_recording_that_was_deleted_meanwhile_keeps_nothing(monkeypatch):
    recording = make_recording()
    stored = []
    save = recording.file.storage.save

    def noted(name, content):
        recording.__class__.objects.filter(pk=recording.pk).delete()
        stored.append(save(name, content))
        return stored[-1]

    monkeypatch.setattr(recording.file.storage, "save", noted)
    services.make_copies(recording=recording)
    assert stored
    assert not Rendition.objects.exists()
    assert [name for name in stored if recording.file.storage.exists(name)] == []
