"""Pictures that do not come in, and what their editor is told."""

import struct
import warnings
import zlib

import pytest
from PIL import Image

from media.intake import limits
from media.intake.pictures import cleaned
from media.intake.refusal import Reason, RefusedError
from tests.media.pictures import chunk, drawn, gif, jpeg, png, written

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def refusal(name, data):
    with pytest.raises(RefusedError) as refused:
        cleaned(name, data)
    return refused.value.reason


def huge_png(width, height):
    """A few bytes that say they are a very large picture."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + rows


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.svg", SVG, Reason.SVG),
        ("a.png", b'<?xml version="1.0"?>' + SVG, Reason.SVG),
        ("a.bmp", written(drawn(), "BMP"), Reason.KIND),
        ("a.png", written(drawn(), "BMP"), Reason.NO_PICTURE),
        ("a.png", jpeg(), Reason.OTHER_KIND),
        ("a.jpg", png(), Reason.OTHER_KIND),
        ("a.gif", b"GIF89a", Reason.NO_PICTURE),
        ("a.jpg", b"", Reason.NO_PICTURE),
        ("a.jpg", b"<html><script>", Reason.NO_PICTURE),
        ("a.webp", b"RIFF\0\0\0\0WEBP", Reason.NO_PICTURE),
        ("a.png", huge_png(60_000, 60_000), Reason.PIXELS),
        ("a.png", huge_png(7_000, 7_000), Reason.PIXELS),
        ("a.png", huge_png(limits.SIDE + 1, 10), Reason.SIDES),
        ("a.jpg", jpeg(size=(400, 400))[:-4000], Reason.NO_PICTURE),
    ],
)
def test_what_is_no_picture_of_its_name_is_refused(name, data, reason):
    assert refusal(name, data) is reason


def test_a_picture_of_too_many_bytes_is_not_even_read(monkeypatch):
    monkeypatch.setattr(limits, "PICTURE_BYTES", 100)
    assert refusal("a.jpg", b"x" * 101) is Reason.BYTES


def test_a_long_animation_is_refused(monkeypatch):
    monkeypatch.setattr(limits, "FRAMES", 2)
    assert refusal("a.gif", gif(frames=3)) is Reason.FRAMES


def test_the_pixels_of_all_frames_count_together(monkeypatch):
    monkeypatch.setattr(limits, "PIXELS", 40)
    assert refusal("a.gif", gif(frames=3)) is Reason.FRAMES


def test_a_bomb_costs_no_memory():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        assert refusal("a.png", huge_png(11_000, 11_000)) is Reason.PIXELS
