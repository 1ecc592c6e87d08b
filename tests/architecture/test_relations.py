"""Relations between models run downwards, as imports do. A linter of imports cannot see string
references such as "classrooms.ClassSession"; the loaded models can."""

from collections.abc import Iterator

from django.apps import apps
from django.conf import settings
from django.db import models

from lms.core.layers import ranks


def _ours() -> dict[str, str]:
    """App label → dotted name, of our apps."""
    return {c.label: c.name for c in apps.get_app_configs() if c.name in settings.OUR_APPS}


def _relations(model: type[models.Model]) -> Iterator[tuple[str, type[models.Model]]]:
    """(field name, target) of every relation that this model declares."""
    options = model._meta
    for field in (*options.local_fields, *options.local_many_to_many, *options.private_fields):
        target = getattr(field, "related_model", None)
        if isinstance(target, type):
            yield field.name, target
        through = getattr(field.remote_field, "through", None)
        if isinstance(through, type) and not through._meta.auto_created:
            yield field.name, through


def _wrong_relations() -> list[str]:
    ours, wrong = _ours(), []
    for model in apps.get_models(include_auto_created=True):
        if model._meta.app_label not in ours:
            continue
        own = ours[model._meta.app_label]
        for name, target in _relations(model):
            other = ours.get(target._meta.app_label)
            if other and other != own and ranks()[other] >= ranks()[own]:
                wrong.append(f"{model._meta.label}.{name} points at {target._meta.label}")
    return wrong


def test_no_relation_points_to_an_app_above_or_beside():
    assert _wrong_relations() == []


def test_a_relation_to_an_app_above_would_be_seen(monkeypatch):
    upside_down = {name: -rank for name, rank in ranks().items()}
    monkeypatch.setattr(f"{__name__}.ranks", lambda: upside_down)
    assert any("ClassSession" in line for line in _wrong_relations())


def test_no_model_of_a_library_points_at_a_model_of_ours_except_the_user_and_media():
    """Facts must be ours to keep: a library that pointed at them could delete them."""
    ours = _ours()
    expected = {
        settings.AUTH_USER_MODEL,
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        settings.WAGTAILDOCS_DOCUMENT_MODEL,
    }
    pointed_at = {
        target._meta.label
        for model in apps.get_models(include_auto_created=True)
        if model._meta.app_label not in ours
        for _, target in _relations(model)
        if target._meta.app_label in ours
    }
    assert pointed_at <= expected
