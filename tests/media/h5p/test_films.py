"""Films of a package lose what telephones and programs note in them."""

import io

import pytest

from media.h5p import films
from media.h5p.contents import content_files
from media.h5p.store import ObjectStore
from tests.media.h5p.packages import archive, files, judged

PLACE = b"+44.4268+026.1025/"
SOUND_AND_SIGHT = b"mdat of the film"


def box(kind, content):
    return (len(content) + 8).to_bytes(4) + kind + content


def long_box(kind, content):
    return (1).to_bytes(4) + kind + (len(content) + 16).to_bytes(8) + content


def film(*more):
    """A film with a place for the whole and for its track, and `more` boxes at its end."""
    noted = box(b"udta", box(b"\xa9xyz", PLACE))
    track = box(b"trak", box(b"tkhd", b"track") + box(b"meta", PLACE))
    whole = box(b"moov", box(b"mvhd", b"whole") + track + noted)
    return b"".join((box(b"ftyp", b"isom"), whole, box(b"mdat", SOUND_AND_SIGHT), *more))


@pytest.fixture
def forgotten(tmp_path):
    """What is left of these bytes."""

    def forget(data):
        path = tmp_path / "film.mp4"
        path.write_bytes(data)
        films.forget(path)
        return path.read_bytes()

    return forget


@pytest.mark.parametrize(
    "data",
    [
        film(),
        film(box(b"uuid", films.XMP + PLACE)),
        film(long_box(b"udta", PLACE)),
        film(b"\0\0\0\0udta" + PLACE),
        film(box(b"udta", PLACE * 10_000)),
    ],
)
def test_no_place_is_left(forgotten, data):
    assert PLACE not in forgotten(data)


def test_no_byte_of_the_film_itself_moves(forgotten):
    left = forgotten(film())
    assert len(left) == len(film())
    assert left.index(SOUND_AND_SIGHT) == film().index(SOUND_AND_SIGHT)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\0\0\0",
        box(b"ftyp", b"isom"),
        film().replace(b"udta", b"free").replace(b"meta", b"free"),
        b"\0\0\0\x02moov" + PLACE,
        (2**31).to_bytes(4) + b"moov",
        box(b"uuid", b"of somebody else"),
    ],
)
def test_without_notes_nothing_changes(forgotten, data):
    assert forgotten(data) == data


@pytest.mark.parametrize("noted", [True, False])
def test_a_film_is_stored_without_them_and_found_by_what_it_is_now(tmp_path, noted):
    data = film() if noted else box(b"ftyp", b"isom")
    package = archive({**files(), "content/videos/a.mp4": data, "content/videos/b.mp4": data})
    store = ObjectStore(tmp_path)
    stored = store.write(io.BytesIO(package), judged(package))
    one, other = (content_files(stored.files)[f"videos/{name}.mp4"] for name in "ab")
    assert (one == other, PLACE in store.read(one)) == (True, False)
