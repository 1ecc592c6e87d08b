"""The first view of a step is light: one idea, one style sheet, one script (DESIGN.md, Light)."""

import re
from pathlib import Path

import brotli
import pytest
from django.contrib.staticfiles import finders

from lms.core.finders import joined_stylesheet
from tests.lessons.modules import make_way

MOST_BYTES = 30_000
MOST_REQUESTS = 4
LINKED = re.compile(r'<(?:link rel="stylesheet" href|script src)="/static/([^"]+)"')


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["intrebare/?r=b", "poveste/?drum=a.c", "inceput/"])
def test_the_first_view_of_a_step_is_light(client, path):
    make_way()
    html = client.get(f"/module/prieteni/{path}").content
    linked = LINKED.findall(html.decode())
    assert len(linked) + 1 <= MOST_REQUESTS
    files = [Path(finders.find(name)).read_bytes() for name in linked]
    assert sum(len(brotli.compress(part, quality=7)) for part in (html, *files)) <= MOST_BYTES


def test_the_whole_style_sheet_is_at_most_10_kb():
    assert len(brotli.compress(joined_stylesheet().encode(), quality=7)) <= 10_000
