"""What is read is written back, and what is written is read back, for every type."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from media.h5p.content import Profile, Strings, Version, known_types, read, write
from tests.media.h5p_content.worlds import record, without_texts

NEWEST = Profile({"H5P.QuestionSet": Version(1, 21), "H5P.InteractiveVideo": Version(1, 28)})
SLOW = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@pytest.mark.parametrize("name", sorted(known_types()))
@SLOW
@given(data=st.data(), language=st.sampled_from(["ro", "en"]))
def test_every_type_comes_back_as_it_was(name, data, language):
    value = data.draw(record(known_types()[name]))
    for profile in (Profile(), NEWEST):
        params = json.loads(json.dumps(write(value, profile, Strings(language))))
        reading = read(profile.library(name), params)
        assert reading.losses == ()
        assert without_texts(reading.content) == without_texts(value)
        assert write(reading.content, profile, Strings(language)) == params


@pytest.mark.parametrize("name", sorted(known_types()))
def test_all_ten_types_and_their_parts_are_known(name):
    assert name == known_types()[name].LIBRARY
    assert known_types()[name].KIND


def test_there_are_twelve_of_them():
    assert len(known_types()) == 12
