"""JSON from strangers is read strictly, and in time that grows with its length."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from media.h5p import Limits
from media.h5p.errors import Problems
from media.h5p.strictjson import read, strings

TEXTS = st.text(st.characters(codec="utf-8"), max_size=20)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | TEXTS,
    lambda inner: st.lists(inner) | st.dictionaries(st.text('abc{["\\:,'), inner),
    max_leaves=8,
)


def refused(text, **options):
    problems = Problems()
    data = text if isinstance(text, bytes) else text.encode()
    assert read(data, "a.json", problems, **options) is None
    return [one.code.value for one in problems]


@settings(max_examples=40)
@given(st.dictionaries(st.text("abc"), VALUES))
def test_what_is_good_is_read_as_it_is(value):
    problems = Problems()
    data = json.dumps(value).encode()
    found = read(data, "a.json", problems)
    if "\\u0000" in data.decode():
        assert found is None
    else:
        assert found == value
        assert not problems


def test_a_mark_of_byte_order_is_allowed():
    assert read(b'\xef\xbb\xbf{"a": 1.5}', "a.json", Problems()) == {"a": 1.5}


def test_brackets_in_strings_are_not_depth():
    text = json.dumps({"a": "[" * 500 + '\\"{'})
    assert read(text.encode(), "a.json", Problems()) == json.loads(text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "json-invalid"),
        ("{", "json-invalid"),
        ('{"a": 1} b', "json-invalid"),
        ("]]]]{", "json-invalid"),
        ("3", "json-wrong-type"),
        ('{"a": {"b": 1, "b": 2}}', "json-duplicate-key"),
        ("[" * 65 + "]" * 65, "json-too-deep"),
        ("[" * 64 + "]" * 64, "json-wrong-type"),
        ("[" * 100_000, "json-too-deep"),
        (b"\xff\xfe{\0}\0", "json-encoding"),
    ],
)
def test_a_wrong_text_is_refused(text, code):
    assert refused(text) == [code]


def test_a_text_that_is_too_long_is_refused():
    assert refused('{"a": 1}', most=3) == ["json-too-large"]
    assert refused('{"a": [1, 2, 3]}', limits=Limits(json_values=2)) == ["json-too-complex"]


def test_a_repeated_key_may_be_only_told():
    told, problems = Problems(), Problems()
    assert read(b'{"a": 1, "a": 2}', "ko.json", problems, repeated=told) == {"a": 2}
    assert [one.value for one in told] == ["a"]
    assert not problems


def test_a_key_repeated_among_many_is_found_in_one_pass():
    keys = ", ".join(f'"{n}": 0' for n in range(60_000))
    assert refused(f'{{{keys}, "59999": 1}}') == ["json-duplicate-key"]


def test_every_string_is_found():
    assert set(strings({"a": ["b", {"c": "d"}], "e": 1})) == {"a", "b", "c", "d", "e"}
