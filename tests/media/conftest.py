"""What needs packages made by others is collected only where H5P_SAMPLES names their folder."""

import io
import os

import pytest

collect_ignore_glob = [] if os.environ.get("H5P_SAMPLES") else ["*/test_samples.py"]


@pytest.fixture
def on_a_disk(settings, tmp_path):
    """Files as an installation keeps them; what is deleted is looked for anew."""
    disk = {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    settings.STORAGES = {**settings.STORAGES, "default": disk}
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture(autouse=True)
def _sizes_in_memory(monkeypatch):
    """Wagtail never closes the file that it draws a size of a picture into."""
    monkeypatch.setattr("wagtail.images.models.SpooledTemporaryFile", lambda max_size: io.BytesIO())
