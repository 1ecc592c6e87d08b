"""Every problem of a package is a sentence that says what to do."""

import pytest

from media.h5p.codes import Code
from media.h5p.errors import Problem
from media.h5p.limits import DEFAULTS
from media.problems import SENTENCES, sentence


@pytest.mark.parametrize("code", Code)
def test_every_code_has_a_sentence(code):
    assert SENTENCES[code]


def test_a_sentence_says_where():
    assert "content/a.svg" in sentence(Problem(Code.SVG_IN_CONTENT, "content/a.svg"))


def test_sizes_are_told_as_people_say_them():
    said = sentence(Problem(Code.UPLOAD_TOO_LARGE, value=200_400_000, limit=DEFAULTS.upload))
    assert "(aici: 200,4\xa0MB; cel mult: 100\xa0MB)" in said
