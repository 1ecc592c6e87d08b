"""A worker that only answers pages loads none of the libraries that build files."""

import subprocess
import sys

import pytest

LOADED = """
import sys
import lms.wsgi
import lms.urls
print(*sys.modules)
"""


@pytest.fixture(scope="module")
def loaded() -> set[str]:
    """The modules of a process that is ready to answer."""
    run = [sys.executable, "-c", LOADED]
    return set(subprocess.run(run, check=True, capture_output=True, text=True).stdout.split())


@pytest.mark.parametrize("library", ["docx", "openpyxl", "pptx", "pypdf", "typst", "vl_convert"])
def test_a_worker_starts_without(loaded, library):
    assert library not in loaded
