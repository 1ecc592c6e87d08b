"""Packages that are written: what is in them, and that the same content gives the same bytes."""

import io
import json
import zipfile

import pytest

from media.h5p import check
from media.h5p.content import (
    MultiChoice,
    Nested,
    Profile,
    QuestionSet,
    Summary,
    TrueFalse,
    Version,
    read,
)
from media.h5p.content.multi_choice import Answer
from media.h5p.content.profiles import Library
from media.h5p.content.registry import Other
from media.h5p.package import PackageError, write_package
from tests.media.h5p.probe import probe_files

IMAGE = Other(Library("H5P.Image", Version(1, 1)), {"file": {"path": "images/a.png"}, "alt": "x"})
QUIZ = QuestionSet(
    questions=(
        Nested(TrueFalse(question="<p>Șase?</p>", correct=True)),
        Nested(MultiChoice(question="<p>?</p>", answers=(Answer(text="a", correct=True),))),
    )
)


def _read(package: bytes, name: str) -> dict:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        assert archive.testzip() is None
        return json.loads(archive.read(name))


def test_the_shell_names_the_main_library_and_every_nested_one():
    shell = _read(write_package(QUIZ, " Testul ", "ro", Profile()), "h5p.json")
    assert shell == {
        "title": "Testul",
        "language": "ro",
        "mainLibrary": "H5P.QuestionSet",
        "embedTypes": ["iframe"],
        "license": "U",
        "defaultLanguage": "ro",
        "preloadedDependencies": [
            {"machineName": "H5P.MultiChoice", "majorVersion": 1, "minorVersion": 16},
            {"machineName": "H5P.QuestionSet", "majorVersion": 1, "minorVersion": 20},
            {"machineName": "H5P.TrueFalse", "majorVersion": 1, "minorVersion": 8},
        ],
    }


def test_the_content_is_in_the_language_and_readable():
    params = _read(write_package(QUIZ, "Testul", "ro", Profile()), "content/content.json")
    assert params["texts"]["finishButton"] == "Am terminat"
    assert read("H5P.QuestionSet 1.20", params).losses == ()
    ids = [question["subContentId"] for question in params["questions"]]
    assert len(set(ids)) == 2


def test_the_same_content_gives_the_same_small_bytes():
    package = write_package(QUIZ, "Testul", "ro", Profile())
    assert package == write_package(QUIZ, "Testul", "ro", Profile())
    assert len(package) < 3000
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        assert archive.namelist() == ["content/content.json", "h5p.json"]
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_files_and_libraries_come_along():
    content = TrueFalse(question="?", correct=True, media=Nested(IMAGE))
    libraries = {f"{name}/library.json": b"{}" for name in ("H5P.TrueFalse-1.8", "H5P.Image-1.1")}
    package = write_package(
        content, "T", "en", Profile(), libraries, files={"images/a.png": b"png"}
    )
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        assert archive.read("content/images/a.png") == b"png"
        assert "H5P.Image-1.1/library.json" in archive.namelist()
        assert archive.namelist() == sorted(archive.namelist())


@pytest.mark.parametrize(
    ("content", "title", "more", "code"),
    [
        (QUIZ, "", {}, "bad-title"),
        (QUIZ, "x" * 256, {}, "bad-title"),
        (QUIZ, "x", {"files": {"../a.png": b""}}, "bad-path"),
        (QUIZ, "x", {"files": {"/a.png": b""}}, "bad-path"),
        (QUIZ, "x", {"files": {"images/.a": b""}}, "bad-path"),
        (QUIZ, "x", {"files": {"a\\b.png": b""}}, "bad-path"),
        (QUIZ, "x", {"libraries": {"H5P.QuestionSet-1.20/library.json": b""}}, "missing-library"),
        (TrueFalse(question="?", correct=True, media=Nested(IMAGE)), "x", {}, "missing-file"),
        (QuestionSet(questions=(Nested(Summary()),)), "x", {}, "unaccepted-child"),
    ],
)
def test_what_would_not_open_elsewhere_is_refused(content, title, more, code):
    with pytest.raises(PackageError) as raised:
        write_package(content, title, "ro", Profile(), **more)
    assert raised.value.code == code


def test_addresses_of_the_web_are_no_files():
    video = read(
        "H5P.InteractiveVideo 1.26",
        {"interactiveVideo": {"video": {"files": [{"path": "https://example.org/a.mp4"}]}}},
    ).content
    assert write_package(video, "Film", "ro", Profile())


PROBE = Other(Library("H5P.ProtectProbe", Version(1, 0)), {"question": "?", "correct": True})


def test_a_package_with_the_libraries_of_a_store_is_whole():
    package = write_package(PROBE, "T", "ro", Profile(), iter(probe_files().items()))
    verdict = check(io.BytesIO(package))
    assert verdict.ok
    assert [str(one.name) for one in verdict.unapproved] == ["H5P.ProtectProbe 1.0"]


def test_what_a_library_loads_first_must_come_along():
    needs = {"machineName": "H5P.Other", "majorVersion": "1", "minorVersion": "2"}
    files = probe_files(preloadedDependencies=[needs])
    with pytest.raises(PackageError) as raised:
        write_package(PROBE, "T", "ro", Profile(), files.items())
    assert (raised.value.code, raised.value.subject) == ("missing-library", "H5P.Other 1.2")
    files |= {"H5P.Other-1.2/library.json": b"{}"}
    assert write_package(PROBE, "T", "ro", Profile(), files)
