"""After a class nothing in the database, the cache or the log says who was in it."""

import logging
import uuid

import pytest
from django.core.cache import caches
from django.db import connection
from django.test import Client

from lms.classrooms.models import Seat
from tests.classrooms.classes import make_class

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]
ADDRESS, PHONE = "203.0.113.77", "Telefonul-Anei/1.0 (Android)"


@pytest.fixture
def after_a_class(caplog):
    """Everything that is kept once pupils joined, slipped, came back, answered and left."""
    caplog.set_level(logging.DEBUG)
    code = make_class().code.code
    for _pupil in range(3):
        phone = Client(REMOTE_ADDR=ADDRESS, HTTP_USER_AGENT=PHONE)
        phone.post("/intra/", {"code": "ZZZZ-ZZZZ"})
        phone.post("/intra/", {"code": "Ana Popescu 0722 000 111"})
        phone.post("/intra/", {"code": code, "client_id": str(uuid.uuid4())})
        phone.post("/intra/revin/", {"code": code, "animal": "Ana Popescu", "culoare": "x"})
        phone.get("/module/prieteni/intrebare/")
        phone.post(
            "/module/prieteni/intrebare/raspuns/", {"r": "b", "client_id": str(uuid.uuid4())}
        )
    assert Seat.objects.count() == 3
    shared = caches["default"]._cache
    return "\n".join([connection.creation.serialize_db_to_string(), repr(shared), caplog.text])


@pytest.mark.parametrize(
    "word", [ADDRESS, "Telefonul", "Android", "Popescu", "0722"], ids=lambda word: word
)
def test_it_holds_no_address_no_phone_and_nothing_typed(after_a_class, word):
    assert word not in after_a_class


def test_what_was_answered_is_there(after_a_class):
    assert "quizzes.answer" in after_a_class
