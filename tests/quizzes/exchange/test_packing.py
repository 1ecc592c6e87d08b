"""What goes out: packages that our own checker takes, in Romanian, for two generations of sites."""

import io
import zipfile

import pytest

from media.h5p import check
from media.h5p.codes import Code
from media.h5p.content import NEWEST, Profile, Strings, Version, read
from media.h5p.content.strings import known_paths, table
from quizzes.enums import Kind
from quizzes.exchange.packing import H5P_MIME, download, pack
from tests.quizzes.drafts import SAMPLES
from tests.quizzes.exchange.packages import content_of, exported

PROFILES = {"usual": Profile(), "newest": Profile(NEWEST)}
KINDS = [kind for kind in Kind if kind != Kind.FREE_TEXT]


def at(params, path):
    for key in path.split("."):
        params = params[key]
    return params


@pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
@pytest.mark.parametrize("kind", KINDS)
def test_our_own_checker_takes_every_export(kind, profile):
    file = download(pack("Testul", [SAMPLES[kind]], "ro"), "ro", profile)
    verdict = check(io.BytesIO(file.body))
    assert verdict.content_errors == verdict.warnings == ()
    assert {problem.code for problem in verdict.errors} == {Code.LIBRARY_MISSING}
    assert verdict.language == "ro"
    assert (file.name, file.content_type) == ("testul.h5p", H5P_MIME)


@pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_button_of_every_exported_type_is_romanian(kind, profile):
    name, params = exported(SAMPLES[kind], profile=profile)
    children = [(q["library"], q["params"]) for q in params.get("questions", ())]
    for library, of_it in [(name, params), *children]:
        reading = read(library, of_it)
        main = reading.content
        wanted = table(profile.library(main.LIBRARY), "ro")
        for path in known_paths(main.LIBRARY) & wanted.keys():
            if not path.startswith("*.") and path not in ("l10n.trueText", "l10n.falseText"):
                assert at(of_it, path) == wanted[path]


def test_the_newest_sites_get_their_versions():
    name, _params = exported(SAMPLES[Kind.SINGLE], profile=PROFILES["newest"])
    assert name == "H5P.QuestionSet 1.21"
    name, _params = exported(SAMPLES[Kind.BRANCHING], profile=PROFILES["newest"])
    assert name == "H5P.BranchingScenario 1.10"
    assert exported(SAMPLES[Kind.SINGLE])[0] == "H5P.QuestionSet 1.20"


def test_a_language_without_tables_gets_english_buttons():
    _name, params = exported(SAMPLES[Kind.SINGLE], language="hu")
    english = table(Profile().library("H5P.QuestionSet"), "en")
    assert at(params, "texts.finishButton") == english["texts.finishButton"]


def test_stories_are_packages_of_their_own_with_a_note_of_what_is_missing():
    drafts = [SAMPLES[kind] for kind in (Kind.SINGLE, Kind.BRANCHING, Kind.FREE_TEXT)]
    file = download(pack("Siguranță", drafts, "ro"), "ro", Profile())
    with zipfile.ZipFile(io.BytesIO(file.body)) as archive:
        assert archive.namelist() == [
            "siguranta.h5p",
            "siguranta-poveste-1.h5p",
            "citeste-ma.txt",
        ]
        name, params = content_of(archive.read("siguranta-poveste-1.h5p"))
        note = archive.read("citeste-ma.txt").decode()
    assert name == "H5P.BranchingScenario 1.8"
    assert params["branchingScenario"]["title"] == SAMPLES[Kind.BRANCHING].text
    assert SAMPLES[Kind.FREE_TEXT].text in note
    assert file.name == "siguranta-h5p.zip"


def test_the_same_quiz_gives_the_same_bytes():
    drafts = [SAMPLES[kind] for kind in KINDS]
    packed = pack("Testul", drafts, "ro")
    assert download(packed, "ro", Profile()) == download(packed, "ro", Profile())


def test_a_title_without_letters_still_names_a_file():
    assert download(pack("„…”", [SAMPLES[Kind.SINGLE]], "ro"), "ro", Profile()).name == "test.h5p"


def test_libraries_are_asked_for_with_the_content_that_needs_them():
    asked = []

    def libraries(needed):
        asked.extend(map(str, needed))
        for library in needed:
            yield f"{library.name}-{library.version}/library.json", b"{}"

    packed = pack("Testul", [SAMPLES[Kind.SINGLE]], "ro")
    file = download(packed, "ro", Profile(), libraries)
    with zipfile.ZipFile(io.BytesIO(file.body)) as archive:
        assert "H5P.MultiChoice-1.16/library.json" in archive.namelist()
    assert asked == ["H5P.MultiChoice 1.16", "H5P.QuestionSet 1.20"]


def test_strings_of_every_minor_version_between_the_two_profiles_are_there():
    for minor in range(17, 22):
        profile = Profile({"H5P.QuestionSet": Version(1, minor)})
        _name, params = exported(SAMPLES[Kind.SINGLE], profile=profile)
        merged = Strings("ro").merged(profile.library("H5P.QuestionSet"), {})
        assert all(at(params, path) == text for path, text in merged.items() if "*" not in path)
