"""What people read is calm and rightly spelled, and no template opens a door to foreign code."""

import ast
import re

import pytest

from tests.architecture.repository import ROOT, sources, tracked, tree
from tests.architecture.repository import text as text_of
from tests.architecture.texts import sentences, templates

CEDILLA = re.compile("[\u015e\u015f\u0162\u0163]")
# What folds or mends these letters, and its tests, must name them.
SPEAKS_OF_CEDILLA = {
    "lms/core/text.py",
    "tests/core/inflections.csv",
    "tests/core/test_stemming.py",
    "tests/core/test_text.py",
    "tests/lessons/test_catalogue.py",
    "tests/lessons/test_kit_text.py",
    "tests/pages/test_search.py",
    "tests/pages/test_share_cards.py",
    "tests/people/test_sign_up.py",
}
# (file, name): why the text is safe although nothing escaped it there.
TRUSTED_TEXT = {
    ("lms/core/templatetags/protect.py", "SafeString"): "Safe text stays safe: the fact values "
    "put into it are escaped by conditional_escape.",
    ("lms/pages/templatetags/share.py", "SafeString"): "What Django's json_script escaped, with "
    "another type of script in front.",
}
TRUSTING_NAMES = {"mark_safe", "SafeString", "SafeText", "safestring", "html_safe"}
UNESCAPED = re.compile(r"\|\s*(?:safe|safeseq)\b")
AUTOESCAPE_OFF = re.compile(r"{%-?\s*autoescape\s+off")
INLINE_STYLE = re.compile(r"<style\b|<[^>]*\sstyle\s*=", re.I)
# A script that carries data and no code, or one that only names a file of ours.
SCRIPT = re.compile(r"<script\b(?P<attributes>[^>]*)>(?P<code>.*?)</script>", re.I | re.S)
EVENT = re.compile(r"<[^>]*\son[a-z]+\s*=\s*[\"']|[\"']javascript:", re.I)
LOADS_ELSEWHERE = re.compile(
    r"\s(?:src|srcset|poster|data|action|formaction)\s*=\s*[\"']?\s*(?:https?:)?//"
    r"|<link\b[^>]*\shref\s*=\s*[\"']?\s*(?:https?:)?//"
    r"|<use\b[^>]*href\s*=\s*[\"']?\s*(?:https?:)?//"
    r"|url\(\s*[\"']?(?:https?:)?//",
    re.I,
)


def _text_files() -> list[str]:
    return [path for path in tracked() if b"\0" not in (ROOT / path).read_bytes()[:8000]]


def _templates_with(pattern: re.Pattern[str]) -> list[str]:
    return [path for path in templates() if pattern.search(text_of(path))]


def test_romanian_letters_have_a_comma_below_and_no_cedilla():
    found = {path for path in _text_files() if CEDILLA.search(text_of(path))}
    assert found - SPEAKS_OF_CEDILLA == set()


def test_no_text_has_an_exclamation_mark():
    assert [f"{path}: {words.strip()[:80]}" for path, words in sentences() if "!" in words] == []


def test_there_are_sentences_to_check():
    assert sum(1 for _ in sentences()) > 500


def test_no_template_calls_data_safe():
    assert _templates_with(UNESCAPED) == []


def test_no_html_template_turns_escaping_off():
    """A letter in plain text has no HTML to escape for; a page always has."""
    pages = [path for path in _templates_with(AUTOESCAPE_OFF) if path.endswith(".html")]
    assert pages == []


def test_text_is_called_safe_only_where_it_is_said_why():
    found = {
        (path, name)
        for path in sources()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call)
        and (name := ast.unparse(node.func).split(".")[-1]) in TRUSTING_NAMES
    }
    assert found == TRUSTED_TEXT.keys()


def test_no_template_has_inline_style():
    assert _templates_with(INLINE_STYLE) == []


def test_no_template_has_a_script_with_code():
    with_code = [
        path
        for path in templates()
        for match in SCRIPT.finditer(text_of(path))
        if match["code"].strip() and 'type="application/json"' not in match["attributes"]
    ]
    assert with_code == []


def test_no_template_has_an_event_attribute():
    assert _templates_with(EVENT) == []


def test_no_template_loads_from_another_host():
    assert _templates_with(LOADS_ELSEWHERE) == []


@pytest.mark.parametrize(
    ("pattern", "source"),
    [
        (LOADS_ELSEWHERE, '<img alt="" src="https://example.org/a.png">'),
        (LOADS_ELSEWHERE, '<link rel="stylesheet" href="//example.org/a.css">'),
        (INLINE_STYLE, '<p class="a" style="color: red">'),
        (EVENT, '<a href="#" onclick="go()">'),
        (UNESCAPED, "{{ page.title|safe }}"),
    ],
)
def test_what_is_forbidden_would_be_found(pattern, source):
    assert pattern.search(source)
