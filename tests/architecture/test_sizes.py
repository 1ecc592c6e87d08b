"""Files that fit into a head. The limits are ARCHITECTURE's: source files at most 300 lines with a
median of at most 70, functions at most 50 lines, templates at most 80 lines and 12 control tags.

A control tag is one that decides what is shown or makes a name for it: if, elif, ifchanged, for,
with, regroup, cycle, filter, autoescape. Not counted are their closing tags, `else` and `empty`
(the other half of a decision already counted), and tags that only name or fetch a part: block,
extends, include, load, translate, url, static.

Migrations are written by a machine and are not measured. Style sheets, scripts and typst files are
source files as well.
"""

import ast
import re
from statistics import median

from tests.architecture.repository import SHIPPED, files, sources, text, tree

SOURCE_LINES, MEDIAN_LINES, FUNCTION_LINES = 300, 70, 50
TEMPLATE_LINES, CONTROL_TAGS = 80, 12
CONTROL = re.compile(r"{%-?\s*(?:if|elif|ifchanged|for|with|regroup|cycle|filter|autoescape)\s")


def _source_files() -> list[str]:
    python = [path for path in files(".py") if "/migrations/" not in path]
    return python + files(".css", ".js", ".mjs", ".typ", ".sh")


def _templates() -> list[str]:
    return files(".html", ".txt", under=("templates/", *SHIPPED))


def _lines(path: str) -> int:
    return len(text(path).splitlines())


def test_no_source_file_is_longer_than_300_lines():
    too_long = {path: n for path in _source_files() if (n := _lines(path)) > SOURCE_LINES}
    assert too_long == {}


def test_half_of_the_shipped_source_files_have_at_most_70_lines():
    # Empty package files would make the median better than what people read.
    lengths = [n for path in sources() if (n := _lines(path))]
    assert median(lengths) <= MEDIAN_LINES


def test_no_function_is_longer_than_50_lines():
    too_long = {
        f"{path}:{node.lineno} {node.name}": length
        for path in files(".py")
        if "/migrations/" not in path
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (length := (node.end_lineno or 0) - node.lineno + 1) > FUNCTION_LINES
    }
    assert too_long == {}


def test_no_template_is_longer_than_80_lines():
    too_long = {path: n for path in _templates() if (n := _lines(path)) > TEMPLATE_LINES}
    assert too_long == {}


def test_no_template_has_more_than_12_control_tags():
    too_many = {
        path: n for path in _templates() if (n := len(CONTROL.findall(text(path)))) > CONTROL_TAGS
    }
    assert too_many == {}
