"""What the log must not hold: keys, links that open a session, e-mail addresses."""

import logging
import sys

import pytest
from django.conf import settings
from django.test import Client

from lms.classrooms.tokens import receipt_token
from lms.core.log_lines import DiscreetFormatter


@pytest.fixture
def written(monkeypatch):
    """The lines that the site's own formatter makes of what is logged during a test."""
    made = {**settings.LOGGING["formatters"]["line"]}
    assert made.pop("()") == "lms.core.log_lines.DiscreetFormatter"
    formatter = DiscreetFormatter(made["format"], style=made["style"])
    lines: list[str] = []

    class Keep(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            lines.append(formatter.format(record))

    handler = Keep()
    logging.getLogger().addHandler(handler)
    yield lines
    logging.getLogger().removeHandler(handler)


@pytest.mark.django_db
def test_a_refused_form_leaves_no_receipt_link_in_the_log(written):
    token = receipt_token(7)
    Client(enforce_csrf_checks=True).post(f"/clase/sesiuni/{token}/anulare/")
    assert any("/anulare/" in line for line in written)
    assert not any(token in line for line in written)


@pytest.mark.parametrize(
    "text",
    [
        "Forbidden: /cont/password/reset/key/3-cxk2yz-0123456789abcdef0123456789abcdef/",
        "Not Found: /cont/confirm-email/MQ:1vXeGh:xHUJhRRNkfFvrb8MLprMfH3CvPI-aDHOwy1fLMDcxuU/",
    ],
)
def test_a_key_of_a_letter_is_left_out(written, text):
    logging.getLogger("django.request").warning(text)
    assert "cdef0" not in written[0]
    assert "xHUJhRR" not in written[0]


def test_an_address_that_the_database_names_is_left_out(written):
    try:
        raise ValueError("Key (lower(email::text))=(ana.pop@scoala.ro) already exists.")
    except ValueError:
        logging.getLogger("django.request").error("Error", exc_info=sys.exc_info())
    assert "ana.pop" not in written[0]
    assert "scoala.ro" not in written[0]


def test_an_ordinary_line_stays_as_it_is(written):
    logging.getLogger("lms").warning("kit %s built: %d files", "plan-2026-2027-v1.2.zip", 12)
    assert written == ["WARNING lms: kit plan-2026-2027-v1.2.zip built: 12 files"]
