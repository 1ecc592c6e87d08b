"""What a letter to an address that nobody has confirmed may say."""

import pytest
from django.core import mail

from lms.classrooms.enums import GroupType
from lms.classrooms.mails import send_confirmation
from lms.classrooms.services import confirm_class_session
from lms.classrooms.tokens import confirmation_token
from lms.organisations.services import request_school
from tests.classrooms.builders import make_session
from tests.factories import CountyFactory, SchoolFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]
ADDRESS = "ana@scoala.ro"


@pytest.fixture
def bait():
    """A session whose school and group somebody filled with what strangers should read."""
    asked = request_school(
        name="Premiu la bait.example", locality_name="bait.example", county=CountyFactory()
    )
    return make_session(
        school_request=asked, class_label="bait.example", group_type=GroupType.MIXED, email=ADDRESS
    )


def test_nobody_writes_to_strangers_through_a_confirmation(bait):
    send_confirmation(bait, ADDRESS)
    assert "bait.example" not in mail.outbox[0].body


def test_nor_through_the_letter_with_lost_links(client, bait):
    client.post("/clase/link-pierdut/", {"email": ADDRESS})
    assert "bait.example" not in mail.outbox[0].body


def test_a_school_of_the_register_and_a_class_are_named():
    school = SchoolFactory(name="Liceul „Podul”")
    send_confirmation(make_session(school=school, class_label="a VII-a B"), ADDRESS)
    body = mail.outbox[0].body
    assert ("Liceul „Podul”" in body, "a VII-a B" in body) == (True, True)


def test_whoever_confirmed_reads_what_was_typed(client, bait):
    confirm_class_session(token=confirmation_token(bait.pk, bait.claimed_token))
    client.post("/clase/link-pierdut/", {"email": ADDRESS})
    assert "bait.example" in mail.outbox[0].body
