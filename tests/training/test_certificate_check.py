"""Typing the number of a certificate that somebody holds on paper."""

import pytest

from lms.training.numbers import new_number

pytestmark = pytest.mark.django_db


def typed(client, number):
    return client.get("/adeverinta/", {"numar": number})


def test_there_is_a_field_for_the_number(client):
    assert 'name="numar"' in client.get("/adeverinta/").content.decode()


def test_a_number_typed_by_ear_leads_to_its_page(client):
    number = new_number()
    spoken = number.replace("-", " ").lower()
    assert typed(client, spoken).headers["Location"] == f"/adeverinta/{number}/"


@pytest.mark.parametrize("text", ["", " ", "/"])
def test_nothing_typed_asks_again(client, text):
    assert typed(client, text).status_code == 200


@pytest.mark.parametrize("text", ["x", "a/b", "<b>", "ăîș", "1" * 500])
def test_what_is_no_number_is_told_and_may_be_typed_again(client, text):
    page = client.get(typed(client, text).headers["Location"])
    assert 'name="numar"' in page.content.decode()
