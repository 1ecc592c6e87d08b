"""What the tests of several files of countries share."""

import pytest

from tests.abroad.country_files import HEADER


@pytest.fixture
def file(tmp_path):
    """Writes rows below the header; returns the path."""

    def write(*rows):
        path = tmp_path / "tari.csv"
        path.write_text(HEADER + "".join(f"{row}\n" for row in rows), encoding="utf-8")
        return path

    return write
