"""What may be wrong with a package: a code, where, what was found and what the limit is.

Nothing here is raised half way: a check collects every problem, so that its author mends a package
once. `Refused` is raised only by functions that write, when they are given a package with errors.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from media.h5p.codes import MESSAGES, Code


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong. `path` is a place in the archive, with `#` and a place in the JSON
    file where there is one: "h5p.json#authors[0].role"."""

    code: Code
    path: str = ""
    value: str | int | float | None = None
    limit: str | int | float | None = None

    @property
    def message(self) -> str:
        """What is wrong, in one English sentence."""
        found = "" if self.value is None else f" (found {self.value!r}"
        allowed = "" if self.limit is None else f"allowed: {self.limit}"
        if found:
            found += f", {allowed})" if allowed else ")"
        elif allowed:
            found = f" ({allowed})"
        return f"{MESSAGES[self.code]}{found}"

    def as_dict(self) -> dict[str, Any]:
        """The problem as JSON can hold it."""
        return {
            "code": self.code.value,
            "path": self.path,
            "value": self.value,
            "limit": self.limit,
            "message": self.message,
        }


class Problems:
    """Collects problems in the order of finding, each once, and keeps the first `most` of them: an
    archive of 8,000 wrong names is not worth 8,000 lines."""

    def __init__(self, most: int = 200) -> None:
        self.most = most
        self.left_off = 0
        self._found: dict[Problem, None] = {}

    def add(
        self,
        code: Code,
        path: str = "",
        value: str | int | float | None = None,
        limit: str | int | float | None = None,
    ) -> None:
        """Remember one problem. Long values are cut: they come from strangers."""
        if isinstance(value, str):
            value = shown(value)
        problem = Problem(code, shown(path, 300), value, limit)
        if problem in self._found:
            return
        if len(self._found) >= self.most:
            self.left_off += 1
            return
        self._found[problem] = None

    def __iter__(self) -> Iterator[Problem]:
        return iter(self._found)

    def __bool__(self) -> bool:
        return bool(self._found)

    def __len__(self) -> int:
        return len(self._found) + self.left_off


class Refused(Exception):  # noqa: N818  named as what it says: the package is refused
    """A package with errors was to be written."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("; ".join(f"{one.path}: {one.message}" for one in problems[:5]))
        self.problems = problems


def shown(text: str, most: int = 120) -> str:
    """A stranger's text as it can be printed on one line: without control characters, and short."""
    cut = text if len(text) <= most else f"{text[: most - 1]}…"
    if cut.isprintable():
        return cut
    return "".join(one if one.isprintable() else f"\\x{ord(one):02x}" for one in cut)
