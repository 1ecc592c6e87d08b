"""Who gets which file of a recording, and how."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.http import HttpResponse
from django.utils import timezone
from wagtail.models import Collection, CollectionViewRestriction

from lms.people.enums import Role
from lms.people.learners import COOKIE, remember
from lms.people.models import Learner
from media.recordings import services
from tests.factories import make_user
from tests.media.recordings.samples import VTT, make_recording, sample

pytestmark = pytest.mark.django_db


@pytest.fixture
def recording():
    return make_recording()


@pytest.fixture
def closed(roles):
    """A recording in a collection for trainers."""
    root = Collection.get_first_root_node()
    above = root.add_child(name="Formatori")
    below = above.add_child(name="Anul acesta")
    restriction = CollectionViewRestriction.objects.create(
        collection=above, restriction_type=CollectionViewRestriction.GROUPS
    )
    restriction.groups.set(Group.objects.filter(name=Role.TRAINER.value))
    return make_recording(title="Numai formatori", collection=below)


def body(response):
    return b"".join(response.streaming_content)


def test_everybody_gets_a_published_file(client, recording):
    response = client.get(recording.url)
    assert body(response) == sample("film.mp4")
    assert response.headers["Content-Type"] == "video/mp4"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Content-Disposition"].startswith("inline")
    assert response.headers["Cache-Control"] == "public, max-age=3600"


def test_a_player_gets_the_piece_it_asks_for(client, recording):
    response = client.get(recording.url, headers={"Range": "bytes=100-199"})
    assert (response.status_code, body(response)) == (206, sample("film.mp4")[100:200])
    size = len(sample("film.mp4"))
    assert response.headers["Content-Range"] == f"bytes 100-199/{size}"
    nothing = client.get(recording.url, headers={"Range": f"bytes={size}-"})
    assert (nothing.status_code, nothing.headers["Cache-Control"]) == (416, "no-store")


def test_a_file_that_was_replaced_has_another_validator(client, recording):
    before = client.get(recording.url).headers["ETag"]
    recording.file.save("alt.mp4", ContentFile(sample("film.mp4", "320x240")))
    services.note_file(recording=recording)
    assert client.get(recording.url).headers["ETag"] != before


@pytest.mark.parametrize(
    ("name", "kind", "start"),
    [
        ("ro.vtt", "text/vtt; charset=utf-8", b"WEBVTT\n\n00:00:00.000"),
        ("ro.srt", "application/x-subrip; charset=utf-8", b"1\n00:00:00,000"),
        ("transcriere.txt", "text/plain; charset=utf-8", "Ilinca spune bună.".encode()),
    ],
)
def test_captions_and_transcript_are_files_too(client, recording, name, kind, start):
    response = client.get(recording.address_of(name))
    assert response.content.startswith(start)
    assert response.headers["Content-Type"] == kind
    assert "filename=" in response.headers["Content-Disposition"]


@pytest.mark.parametrize(
    "name",
    ["360p.mp4", "sunet.m4a", "poster.jpg", "en.vtt", "original.webm", "original.html", "x", "ro."],
)
def test_what_is_not_there_is_not_found(client, recording, name):
    assert client.get(recording.address_of(name)).status_code == 404


def test_a_copy_is_served_once_it_is_made_and_only_of_the_present_file(
    client, recording, monkeypatch
):
    monkeypatch.setattr("media.recordings.making.LIGHT", 1)
    services.make_copies(recording=recording)
    for name, kind in {
        "360p.mp4": "video/mp4", "sunet.m4a": "audio/mp4", "poster.jpg": "image/jpeg"
    }.items():  # fmt: skip
        response = client.get(recording.address_of(name))
        assert response.headers["Content-Type"] == kind
        assert body(response)
    recording.file_hash = "0" * 64
    recording.save()
    assert client.get(recording.address_of("360p.mp4")).status_code == 404


@pytest.mark.parametrize("name", ["original.mp4", "ro.vtt", "ro.srt", "transcriere.txt"])
def test_a_draft_is_for_editors_alone(client, roles, recording, name):
    recording.published = False
    recording.save()
    address = recording.address_of(name)
    assert client.get(address).status_code == 404
    for role in (Role.TEACHER, Role.TRAINER, Role.OFFICER, Role.SECRETARIAT):
        client.force_login(make_user(role))
        assert client.get(address).status_code == 404
    client.force_login(make_user(Role.EDITOR))
    response = client.get(address)
    assert response.status_code == 200
    assert response.headers["Cache-Control"] == "private, no-cache"


@pytest.mark.parametrize("name", ["original.mp4", "ro.vtt", "transcriere.txt"])
@pytest.mark.parametrize(
    ("role", "status"),
    [(None, 404), (Role.TEACHER, 404), (Role.SECRETARIAT, 404), (Role.TRAINER, 200)],
)
def test_a_closed_collection_opens_only_to_its_group(client, closed, name, role, status):
    if role:
        client.force_login(make_user(role))
    response = client.get(closed.address_of(name))
    assert response.status_code == status
    if status == 200:
        assert response.headers["Cache-Control"] == "private, no-cache"


def test_a_video_for_older_pupils_does_not_open_in_a_class_of_younger_ones(client, recording):
    recording.age_band = "15-18"
    recording.save()
    assert client.get(recording.url).status_code == 200
    seat(client, "11-14")
    assert client.get(recording.url).status_code == 404
    recording.age_band = "6-10"
    recording.save()
    assert client.get(recording.url).status_code == 200


def seat(client, band):
    """Let this browser be a learner of that age."""
    learner = Learner.objects.create(
        age_band=band, nickname="Vulpe verde", expires_at=timezone.now() + timedelta(hours=1)
    )
    response = HttpResponse()
    remember(response, learner)
    client.cookies[COOKIE] = response.cookies[COOKIE].value


def test_nothing_but_get_and_head(client, recording):
    assert client.post(recording.url).status_code == 405
    assert client.head(recording.url).headers["Content-Length"] == str(len(sample("film.mp4")))


def test_the_storage_address_of_a_recording_leads_nowhere(client, recording):
    assert client.get(f"/fisiere/{recording.file.name}").status_code == 404


def test_the_track_that_is_kept_is_the_one_that_is_served(client, recording):
    assert client.get(recording.address_of("ro.vtt")).content.decode().count("-->") == VTT.count(
        "-->"
    )
