"""The English catalogue is complete, agreed and compiled; the Romanian one exists for plurals.

Hungarian and Ukrainian hold what the pages in these languages need: tests/core/untranslated.py."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import polib
import pytest

from tests.architecture.repository import ROOT

LOCALE = ROOT / "lms" / "locale"
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|{\w*}|%[sd]")
Key = tuple[str | None, str, str]


def _path(language: str, suffix: str) -> Path:
    path = LOCALE / language / "LC_MESSAGES" / f"django.{suffix}"
    # polib would take the name of a missing file for the catalogue itself.
    assert path.exists(), f"{path.relative_to(ROOT)} is missing: run `make messages`"
    return path


def _source(language: str) -> polib.POFile:
    return polib.pofile(str(_path(language, "po")))


def _texts(catalogue: polib.POFile | polib.MOFile) -> dict[Key, object]:
    return {
        (entry.msgctxt, entry.msgid, entry.msgid_plural): entry.msgstr_plural or entry.msgstr
        for entry in catalogue
        if not entry.obsolete
    }


@pytest.fixture(scope="module")
def extracted(tmp_path_factory) -> dict[Key, object]:
    """What makemessages finds in a copy of the sources; it writes beside what it reads."""
    if not shutil.which("xgettext"):
        pytest.skip("gettext is not installed: nothing can be extracted to compare with")
    copy = tmp_path_factory.mktemp("sources")
    shutil.copy(ROOT / "manage.py", copy)
    for folder in ("lms", "lessons", "quizzes", "media", "templates"):
        unread = shutil.ignore_patterns("locale", "static", "__pycache__", "*.toml", "*.csv")
        shutil.copytree(ROOT / folder, copy / folder, ignore=unread)
    (copy / "lms" / "locale").mkdir()
    subprocess.run(
        [
            *(sys.executable, "manage.py", "makemessages", "--locale", "en", "--no-wrap"),
            *("--extension", "html,txt,py,svg"),
        ],
        cwd=copy,
        check=True,
        capture_output=True,
        env={"DEMO": "1", "VAR_DIR": str(copy / "var"), "PATH": os.environ["PATH"]},
    )
    return _texts(polib.pofile(str(copy / "lms" / "locale" / "en/LC_MESSAGES/django.po")))


def test_every_text_has_an_english_form():
    assert [entry.msgid for entry in _source("en").untranslated_entries()] == []


@pytest.mark.parametrize("language", ["en", "ro", "hu", "uk"])
def test_no_translation_is_a_guess(language):
    assert [entry.msgid for entry in _source(language).fuzzy_entries()] == []


@pytest.mark.parametrize("language", ["en", "ro", "hu", "uk"])
def test_the_compiled_catalogue_is_as_new_as_its_source(language):
    source = _texts(_source(language))
    # msgfmt leaves out what has no translation.
    expected = {
        key: value
        for key, value in source.items()
        if (any(value.values()) if isinstance(value, dict) else value)
    }
    assert _texts(polib.mofile(str(_path(language, "mo")))) == expected


def test_every_text_of_the_sources_is_in_the_english_catalogue(extracted):
    assert extracted.keys() - _texts(_source("en")).keys() == set()


def test_the_english_catalogue_has_no_text_that_is_gone(extracted):
    assert _texts(_source("en")).keys() - extracted.keys() == set()


@pytest.mark.parametrize("language", ["hu", "uk"])
def test_a_smaller_catalogue_holds_only_what_is_translated_and_used(language, extracted):
    empty = [entry.msgid for entry in _source(language).untranslated_entries()]
    assert (empty, _texts(_source(language)).keys() - extracted.keys()) == ([], set())


@pytest.mark.parametrize(("language", "forms"), [("hu", 2), ("uk", 4)])
def test_every_plural_form_of_a_smaller_catalogue_is_written(language, forms):
    plurals = [entry for entry in _source(language) if entry.msgid_plural]
    assert [e.msgid for e in plurals if sum(map(bool, e.msgstr_plural.values())) < forms] == []


@pytest.mark.parametrize("language", ["en", "hu", "uk"])
def test_a_translation_has_the_same_placeholders_as_its_text(language):
    wrong = [
        entry.msgid
        for entry in _source(language).translated_entries()
        if entry.msgstr
        and sorted(PLACEHOLDER.findall(entry.msgid)) != sorted(PLACEHOLDER.findall(entry.msgstr))
    ]
    assert wrong == []


def test_romanian_has_three_plural_forms_and_all_are_written():
    """Without them "20 de elevi" comes out as "20 elevi"."""
    catalogue = _source("ro")
    assert "nplurals=3" in catalogue.metadata["Plural-Forms"]
    plurals = [entry for entry in catalogue if entry.msgid_plural and not entry.obsolete]
    assert [e.msgid for e in plurals if sum(map(bool, e.msgstr_plural.values())) < 3] == []
