"""A file is what its first bytes say."""

import pytest

from media.recordings.sniffing import CONTAINERS, HEAD, container_of, kind_of, mime_of
from tests.media.recordings.samples import sample


@pytest.mark.parametrize("container", CONTAINERS)
def test_what_ffmpeg_writes_is_known(container):
    assert container_of(sample(f"proba.{container}")[:HEAD]) == container


@pytest.mark.parametrize(
    "head",
    [
        b"",
        b"GIF89a",
        b"%PDF-1.7",
        b"PK\x03\x04",
        b"<html><script>",
        b"#EXTM3U\nhttp://example.org/a.ts",
        b"\x00\x00\x00\x14ftypqt  ",
        b"\x00\x00\x00\x18ftypheic",
        b"\x1a\x45\xdf\xa3matroska",
        b"OggS\x00\x02theora",
        b"\xff\xff\xff\xff",
        b"\xff\xfb",
    ],
)
def test_anything_else_is_not(head):
    assert container_of(head) is None


def test_what_is_known_has_a_kind_and_a_type():
    assert {kind_of(name) for name in CONTAINERS} == {"video", "audio"}
    assert mime_of("m4a") == "audio/mp4"
