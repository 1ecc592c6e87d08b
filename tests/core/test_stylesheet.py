"""The one stylesheet says what its sources say."""

import re

from lms.core.finders import STYLES, joined_stylesheet

DESCENDANT = re.compile(r"[\w\])] :(?:is|not|has|where)\(")


def test_joining_loses_no_space_that_means_a_descendant():
    sources = "\n".join(path.read_text() for path in STYLES.glob("*.css"))
    assert len(DESCENDANT.findall(joined_stylesheet())) == len(DESCENDANT.findall(sources))
