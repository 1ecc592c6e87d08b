"""Tokens of figures in texts: the one current value, and nothing that a browser would run."""

import pytest
from django.template import Context, Template
from django.utils.safestring import SafeString

from lms.core import facts
from lms.core.facts import Fact


@pytest.fixture(autouse=True)
def _one_figure(monkeypatch):
    value = Fact("RO.test", "<b>7 & 8</b>", "", "", "", "")
    known = {"RO.test": value}
    monkeypatch.setattr(facts, "_resolvers", [lambda key, language: known.get(key)])


def shown(text):
    template = Template("{% load protect %}{{ text|with_facts }}")
    return template.render(Context({"text": text}))


def test_a_figure_in_a_rich_text_is_only_text():
    rich = SafeString("<p>{fapt:RO.test}</p>")
    assert shown(rich) == "<p>&lt;b&gt;7 &amp; 8&lt;/b&gt;</p>"


def test_a_plain_text_with_a_figure_is_only_text():
    assert shown("<i>{fapt:RO.test}</i>") == "&lt;i&gt;&lt;b&gt;7 &amp; 8&lt;/b&gt;&lt;/i&gt;"


def test_a_figure_that_was_withdrawn_leaves_an_ellipsis():
    assert shown("Din {fapt:RO.alta}.") == "Din …."
