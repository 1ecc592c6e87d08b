"""JSON from strangers: sized, UTF-8, not too deep, without NaN, infinity or the same key twice.

The depth is counted before parsing, because Python's parser answers depth with RecursionError, and
every pattern here is linear in the length of the text.
"""

import json
import math
import re
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate
from typing import Any

from media.h5p.codes import Code
from media.h5p.errors import Problems
from media.h5p.limits import DEFAULTS, Limits

# Matches at every quotation mark and never goes back, so a text without an end costs one pass.
STRING = re.compile(r'"(?:[^"\\]++|\\.)*+"?', re.S)
NEITHER_BRACKET_NOR_SEPARATOR = re.compile(r"[^\[\]{},:]++")
STEP = {"[": 1, "{": 1, "]": -1, "}": -1, ",": 0, ":": 0}


class _StopError(ValueError):
    """Why a text was refused."""

    def __init__(
        self, code: Code, value: str | int | None = None, limit: str | int | None = None
    ) -> None:
        super().__init__(code)
        self.code, self.value, self.limit = code, value, limit


def read(
    data: bytes,
    path: str,
    problems: Problems,
    *,
    expected: type[Any] = dict,
    limits: Limits = DEFAULTS,
    most: int | None = None,
    repeated: Problems | None = None,
) -> Any:
    """The object or list in `data`; None when it was refused, and then `problems` says why.

    A key that stands twice is a problem; given `repeated`, it is added there instead and the last
    value counts. Official libraries have such translations.
    """
    try:
        text = _decoded(data, limits.other_json if most is None else most)
        _measure(text, limits)
        value, twice = _parsed(text)
        if twice is not None and repeated is None:
            raise _StopError(Code.JSON_DUPLICATE_KEY, twice)
        if not isinstance(value, expected):
            raise _StopError(Code.JSON_TYPE, type(value).__name__, expected.__name__)
    except _StopError as error:
        problems.add(error.code, path, error.value, error.limit)
        return None
    if twice is not None and repeated is not None:
        repeated.add(Code.JSON_DUPLICATE_KEY, path, twice)
    return value


def _decoded(data: bytes, most: int) -> str:
    if len(data) > most:
        raise _StopError(Code.JSON_TOO_LARGE, len(data), most)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _StopError(Code.JSON_ENCODING, error.start) from None


def _measure(text: str, limits: Limits) -> None:
    skeleton = NEITHER_BRACKET_NOR_SEPARATOR.sub("", STRING.sub("", text))
    most = 2 * limits.json_values
    if len(skeleton) > most:
        raise _StopError(Code.JSON_TOO_COMPLEX, len(skeleton), most)
    depth = max(accumulate(map(STEP.__getitem__, skeleton)), default=0)
    if depth > limits.json_depth:
        raise _StopError(Code.JSON_TOO_DEEP, depth, limits.json_depth)


def _parsed(text: str) -> tuple[Any, str | None]:
    """The value, and the first key that stands twice in one object."""
    twice: list[str] = []

    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs) and not twice:
            twice.append(Counter(key for key, _value in pairs).most_common(1)[0][0])
        return found

    try:
        value = json.loads(
            text, parse_constant=_refuse, parse_float=_finite, object_pairs_hook=unique
        )
        if "\\u" in text:
            _require_plain(value)
    except _StopError:
        raise
    except (ValueError, RecursionError) as error:
        raise _StopError(Code.JSON_INVALID, str(error)) from None
    return value, twice[0] if twice else None


def _refuse(name: str) -> float:
    raise _StopError(Code.JSON_NOT_FINITE, name)


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise _StopError(Code.JSON_NOT_FINITE, text[:40])
    return number


def _require_plain(value: Any) -> None:
    """No half of a surrogate pair, which no file can hold, and no NUL, which no database takes."""
    for one in strings(value):
        if "\0" in one:
            raise _StopError(Code.JSON_INVALID, "a string holds a NUL character")
        try:
            one.encode()
        except UnicodeEncodeError:
            raise _StopError(Code.JSON_INVALID, "a string holds half a surrogate pair") from None


def strings(value: Any) -> Iterator[str]:
    """Every string in a JSON value, keys too, without recursion."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            yield one
        elif isinstance(one, dict):
            waiting.extend(one)
            waiting.extend(one.values())
        elif isinstance(one, list):
            waiting.extend(one)
