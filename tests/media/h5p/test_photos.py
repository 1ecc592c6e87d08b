"""Photographs lose what their camera wrote, and neither a pixel nor the way up."""

import io

import pytest
from PIL import Image, ImageChops
from PIL.PngImagePlugin import PngInfo

from media.h5p.contents import content_files
from media.h5p.photos import cleaned
from media.h5p.store import ObjectStore
from tests.media.h5p.packages import archive, codes, files, judged

ORIENTATION, OWNER, PLACE = 0x0112, 0xA430, 0x8825


def photograph(turned=6):
    exif = Image.Exif()
    exif[ORIENTATION] = turned
    exif[0x013B] = "Ana Popescu"
    exif.get_ifd(PLACE)[2] = (44.0, 25.0, 0.0)
    file = io.BytesIO()
    picture = Image.linear_gradient("L").resize((40, 20)).convert("RGB")
    picture.save(file, "JPEG", exif=exif, comment=b"Str. Lalelelor 4", icc_profile=b"profile")
    return file.getvalue()


def opened(data):
    return Image.open(io.BytesIO(data))


@pytest.mark.parametrize("kind", ["GIF", "WEBP"])
def test_no_kind_of_picture_says_who_drew_it(kind):
    file = io.BytesIO()
    exif = Image.Exif()
    exif[0x013B] = "Ana Popescu"
    drawn = Image.linear_gradient("L").resize((40, 20)).convert("RGB")
    drawn.save(file, kind, comment=b"Ana Popescu", exif=exif)
    assert b"Popescu" in file.getvalue()
    assert b"Popescu" not in cleaned("images/a.gif", file.getvalue())


def test_a_photograph_says_nothing_of_its_owner():
    clean = cleaned("images/a.jpg", photograph())
    for word in (b"Popescu", b"Lalelelor"):
        assert word in photograph()
        assert word not in clean
    assert dict(opened(clean).getexif()) == {ORIENTATION: 6}
    assert opened(clean).info["icc_profile"] == b"profile"
    assert ImageChops.difference(opened(clean), opened(photograph())).getbbox() is None


def test_an_upright_photograph_has_no_exif_at_all():
    assert b"Exif" not in cleaned("a.JPEG", photograph(turned=1))


def test_a_drawing_loses_its_texts_and_what_follows_it():
    texts = PngInfo()
    texts.add_text("Author", "Ana Popescu")
    file = io.BytesIO()
    Image.new("RGB", (3, 3), "teal").save(file, "PNG", pnginfo=texts)
    clean = cleaned("a.png", file.getvalue() + b"<?php")
    assert b"Popescu" not in clean
    assert b"<?php" not in clean
    assert opened(clean).getpixel((1, 1)) == (0, 128, 128)


def test_a_picture_of_another_kind_than_its_name_is_cleaned_by_its_bytes():
    for name in ("a.png", "a.gif", "a.bmp", "a.tiff"):
        assert b"Popescu" not in cleaned(name, photograph())


def test_other_files_stay_as_they_are():
    assert cleaned("a.mp4", photograph()) == photograph()


@pytest.mark.parametrize("data", [photograph()[:60], b"\xff\xd8", b"\xff\xd8\xff", b"\xff\xd8ab"])
def test_a_picture_without_an_end_is_refused(data):
    with pytest.raises(ValueError, match=r"part|marker"):
        cleaned("a.jpg", data)


def test_a_photograph_is_stored_clean(tmp_path):
    package = archive(files() | {"content/images/a.jpg": photograph()})
    store = ObjectStore(tmp_path, durable=False)
    stored = store.write(io.BytesIO(package), judged(package))
    data = store.read(content_files(stored.files)["images/a.jpg"])
    assert data == cleaned("a.jpg", photograph())
    assert not any(b"Popescu" in path.read_bytes() for path in tmp_path.rglob("*/*"))


def test_a_picture_that_cannot_be_cleaned_is_refused_by_the_check():
    broken = photograph()
    at = broken.index(b"\xff\xfe") + 2
    package = archive(files() | {"content/images/a.jpg": broken[:at] + b"\0\1" + broken[at + 2 :]})
    assert codes(judged(package)) == {"image-unreadable"}
