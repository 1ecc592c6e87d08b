import pytest

from tests.factories import make_plan

pytestmark = pytest.mark.django_db


def test_a_published_plan_has_an_address(client):
    assert make_plan(slug="x").url == "/lectii/x/"
