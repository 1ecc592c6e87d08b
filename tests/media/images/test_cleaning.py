"""Pictures lose what stands beside them, and nothing else."""

import io

import pytest
from PIL import Image

from media.intake.pictures import cleaned
from tests.media.pictures import MAKERS, ORIENTATION, SECRET, drawn, gif, jpeg, png, webp, written

KINDS = sorted(MAKERS)
TURNED = 6  # held upright: the stored rows run from top to bottom
ICC = b"\0\0\2\x0clcms" + b"x" * 200


def opened(data):
    return Image.open(io.BytesIO(data))


@pytest.mark.parametrize("kind", KINDS)
def test_names_and_places_are_in_the_picture_that_is_handed_in(kind):
    assert SECRET.encode() in MAKERS[kind]()


@pytest.mark.parametrize("kind", KINDS)
def test_and_not_in_the_picture_that_is_kept(kind):
    kept = cleaned(f"a.{kind}", MAKERS[kind]())
    assert SECRET.encode() not in kept
    assert not opened(kept).getexif()
    assert not {"comment", "xmp", "XML:com.adobe.xmp", "Author"} & opened(kept).info.keys()


@pytest.mark.parametrize("kind", KINDS)
def test_the_pixels_are_the_same(kind):
    data = MAKERS[kind]()
    assert opened(cleaned(f"a.{kind}", data)).convert("RGB").tobytes() == (
        opened(data).convert("RGB").tobytes()
    )


@pytest.mark.parametrize("kind", KINDS)
def test_cleaning_twice_changes_nothing(kind):
    once = cleaned(f"a.{kind}", MAKERS[kind]())
    assert cleaned(f"a.{kind}", once) == once


@pytest.mark.parametrize("maker", [jpeg, png, webp])
def test_a_picture_that_lay_on_its_side_stands_up(maker):
    kind = maker.__name__.replace("jpeg", "jpg")
    kept = opened(cleaned(f"a.{kind}", maker(turned=TURNED)))
    assert (kept.size, kept.getexif().get(ORIENTATION)) == ((4, 8), None)
    top, bottom = kept.convert("RGB").getpixel((1, 1)), kept.convert("RGB").getpixel((1, 6))
    assert (top[0] > 200 > top[2], bottom[2] > 200 > bottom[0]) == (True, True)


def test_a_lossless_webp_stays_so_when_it_is_turned():
    assert b"VP8L" in cleaned("a.webp", webp(turned=TURNED, lossless=True))


@pytest.mark.parametrize("turned", [1, TURNED])
def test_a_profile_of_colours_stays(turned):
    kept = cleaned("a.jpg", jpeg(turned=turned, profile=ICC))
    assert opened(kept).info["icc_profile"] == ICC


def test_the_scans_of_a_progressive_picture_stay():
    data = jpeg(progressive=True, size=(64, 64))
    kept = cleaned("a.jpg", data)
    assert opened(kept).convert("RGB").tobytes() == opened(data).convert("RGB").tobytes()
    assert kept.endswith(b"\xff\xd9")


def test_the_small_copy_in_the_first_part_goes():
    data = written(drawn(), "JPEG")
    small = b"\xff\xe0\x00\x13JFIF\0\1\2\0\0\1\0\1\1\1abc"
    with_copy = data[:2] + small + data[2 + 18 :]
    kept = cleaned("a.jpg", with_copy)
    assert b"abc" not in kept
    assert kept[:4] == b"\xff\xd8\xff\xe0"


def test_a_moving_picture_still_moves():
    kept = opened(cleaned("a.gif", gif(frames=3)))
    assert (kept.n_frames, kept.info["loop"]) == (3, 0)


def test_a_picture_whose_last_byte_was_forgotten_gets_it():
    data = written(drawn(), "GIF")
    assert cleaned("a.gif", data[:-1]).endswith(b"\x3b")
