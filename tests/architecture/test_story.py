"""One block list for every body: StreamFields are declared in few classes, all on STORY.

A StreamField's blocks are written into its migration: every further list is a further copy of the
blocks in every migration that follows, and a further set of templates to keep accessible.
"""

import ast

import pytest
from django.apps import apps
from django.conf import settings
from wagtail.fields import StreamField

from media.blocks import STORY
from tests.architecture.repository import sources, tree

MOST_CLASSES = 6


def _declarations() -> list[tuple[str, ast.Call]]:
    """(class, call) of every `name = StreamField(…)` in a class body; an abstract parent once."""
    return [
        (f"{path}:{parent.name}", node.value)
        for path in sources()
        for parent in ast.walk(tree(path))
        if isinstance(parent, ast.ClassDef)
        for node in parent.body
        if isinstance(node, ast.Assign | ast.AnnAssign)
        and isinstance(node.value, ast.Call)
        and ast.unparse(node.value.func).endswith("StreamField")
    ]


def _fields() -> list[StreamField]:
    return [
        field
        for model in apps.get_models()
        if model._meta.app_config.name in settings.OUR_APPS
        for field in model._meta.get_fields()
        if isinstance(field, StreamField)
    ]


def test_there_are_streamfields_to_check():
    assert _declarations()
    assert _fields()


def test_streamfields_are_declared_in_at_most_six_classes():
    assert len({name for name, _ in _declarations()}) <= MOST_CLASSES


def test_every_streamfield_is_declared_on_the_shared_list():
    others = [
        name
        for name, call in _declarations()
        if not call.args or ast.unparse(call.args[0]) not in ("STORY", "blocks.STORY")
    ]
    assert others == []


@pytest.mark.parametrize("field", _fields(), ids=lambda field: str(field))
def test_every_streamfield_offers_the_shared_blocks(field):
    assert list(field.stream_block.child_blocks) == [name for name, _ in STORY]
