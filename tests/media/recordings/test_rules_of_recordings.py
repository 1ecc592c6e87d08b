"""The database keeps what forms promise, whoever writes."""

import pytest
from django.db import IntegrityError, transaction
from wagtail.models import GroupCollectionPermission

from lms.people.enums import Role
from media.models import CaptionTrack, Recording, Rendition
from media.recordings.players import clock
from tests.factories import make_user
from tests.media.recordings.samples import VTT, make_recording

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "change",
    [
        {"transcript": ""},
        {"duration": 0},
        {"duration": -1},
        {"type": "media"},
        {"age_band": "0-5"},
        {"language": "xx"},
    ],
)
def test_a_published_recording_is_whole(change):
    recording = make_recording()
    with pytest.raises(IntegrityError), transaction.atomic():
        Recording.objects.filter(pk=recording.pk).update(**change)


def test_a_draft_may_lack_a_transcript():
    assert make_recording(published=False, transcript="").pk


def test_a_language_has_one_track():
    recording = make_recording()
    with pytest.raises(IntegrityError), transaction.atomic():
        CaptionTrack.objects.create(recording=recording, language="ro", text=VTT)


def test_a_kind_has_one_copy_and_a_made_one_has_a_file():
    recording = make_recording()
    values = {"recording": recording, "kind": "small", "source_hash": "a", "state": "failed"}
    Rendition.objects.create(**values)
    with pytest.raises(IntegrityError), transaction.atomic():
        Rendition.objects.create(**values)
    with pytest.raises(IntegrityError), transaction.atomic():
        Rendition.objects.create(**values | {"kind": "sound", "state": "made"})


def test_two_of_one_name_have_two_addresses_that_stay():
    first, second = make_recording(), make_recording()
    assert (first.slug, second.slug) == ("un-film", "un-film-2")
    first.title = "Alt titlu"
    first.save()
    assert first.slug == "un-film"


def test_a_title_without_letters_still_has_an_address():
    assert make_recording(title="???").slug == "inregistrare"


def test_only_editors_may_add_and_change(roles):
    rights = {role: make_user(role).has_perm("wagtailmedia.add_media") for role in Role}
    assert not any(rights.values())  # rights are by collection, never over everything
    rows = GroupCollectionPermission.objects.filter(
        permission__content_type__app_label="wagtailmedia"
    )
    groups = {row.group.name for row in rows}
    assert groups == {Role.EDITOR.value}


@pytest.mark.parametrize(
    ("seconds", "shown"), [(0.2, "0:01"), (65, "1:05"), (59.6, "1:00"), (3725, "1:02:05")]
)
def test_lengths_read_as_on_any_player(seconds, shown):
    assert clock(seconds) == shown
