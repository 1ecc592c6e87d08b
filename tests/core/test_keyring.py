import re

import pytest
from django.core import signing
from hypothesis import given
from hypothesis import strategies as st

from lms.core.keyring import BadToken, ExpiredToken, KeyRing

OLD, NEW = "an-old-key-of-the-kits", "a-new-key-of-the-kits"
RING = KeyRing([NEW, OLD], salt="kit")
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


@given(st.text())
def test_a_text_is_read_back(text):
    assert RING.read(RING.sign(text)) == text


@given(st.dictionaries(st.text(), JSON, max_size=4))
def test_a_mapping_is_read_back(payload):
    assert RING.read(RING.sign(payload)) == payload


@given(st.text())
def test_a_token_needs_no_escaping_in_an_address(text):
    assert re.fullmatch(r"[A-Za-z0-9_.\-]+", RING.sign(text))


def test_a_token_fits_a_small_qr_code():
    assert len(RING.sign({"plan": 123, "kit": 45})) <= 90


def test_a_token_of_an_older_key_is_still_read():
    assert RING.read(KeyRing([OLD], salt="kit").sign("plan-7")) == "plan-7"


def test_the_first_key_signs():
    assert KeyRing([NEW], salt="kit").read(RING.sign("plan-7")) == "plan-7"


def test_a_key_that_left_the_ring_is_refused():
    token = KeyRing([OLD], salt="kit").sign("plan-7")
    with pytest.raises(BadToken):
        KeyRing([NEW], salt="kit").read(token)


def test_a_token_of_another_purpose_is_refused():
    with pytest.raises(BadToken):
        KeyRing([NEW], salt="receipt").read(RING.sign("plan-7"))


def test_a_token_signed_with_the_sites_secret_key_is_refused(settings):
    settings.SECRET_KEY = "the-secret-key-of-the-site"
    foreign = signing.TimestampSigner(salt="kit", sep=".").sign_object("plan-7")
    with pytest.raises(BadToken):
        RING.read(foreign)


@given(at=st.integers(0, 200), sign=st.characters(codec="ascii"))
def test_a_changed_character_is_noticed(at, sign):
    token = RING.sign({"plan": 1})
    at %= len(token)
    changed = token[:at] + sign + token[at + 1 :]
    if changed == token:
        assert RING.read(changed) == {"plan": 1}
    else:
        with pytest.raises(BadToken):
            RING.read(changed)


@given(st.text())
def test_any_other_text_is_a_bad_token(text):
    with pytest.raises(BadToken):
        RING.read(text)


def test_a_genuine_token_of_another_shape_is_a_bad_token():
    signer = signing.TimestampSigner(key=NEW, fallback_keys=[], salt="kit", sep=".")
    for token in (signer.sign("not base64 json"), signer.sign_object([1, 2])):
        with pytest.raises(BadToken):
            RING.read(token)


@pytest.fixture
def a_token_of_a_minute_ago(monkeypatch):
    now = signing.time.time()
    with monkeypatch.context() as past:
        past.setattr(signing.time, "time", lambda: now - 60)
        return RING.sign("receipt")


def test_an_old_token_is_read_when_no_age_is_asked(a_token_of_a_minute_ago):
    assert RING.read(a_token_of_a_minute_ago) == "receipt"


def test_a_token_is_read_until_its_age_is_reached(a_token_of_a_minute_ago):
    assert RING.read(a_token_of_a_minute_ago, max_age=3600) == "receipt"


def test_a_token_past_its_age_is_expired(a_token_of_a_minute_ago):
    with pytest.raises(ExpiredToken):
        RING.read(a_token_of_a_minute_ago, max_age=30)


@pytest.mark.parametrize("keys", [[], [""], ["good", ""], ["good", " "], "a-bare-string"])
def test_a_ring_without_proper_keys_cannot_be_made(keys):
    with pytest.raises(ValueError, match="key"):
        KeyRing(keys, salt="kit")


def test_a_ring_needs_a_purpose():
    with pytest.raises(ValueError, match="salt"):
        KeyRing([NEW], salt="")


def test_a_ring_shows_no_key_when_it_is_printed():
    assert NEW not in repr(RING)
