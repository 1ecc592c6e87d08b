"""What the check says of good packages, and of packages that are wrong in their own words.

The tests of this folder read from the outside in: evil archives and the fuzz, the check, JSON,
h5p.json and library.json, dependencies, what content refers to, the store, what a player is given,
the command. `packages.py` builds them all around the probe library of `probe.py`; `zips.py` writes
archives byte by byte. Packages made by others: test_samples.py.
"""

import subprocess
import sys

import pytest

from media.h5p import Limits
from media.h5p.contents import content_files
from tests.media.h5p.packages import archive, codes, files, judged, png, warned
from tests.media.h5p.probe import FOLDER, NAME
from tests.media.h5p.zips import Raw


def test_a_good_package_is_told_in_full():
    verdict = judged(archive(files()))
    assert (verdict.errors, verdict.warnings) == ((), ())
    assert verdict.title == "Ofertă din străinătate"
    assert str(verdict.main_library) == "H5P.ProtectProbe 1.0"
    assert [one.version for one in verdict.libraries] == ["1.0.0"]
    assert verdict.unapproved == verdict.libraries
    assert (verdict.language, verdict.languages) == ("ro", ("ro",))
    assert verdict.licences == ("CC BY 4.0", "PD")
    assert (verdict.hosts, verdict.needs_eval) == ((), False)
    assert verdict.sizes.files == len(files())
    assert verdict.content["correct"] is False
    assert set(content_files(verdict.files)) == {"content.json", "images/dot.png"}


def test_a_package_without_libraries_plays_from_the_installed_ones():
    installed = judged(archive(files())).packaged
    content_only = {path: one for path, one in files().items() if not path.startswith(FOLDER)}
    verdict = judged(archive(content_only), installed=installed)
    assert verdict.ok
    assert verdict.libraries == installed
    assert verdict.unapproved == ()


def test_an_uninstalled_library_is_missing():
    content_only = {path: one for path, one in files().items() if not path.startswith(FOLDER)}
    verdict = judged(archive(content_only))
    assert codes(verdict) == {"missing-required-library"}
    assert [str(one) for one in verdict.missing] == ["H5P.ProtectProbe 1.0"]


def test_the_installed_library_stays_when_the_package_has_other_bytes():
    installed = judged(archive(files())).packaged
    patched = files() | {f"{FOLDER}/scripts/probe.js": b"eval(location.hash)"}
    verdict = judged(archive(patched), installed=installed)
    assert verdict.ok
    assert "library-changed" in warned(verdict)
    assert verdict.libraries == installed
    assert not verdict.needs_eval


def test_a_library_named_only_in_the_content_is_required():
    child = {"library": "H5P.Blanks 1.14", "params": {}}
    assert codes(judged(archive(files(content={"child": child})))) == {"missing-required-library"}


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("h5p.json", "missing-manifest"),
        ("content/content.json", "missing-content"),
        (f"{FOLDER}/library.json", "missing-library-json"),
        (f"{FOLDER}/scripts/probe.js", "missing-library-file"),
        (f"{FOLDER}/styles/probe.css", "missing-library-file"),
    ],
)
def test_a_missing_file_is_told(path, code):
    without = {name: one for name, one in files().items() if name != path}
    assert code in codes(judged(archive(without)))


def test_a_missing_image_is_only_a_warning():
    without = {name: one for name, one in files().items() if not name.endswith(".png")}
    verdict = judged(archive(without))
    assert verdict.ok
    assert warned(verdict) == {"content-path-missing"}


def test_what_is_not_of_the_format_is_left_out():
    strange = {"readme.txt": b"a", "__MACOSX/._a.png": b"b", "content/.DS_Store": b"c"}
    verdict = judged(archive(files() | strange))
    assert verdict.ok
    assert warned(verdict) == {"ignored-file"}
    assert not {one.path for one in verdict.files} & strange.keys()


def test_folders_may_have_entries_of_their_own():
    folders = [Raw("content/", mode=0o40755), Raw(f"{FOLDER}/", mode=0o40755)]
    assert judged(archive(files(), folders)).ok


def test_a_picture_or_sound_of_another_kind_is_only_a_warning():
    odd = {"content/images/a.jpg": png(), "content/audios/a.mp3": b"\0\0\0\0"}
    verdict = judged(archive(files() | odd))
    assert verdict.ok
    assert warned(verdict) == {"image-type-differs", "unrecognised-type"}


@pytest.mark.parametrize("flags", [0, 0x800])
def test_a_name_in_utf_8_is_read_even_when_the_archive_does_not_say_so(flags):
    picture = Raw("content/images/fată.png", png(), flags=flags)
    verdict = judged(archive(files(content={"image": {"path": "images/fată.png"}}), [picture]))
    assert (verdict.errors, verdict.warnings) == ((), ())


def test_hosts_that_the_content_asks_are_listed():
    video = [{"path": "https://www.youtube.com/watch?v=a", "mime": "video/YouTube"}]
    verdict = judged(archive(files(content={"files": video})))
    assert verdict.ok
    assert verdict.hosts == ("www.youtube.com",)
    assert warned(verdict) == {"external-host"}


def test_the_same_library_in_two_folders_is_refused():
    copies = {
        path.replace(FOLDER, NAME["machineName"]): one
        for path, one in files().items()
        if path.startswith(FOLDER)
    }
    assert codes(judged(archive(files() | copies))) == {"duplicate-library"}


def test_a_folder_not_named_as_its_library_is_refused():
    moved = {path.replace(FOLDER, "H5P.Other-1.0"): one for path, one in files().items()}
    assert codes(judged(archive(moved))) == {"library-folder-name"}


def test_the_library_is_plain_python():
    code = "import sys, media.h5p.__main__; print({'django', 'wagtail'} & set(sys.modules))"
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, text=True, timeout=60
    )
    assert run.stdout.strip() == "set()"


def test_a_check_can_be_given_its_own_limits():
    assert not judged(archive(files()), limits=Limits(entries=1)).ok


def test_content_counts_alone_where_nothing_is_played():
    bare = {path: data for path, data in files().items() if not path.startswith("H5P.")}
    verdict = judged(archive(bare))
    assert codes(verdict) == {"missing-required-library"}
    assert verdict.content_errors == ()
    broken = judged(archive(files(library={"title": None, "coreApi": None})))
    assert "missing-field" in codes(broken)
    assert broken.content_errors == ()


@pytest.mark.parametrize(
    ("extra", "code"),
    [
        ({"content/content.json": b"{"}, "json-invalid"),
        ({"H5P.ProtectProbe-1.0/a.php": b"x"}, "not-in-whitelist"),
    ],
)
def test_what_no_archive_may_hold_counts_wherever_it_lies(extra, code):
    verdict = judged(archive({**files(), **extra}))
    assert [one.code.value for one in verdict.content_errors] == [code]
