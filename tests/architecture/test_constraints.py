"""Constraints are in the database, named, and say what they stand against."""

import ast
from collections.abc import Iterator

from tests.architecture.repository import sources, text, tree


def _constraints() -> Iterator[tuple[str, ast.Call]]:
    """(place, call) of every member of a list that a model calls `constraints`."""
    for path in sources():
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "constraints":
                for call in node.value.elts:
                    yield f"{path}:{call.lineno}", call


def test_there_are_constraints_to_check():
    assert len(list(_constraints())) > 15


def test_every_constraint_has_a_name():
    unnamed = [
        place
        for place, call in _constraints()
        if "name" not in {keyword.arg for keyword in call.keywords}
    ]
    assert unnamed == []


def test_a_comment_above_each_says_what_it_prevents():
    """`only_known` says it once for all that are made by it."""
    silent = [
        place
        for place, call in _constraints()
        if ast.unparse(call.func) != "only_known" and not _line_above(place).startswith("#")
    ]
    assert silent == []


def _line_above(place: str) -> str:
    path, line = place.split(":")
    return text(path).splitlines()[int(line) - 2].strip()
