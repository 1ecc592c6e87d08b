"""Every sentence that people read, taken out of Python, templates and starter content."""

import ast
import re
import tomllib
from collections.abc import Iterator

from tests.architecture.repository import SHIPPED, files, sources, text, tree

_MARKERS = {
    "_",
    "gettext",
    "gettext_lazy",
    "gettext_noop",
    "ngettext",
    "ngettext_lazy",
    "npgettext",
    "npgettext_lazy",
    "pgettext",
    "pgettext_lazy",
}
_COMMENTS = re.compile(
    r"{#.*?#}|{%-?\s*comment.*?endcomment\s*-?%}|<!--.*?-->|<script.*?</script>", re.S
)
_MARKUP = re.compile(r"{{.*?}}|{%.*?%}|<[^>]*>", re.S)
_QUOTED_IN_TAG = re.compile(r"{%[^%]*?%}", re.S)
_QUOTED = re.compile(r"\"([^\"]*)\"|'([^']*)'")


def templates() -> list[str]:
    """Paths of all templates, HTML and plain text."""
    return files(".html", ".txt", under=("templates/", *SHIPPED))


def _in_python(path: str) -> Iterator[str]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in _MARKERS:
            for value in node.args:
                if isinstance(value, ast.Constant) and isinstance(value.value, str):
                    yield value.value


def _in_template(path: str) -> Iterator[str]:
    source = _COMMENTS.sub("", text(path))
    for tag in _QUOTED_IN_TAG.findall(source):
        if tag.lstrip("{%- ").startswith(("translate", "trans ", "blocktrans")):
            yield from (one or other for one, other in _QUOTED.findall(tag))
    yield _MARKUP.sub(" ", source)


def _in_data(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _in_data(item)


def sentences() -> Iterator[tuple[str, str]]:
    """(path, text) of everything that the site may show to people."""
    for path in sources():
        yield from ((path, words) for words in _in_python(path))
    for path in templates():
        yield from ((path, words) for words in _in_template(path))
    for path in files(".toml", under=SHIPPED):
        yield from ((path, words) for words in _in_data(tomllib.loads(text(path))))
