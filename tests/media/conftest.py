"""What needs packages made by others is collected only where H5P_SAMPLES names their folder."""

import io
import os

import pytest

collect_ignore_glob = [] if os.environ.get("H5P_SAMPLES") else ["*/test_samples.py"]


@pytest.fixture(autouse=True)
def _sizes_in_memory(monkeypatch):
    """Wagtail never closes the file that it draws a size of a picture into."""
    monkeypatch.setattr("wagtail.images.models.SpooledTemporaryFile", lambda max_size: io.BytesIO())
