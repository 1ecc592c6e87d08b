"""What the rules of architecture are checked against: the repository's own files."""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = ("lms/", "lessons/", "quizzes/", "media/")


@cache
def tracked() -> tuple[str, ...]:
    """Paths of all files that git tracks or would track, relative to the root, sorted."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    ).stdout.split("\0")
    # A file may be deleted and not yet committed, or be a build tool's passing file.
    return tuple(sorted({path for path in listed if path and (ROOT / path).is_file()}))


def files(*suffixes: str, under: tuple[str, ...] = ("",)) -> list[str]:
    """Tracked paths with one of these suffixes below one of these folders."""
    return [path for path in tracked() if path.endswith(suffixes) and path.startswith(under)]


def sources() -> list[str]:
    """Python files that are shipped, without migrations, which a machine writes."""
    return [path for path in files(".py", under=SHIPPED) if "/migrations/" not in path]


def text(path: str) -> str:
    """The content of a tracked file."""
    return (ROOT / path).read_text(encoding="utf-8")


@cache
def tree(path: str) -> ast.Module:
    """The parsed Python file."""
    return ast.parse(text(path), filename=path)


def module_of(path: str) -> str:
    """The dotted name of a Python file: "lms.core" for lms/core/__init__.py."""
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


@cache
def modules() -> frozenset[str]:
    """The dotted names of all shipped modules and packages."""
    return frozenset(module_of(path) for path in files(".py", under=SHIPPED))


def imports_of(path: str) -> Iterator[tuple[int, str]]:
    """(line, module) of every import in a file. `from lms.core import facts` is lms.core.facts."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            for alias in node.names:
                submodule = f"{node.module}.{alias.name}"
                yield node.lineno, submodule if submodule in modules() else node.module
