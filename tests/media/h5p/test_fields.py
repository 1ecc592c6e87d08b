"""h5p.json and library.json, field by field: what the format allows, and older packages' habits."""

import pytest

from tests.media.h5p.packages import archive, codes, files, judged
from tests.media.h5p.probe import NAME

OLD = {"machineName": "H5P.ProtectProbe", "majorVersion": "1", "minorVersion": "0"}


@pytest.mark.parametrize(
    "changes",
    [
        {"preloadedDependencies": [OLD]},
        {"embedTypes": ["div", "iframe"]},
        {"authors": [{"name": "Ana", "role": "Author"}], "changes": [{"log": "a"}]},
        {"license": "U", "licenseVersion": ""},
        {"source": "https://example.org/a", "yearFrom": "2020", "yearTo": 2021, "w": ""},
        {"somethingNew": {"a": 1}},
        {"title": "T" * 255},
    ],
)
def test_an_allowed_manifest(changes):
    assert judged(archive(files(manifest=changes))).errors == ()


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"title": None}, "missing-field"),
        ({"title": ""}, "invalid-field"),
        ({"title": "T" * 256}, "invalid-field"),
        ({"title": ["a"]}, "invalid-field"),
        ({"language": "ro_RO"}, "invalid-field"),
        ({"language": None}, "missing-field"),
        ({"mainLibrary": "H5P Probe"}, "invalid-field"),
        ({"mainLibrary": "H5P.Other"}, "main-library-not-listed"),
        ({"preloadedDependencies": {}}, "invalid-field"),
        ({"preloadedDependencies": ["a"]}, "invalid-field"),
        ({"preloadedDependencies": [{**NAME, "majorVersion": -1}]}, "invalid-field"),
        ({"preloadedDependencies": [{**NAME, "majorVersion": True}]}, "invalid-field"),
        ({"preloadedDependencies": [{**NAME, "minorVersion": "\u0661"}]}, "invalid-field"),
        ({"preloadedDependencies": [{**NAME, "minorVersion": 10**80}]}, "invalid-field"),
        ({"preloadedDependencies": [{**NAME, "machineName": "../a"}]}, "invalid-field"),
        ({"dynamicDependencies": [{**NAME, "minorVersion": 9}]}, "missing-required-library"),
        ({"embedTypes": ["popup"]}, "invalid-field"),
        ({"embedTypes": None}, "missing-field"),
        ({"license": "MINE"}, "invalid-field"),
        ({"licenseVersion": "9"}, "invalid-field"),
        ({"source": "javascript:alert(1)"}, "invalid-field"),
        ({"authors": [{"name": 1}]}, "invalid-field"),
        ({"licenseExtras": "a" * 5001}, "invalid-field"),
        ({"yearFrom": "never"}, "invalid-field"),
    ],
)
def test_a_wrong_manifest(changes, code):
    assert code in codes(judged(archive(files(manifest=changes))))


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"runnable": 0}, "main-library-not-runnable"),
        ({"runnable": 2}, "invalid-field"),
        ({"patchVersion": None}, "missing-field"),
        ({"patchVersion": "a"}, "invalid-field"),
        ({"title": 7}, "invalid-field"),
        ({"coreApi": {"majorVersion": 1, "minorVersion": 29}}, "core-too-new"),
        ({"coreApi": {"majorVersion": 2, "minorVersion": 0}}, "core-too-new"),
        ({"coreApi": "1.19"}, "invalid-field"),
        ({"preloadedJs": [{"path": "../../a.js"}]}, "library-bad-path"),
        ({"preloadedJs": [{"path": "/a.js"}]}, "library-bad-path"),
        ({"preloadedJs": [{"path": "https://example.org/a.js"}]}, "library-bad-path"),
        ({"preloadedJs": [{"path": "a.php"}]}, "library-bad-path"),
        ({"preloadedJs": [{"path": "a" * 40 + "!"}]}, "library-bad-path"),
        ({"preloadedCss": [{}]}, "missing-field"),
        ({"preloadedDependencies": [{**NAME, "minorVersion": 7}]}, "missing-required-library"),
        ({"preloadedDependencies": [NAME]}, "dependency-cycle"),
        ({"embedTypes": "div"}, "invalid-field"),
    ],
)
def test_a_wrong_library(changes, code):
    assert code in codes(judged(archive(files(library=changes))))


def test_a_missing_editor_library_is_no_matter():
    editor = [{"machineName": "H5PEditor.Probe", "majorVersion": 1, "minorVersion": 0}]
    assert judged(archive(files(library={"editorDependencies": editor}))).ok


def test_a_path_is_made_plain():
    library = {"preloadedJs": [{"path": "./scripts/probe.js"}]}
    verdict = judged(archive(files(library=library)))
    assert verdict.libraries[0].scripts == ("scripts/probe.js",)


def test_a_problem_names_its_place():
    [problem] = judged(archive(files(manifest={"authors": [{}, {"role": 3}]}))).errors
    assert problem.path == "h5p.json#authors[1].role"
    assert problem.as_dict() == {
        "code": "invalid-field",
        "path": "h5p.json#authors[1].role",
        "value": 3,
        "limit": None,
        "message": "A field has a value that the format does not allow. (found 3)",
    }
