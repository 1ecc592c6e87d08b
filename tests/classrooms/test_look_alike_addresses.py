"""An address with a letter that only looks like another must not get another person's letter."""

import pytest
from django.core import mail
from django.core.exceptions import ValidationError

from lms.core.mailboxes import check_mailbox
from tests.classrooms.builders import make_session

KELVIN = "\u212aati@scoala.ro"  # in lower case: kati@scoala.ro


@pytest.mark.parametrize("email", [KELVIN, "\u017fima@scoala.ro", "ana@\u212aelvin.ro"])
def test_a_letter_that_only_looks_like_another_is_refused(email):
    with pytest.raises(ValidationError):
        check_mailbox(email)


@pytest.mark.parametrize("email", ["Kati@Scoala.ro", "ana.pop+cls@școala.ro", "", "ana"])
def test_what_people_write_is_not(email):
    check_mailbox(email)


@pytest.mark.django_db
def test_the_links_of_sessions_go_to_no_other_mailbox(client, roles):
    make_session(email="kati@scoala.ro")
    client.post("/clase/link-pierdut/", {"email": KELVIN})
    assert not mail.outbox


@pytest.mark.django_db
def test_a_session_is_not_registered_as_another_teachers(client, roles):
    response = client.post("/clase/sesiuni/nou/", {"email": KELVIN})
    assert "email" in response.context["form"].errors
