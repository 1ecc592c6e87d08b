"""A page that is kept shows an image or a document as it now is."""

import pytest

from lms.core import generation
from media.models import ContentDocument, ContentImage

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("model", [ContentDocument, ContentImage])
def test_a_change_in_the_library_is_seen_at_once(model, django_capture_on_commit_callbacks):
    before = generation.current()
    with django_capture_on_commit_callbacks(execute=True):
        model(title="x", **({"width": 1, "height": 1} if model is ContentImage else {})).save()
    assert generation.current() > before
