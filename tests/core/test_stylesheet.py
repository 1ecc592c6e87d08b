"""The one stylesheet says what its sources say."""

import re
from pathlib import Path

import pytest

from lms.core.finders import STYLES, STYLESHEET, StylesheetFinder, joined_stylesheet

DESCENDANT = re.compile(r"[\w\])] :(?:is|not|has|where)\(")


def test_joining_loses_no_space_that_means_a_descendant():
    sources = "\n".join(path.read_text() for path in STYLES.glob("*.css"))
    assert len(DESCENDANT.findall(joined_stylesheet())) == len(DESCENDANT.findall(sources))


@pytest.fixture
def finder(settings, tmp_path):
    settings.VAR_DIR = tmp_path
    return StylesheetFinder()


def test_a_sheet_that_is_being_sent_is_not_cut_short(finder, monkeypatch):
    with open(finder.find(STYLESHEET), "rb") as sending:
        monkeypatch.setattr("lms.core.finders.joined_stylesheet", lambda: "a{}")
        finder.find(STYLESHEET)
        assert sending.read() == joined_stylesheet().encode()


def test_a_changed_sheet_is_found_as_it_is_now(finder, monkeypatch):
    finder.find(STYLESHEET)
    monkeypatch.setattr("lms.core.finders.joined_stylesheet", lambda: "a{}")
    assert Path(finder.find(STYLESHEET)).read_text() == "a{}"
