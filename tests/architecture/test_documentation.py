"""The documentation leads where it says, and decisions say what was not chosen."""

import re
from pathlib import PurePosixPath

import pytest

from tests.architecture.repository import ROOT, files, text

LINK = re.compile(r"\]\((?!https?://|#|mailto:)([^)#\s]+)")
DECISIONS = files(".md", under=("docs/decisions/",))
HEADINGS = ["## Context", "## Decision", "## Rejected alternatives"]


@pytest.mark.parametrize("path", files(".md"))
def test_every_link_of_a_document_leads_to_a_file(path):
    folder = ROOT / PurePosixPath(path).parent
    assert [link for link in LINK.findall(text(path)) if not (folder / link).exists()] == []


def test_decisions_are_numbered_without_gaps():
    numbers = [int(PurePosixPath(path).name[:4]) for path in DECISIONS]
    assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.parametrize("path", DECISIONS)
def test_a_decision_says_context_decision_and_what_was_rejected(path):
    lines = text(path).splitlines()
    assert [line for line in lines if line in HEADINGS] == HEADINGS


@pytest.mark.parametrize("path", DECISIONS)
def test_a_decision_fits_one_page(path):
    assert len(text(path).splitlines()) <= 60
