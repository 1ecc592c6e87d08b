"""Rules of editors' forms that hold for every page type."""

import pytest
from wagtail.admin.panels import Panel, TitleFieldPanel
from wagtail.models import get_page_models


def _panels(panel: Panel):
    yield panel
    for child in getattr(panel, "children", []):
        yield from _panels(child)


@pytest.mark.django_db
@pytest.mark.parametrize("model", get_page_models(), ids=lambda model: model.__name__)
def test_the_address_of_a_new_page_follows_its_title(model):
    # On a tab of its own it would be asked for where nobody looks.
    form = model.get_edit_handler()
    assert any(isinstance(panel, TitleFieldPanel) for panel in _panels(form))
