"""Editors add, check, publish and delete recordings on wagtailmedia's screens, in our words."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.models import Collection, GroupCollectionPermission

from lms.people.enums import Role
from media.models import CaptionTrack, Recording
from media.recordings import ffmpeg
from media.recordings.enums import RenditionKind, RenditionState
from tests.factories import make_user
from tests.lessons.modules import make_module, make_step
from tests.media.recordings.samples import VTT, make_recording, sample

pytestmark = pytest.mark.django_db
ADD = "/admin/media/video/add/"


@pytest.fixture
def editor(client, roles):
    client.force_login(make_user(Role.EDITOR))
    return client


def sent(name="film.mp4", content=None, **more):
    """What the form sends: a file, its words, and one caption track that can be filled in."""
    root = Collection.get_first_root_node()
    values = {
        "title": "Un film",
        "collection": root.pk,
        "language": "ro",
        "age_band": "11-14",
        "licence": "CC BY-SA 4.0",
        "transcript": "Ilinca spune bună.",
        "captions-TOTAL_FORMS": "1",
        "captions-INITIAL_FORMS": "0",
        "captions-0-language": "ro",
        "captions-0-kind": "captions",
        "captions-0-text": VTT,
    }
    if name:
        values["file"] = SimpleUploadedFile(name, sample(name) if content is None else content)
    return {**values, **more}


def errors(response):
    form = response.context["form"]
    return {
        **{name: " ".join(found) for name, found in form.errors.items()},
        **{f"captions {n}": found for one in form.captions for n, found in one.errors.items()},
    }


def test_a_published_video_is_added_with_what_its_file_says(editor):
    response = editor.post(ADD, sent(published="on"))
    assert response.status_code == 302
    recording = Recording.objects.get()
    assert (recording.published, recording.width, recording.height) == (True, 640, 480)
    assert recording.duration == pytest.approx(2, abs=0.2)
    assert recording.file_size == recording.file.size
    assert not recording.silent
    assert CaptionTrack.objects.get().text.startswith("WEBVTT\n\n00:00:00.000 --> 00:00:01.000")


@pytest.mark.parametrize("name", ["film.mp4", "film.webm", "sunet.mp3", "sunet.m4a", "sunet.ogg"])
def test_what_a_camera_notes_in_a_file_is_not_kept(editor, name):
    assert b"Cineva Anume" in sample(name)
    assert editor.post("/admin/media/media/add/", sent(name)).status_code == 302
    with Recording.objects.get().file.open() as kept:
        content = kept.read()
    assert b"Cineva" not in content
    assert b"44.4268" not in content
    assert len(content) > len(sample(name)) / 2


def test_a_video_without_sound_says_so(editor):
    editor.post(ADD, sent(content=sample("film.mp4", sound=False)))
    assert Recording.objects.get().silent


def test_a_sound_needs_a_transcript_and_no_captions(editor):
    data = sent("sunet.mp3", published="on", **{"captions-0-text": ""})
    assert editor.post("/admin/media/audio/add/", data).status_code == 302
    assert Recording.objects.get().type == "audio"


def test_the_kind_may_be_left_to_the_file(editor):
    assert editor.post("/admin/media/media/add/", sent()).status_code == 302
    assert Recording.objects.get().type == "video"


def test_a_draft_may_lack_what_takes_time(editor):
    data = sent(transcript="", **{"captions-0-text": ""})
    assert editor.post(ADD, data).status_code == 302
    assert not Recording.objects.get().published


@pytest.mark.parametrize(
    ("more", "field", "said"),
    [
        ({"transcript": "  "}, "transcript", "Fără transcriere"),
        ({"captions-0-text": ""}, "published", "numai cu subtitrări"),
        ({"captions-0-language": "en"}, "published", "subtitrări în română"),
    ],
)
def test_r22_what_not_everybody_can_follow_is_not_published(editor, more, field, said):
    response = editor.post(ADD, sent(published="on", **more))
    assert said in errors(response)[field]
    assert not Recording.objects.exists()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("film.mp4", b"<html><script>alert(1)</script>", "nu se acceptă"),
        ("film.mp4", b"#EXTM3U\nhttp://example.org/a.ts", "nu se acceptă"),
        ("film.webm", "film.mp4", "numele lui se termină în .webm"),
        ("sunet.mp3", "sunet.mp3", "aici se adaugă un video"),
        ("film.mov", "film.mp4", "numele lui se termină în .mov"),
        ("film.mp4", b"\x00\x00\x00\x18ftypisom" + b"\x00" * 3000, "nu se poate citi"),
    ],
)
def test_a_file_is_checked_by_what_it_holds(editor, name, content, said):
    content = sample(content) if isinstance(content, str) else content
    response = editor.post(ADD, sent(name, content))
    assert said in errors(response)["file"]
    assert not Recording.objects.exists()


def test_a_file_that_is_too_large_is_refused(editor, settings):
    settings.RECORDING_LIMIT = 1000
    assert "prea mare" in errors(editor.post(ADD, sent()))["file"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("WEBVTT\n\n00:00.000 --> 00:09.000\na\n", "Rândul 3"),
        ("00:00.000 --> 00:01.000\na\n", "Rândul 1"),
        ("WEBVTT\n\n00:00.000 --> 00:01.000\n<u>a</u>\n", "Rândul 4"),
    ],
)
def test_bad_captions_are_refused_line_by_line(editor, text, said):
    response = editor.post(ADD, sent(**{"captions-0-text": text}))
    assert said in " ".join(errors(response)["captions text"])
    assert said in response.content.decode()
    assert not Recording.objects.exists()


def test_captions_come_as_a_file_too(editor):
    srt = SimpleUploadedFile("ro.srt", b"1\n00:00:00,000 --> 00:00:01,000\nSalut\n")
    editor.post(ADD, sent(**{"captions-0-text": "", "captions-0-file": srt}))
    assert "Salut" in CaptionTrack.objects.get().text


def test_a_language_has_one_track(editor):
    second = {f"captions-1-{k}": v for k, v in (("language", "ro"), ("kind", "captions"))}
    data = sent(**second, **{"captions-1-text": VTT, "captions-TOTAL_FORMS": "2"})
    response = editor.post(ADD, data)
    assert "Limba aceasta are deja subtitrări." in response.content.decode()
    assert not Recording.objects.exists()


def test_the_last_track_of_a_published_video_stays(editor):
    recording = make_recording()
    track = recording.tracks.get()
    data = sent(name=None, published="on", duration="2") | {
        "captions-INITIAL_FORMS": "1", "captions-0-id": track.pk, "captions-0-DELETE": "on"
    }  # fmt: skip
    response = editor.post(f"/admin/media/edit/{recording.pk}/", data)
    assert "numai cu subtitrări" in errors(response)["published"]
    assert recording.tracks.exists()


def test_another_file_keeps_the_address(editor):
    recording = make_recording()
    before = recording.url, recording.slug
    data = sent(content=sample("film.mp4", "320x240"), title="Alt titlu") | {
        "captions-INITIAL_FORMS": "1", "captions-0-id": recording.tracks.get().pk
    }  # fmt: skip
    assert editor.post(f"/admin/media/edit/{recording.pk}/", data).status_code == 302
    old_hash, old_name = recording.file_hash, recording.file.name
    recording.refresh_from_db()
    assert (recording.url, recording.slug) == before
    assert recording.height == 240
    assert recording.file_hash != old_hash
    assert not recording.file.storage.exists(old_name)


def test_without_ffmpeg_the_editor_is_told_and_says_how_long_it_is(editor, monkeypatch):
    first, again = sent(), sent(duration="2")
    monkeypatch.setattr(ffmpeg, "program", lambda: None)
    assert "Scrieți cât durează" in errors(editor.post(ADD, first))["duration"]
    assert editor.post(ADD, again).status_code == 302
    page = editor.get(f"/admin/media/edit/{Recording.objects.get().pk}/").content.decode()
    assert "Pe server lipsește ffmpeg" in page


def test_a_copy_that_failed_is_told(editor):
    recording = make_recording()
    recording.renditions.create(
        kind=RenditionKind.SMALL, state=RenditionState.FAILED, source_hash=recording.file_hash
    )
    page = editor.get(f"/admin/media/edit/{recording.pk}/").content.decode()
    assert "O copie nu s-a putut face" in page
    assert "nu s-a putut face" in page


def test_what_a_page_shows_is_not_deleted(editor):
    recording = make_recording()
    step = make_step(make_module(), "film", body=[("recording", recording)])
    page = editor.get(f"/admin/media/delete/{recording.pk}/").content.decode()
    assert "nu se poate șterge" in page
    assert "Da, ștergeți" not in page
    answer = editor.post(f"/admin/media/delete/{recording.pk}/", follow=True)
    assert Recording.objects.filter(pk=recording.pk).exists()
    assert step.title in answer.content.decode()


def test_what_nothing_shows_is_deleted(editor):
    recording = make_recording()
    assert "Da, ștergeți" in editor.get(f"/admin/media/delete/{recording.pk}/").content.decode()
    editor.post(f"/admin/media/delete/{recording.pk}/")
    assert not Recording.objects.exists()


@pytest.mark.parametrize(
    ("role", "refusal"),
    [(Role.TEACHER, 403), (Role.TRAINER, 403), (Role.OFFICER, 403), (Role.SECRETARIAT, 302)],
)
def test_nobody_else_touches_recordings(client, roles, role, refusal):
    recording = make_recording()
    client.force_login(make_user(role))
    for address in (
        ADD,
        f"/admin/media/edit/{recording.pk}/",
        f"/admin/media/delete/{recording.pk}/",
    ):
        response = client.post(address, sent())
        assert response.status_code == refusal
        assert "/admin/media" not in response.headers.get("Location", "")
    assert list(Recording.objects.values_list("title", flat=True)) == ["Un film"]
    assert Recording.objects.get().file_hash == recording.file_hash


def test_an_editor_of_one_collection_does_not_reach_another(client, roles):
    """Rights are by collection, as for images and documents."""
    user = make_user(Role.EDITOR)
    mine = Collection.get_first_root_node().add_child(name="A mea")
    GroupCollectionPermission.objects.filter(group__name=Role.EDITOR.value).update(collection=mine)
    client.force_login(user)
    other, own = make_recording(), make_recording(title="Al meu", collection=mine)
    assert client.post(f"/admin/media/delete/{other.pk}/").status_code == 302
    assert client.get(f"/admin/media/edit/{own.pk}/").status_code == 200
    assert client.get(f"/admin/media/edit/{other.pk}/").status_code == 302
    assert Recording.objects.filter(pk=other.pk).exists()


def test_a_block_offers_what_is_published(editor):
    make_recording(title="Gata")
    make_recording(title="Ciornă", published=False)
    found = editor.get("/admin/media/chooser/").json()["html"]
    assert "Gata" in found
    assert "Ciornă" not in found


@pytest.mark.parametrize(
    "address", ["", "video/add/", "audio/add/", "edit/{pk}/", "delete/{pk}/", "usage/{pk}/", "?q=x"]
)
def test_the_screens_are_in_romanian(editor, address):
    recording = make_recording()
    html = editor.get(f"/admin/media/{address.format(pk=recording.pk)}").content.decode()
    main = re.sub(r"<(script|template|svg).*?</\1>", "", html.partition("<main")[2], flags=re.S)
    words = set(re.findall(r"[A-Za-zăâîșț]+", re.sub(r"<[^>]+>", " ", main)))
    english = {
        "Add",
        "Delete",
        "Edit",
        "Editing",
        "File",
        "Save",
        "Title",
        "Type",
        "Upload",
        "Usage",
    }
    assert words & (english | {"the", "and", "TItlu", "Utlizare"}) == set()


@pytest.mark.parametrize("address", ["", "video/add/"])
def test_the_library_is_called_as_people_call_it(editor, address):
    assert "Video \\u0219i audio" in editor.get(f"/admin/media/{address}").content.decode()
