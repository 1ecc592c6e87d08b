"""The largest package that is taken comes through the example proxy."""

import re

import pytest
from django.urls import reverse

from media.h5p.limits import Limits


@pytest.mark.parametrize("view", ["activity:add", "h5plibrary:install", "quizzes_h5p_import"])
def test_the_proxy_lets_the_largest_package_through(settings, view):
    proxy = (settings.BASE_DIR / "deploy" / "nginx.conf").read_text()
    found = re.findall(r"location ~ (\S+) \{\s+client_max_body_size (\d+)m;", proxy)
    most = max((int(size) for place, size in found if re.match(place, reverse(view))), default=0)
    assert most * 2**20 > Limits().upload
