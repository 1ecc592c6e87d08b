"""The content of packages made by others, from the folder that H5P_SAMPLES names; without it this
file is not collected."""

import json
import os
import zipfile
from pathlib import Path

import pytest

from media.h5p.content import Content, known_types, read


def packages():
    """(file name, main library, content) of those whose type is known."""
    for path in sorted(Path(os.environ["H5P_SAMPLES"]).rglob("*.h5p")):
        try:
            with zipfile.ZipFile(path) as archive:
                shell = json.loads(archive.read("h5p.json"))
                params = json.loads(archive.read("content/content.json"))
        except (KeyError, ValueError, zipfile.BadZipFile):
            continue
        if shell.get("mainLibrary") in known_types():
            yield pytest.param(shell["mainLibrary"], params, id=path.name)


@pytest.mark.parametrize(("library", "params"), list(packages()))
def test_a_package_made_by_others_is_read(library, params):
    assert isinstance(read(f"{library} 1.0", params).content, Content)
