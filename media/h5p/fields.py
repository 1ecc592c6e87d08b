"""Reading the fields of h5p.json and library.json: each is checked, each mistake is collected.

Every pattern is matched against the whole value and is linear: no part of it can match in two
ways. H5P's own pattern for the paths of scripts is exponential.
"""

import re
from collections.abc import Iterable
from typing import Any

from media.h5p.codes import Code
from media.h5p.errors import Problems
from media.h5p.naming import MACHINE_NAME, LibraryName

DIGITS = re.compile(r"[0-9]{1,5}")


class Fields:
    """The fields of one JSON object, and where it stands for whoever must mend it."""

    def __init__(self, data: dict[str, Any], path: str, problems: Problems) -> None:
        self.data, self.path, self.problems = data, path, problems

    def text(
        self, key: str, pattern: re.Pattern[str] | None = None, *, most: int = 255,
        required: bool = False,
    ) -> str:  # fmt: skip
        """A string; "" when it is missing or wrong."""
        value = self._given(key, required)
        if value is None:
            return ""
        if not isinstance(value, str) or len(value) > most or (required and not value.strip()):
            return self._wrong(key, value, "")
        if pattern is not None and not pattern.fullmatch(value):
            return self._wrong(key, value, "")
        return value

    def choice(self, key: str, allowed: frozenset[str]) -> str:
        """One of a few strings; "" when it is missing or wrong."""
        value = self._given(key, False)
        if value is None or value == "":
            return ""
        if not isinstance(value, str) or value not in allowed:
            return self._wrong(key, value, "")
        return value

    def number(self, key: str, *, required: bool = False, default: int = 0) -> int:
        """A small whole number, written as a number or, as older packages do, as a string."""
        value = self._given(key, required)
        if value is None:
            return default
        number = whole(value)
        return self._wrong(key, value, default) if number is None else number

    def items(self, key: str, *, required: bool = False) -> list[tuple[str, Any]]:
        """(place, value) of each item of a list."""
        value = self._given(key, required)
        if value is None:
            return []
        if not isinstance(value, list):
            return self._wrong(key, value, [])
        return [(f"{key}[{index}]", item) for index, item in enumerate(value)]

    def objects(self, key: str, *, required: bool = False) -> list["Fields"]:
        """Each item of a list of objects."""
        found = []
        for place, item in self.items(key, required=required):
            if isinstance(item, dict):
                found.append(Fields(item, f"{self._at(place)}.", self.problems))
            else:
                self.problems.add(Code.FIELD_INVALID, self._at(place), brief(item))
        return found

    def libraries(self, key: str, *, required: bool = False) -> tuple[LibraryName, ...]:
        """A list of dependencies."""
        found = (one.library() for one in self.objects(key, required=required))
        return tuple(dict.fromkeys(one for one in found if one is not None))

    def library(self) -> LibraryName | None:
        """The library that this object names; None when a part is missing or wrong."""
        before = len(self.problems)
        name = self.text("machineName", MACHINE_NAME, required=True)
        major = self.number("majorVersion", required=True)
        minor = self.number("minorVersion", required=True)
        return LibraryName(name, major, minor) if len(self.problems) == before else None

    def subset(self, key: str, allowed: Iterable[str], *, required: bool = False) -> None:
        """A list of a few strings."""
        for place, item in self.items(key, required=required):
            if item not in tuple(allowed):
                self.problems.add(Code.FIELD_INVALID, self._at(place), brief(item))

    def _given(self, key: str, required: bool) -> Any:
        value = self.data.get(key)
        if value is None and required:
            self.problems.add(Code.FIELD_MISSING, self._at(key))
        return value

    def _wrong(self, key: str, value: Any, instead: Any) -> Any:
        self.problems.add(Code.FIELD_INVALID, self._at(key), brief(value))
        return instead

    def _at(self, key: str) -> str:
        return f"{self.path}{key}" if self.path.endswith(".") else f"{self.path}#{key}"


def whole(value: object) -> int | None:
    """The version number in a JSON value: 3 or "3"; None for anything else."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return value if 0 <= value <= 99_999 else None
    if isinstance(value, str) and DIGITS.fullmatch(value):
        return int(value)
    return None


def brief(value: object) -> str | int | float:
    """A JSON value as a problem can name it: numbers and strings as they are, others by kind."""
    if isinstance(value, str | int | float) and not isinstance(value, bool):
        return value if not isinstance(value, int) or abs(value) < 10**15 else "a large number"
    return type(value).__name__
