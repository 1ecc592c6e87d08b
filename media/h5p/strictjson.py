"""JSON from strangers: sized, UTF-8, not too deep, without NaN, infinity or the same key twice.

The depth is counted before parsing, because Python's parser answers depth with RecursionError, and
every pattern here is linear in the length of the text.
"""

import json
import math
import re
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


class _NumberError(ValueError):
    """NaN, or a number without an end."""


def read(
    data: bytes,
    path: str,
    problems: Problems,
    *,
    expected: type[dict[str, Any]] | type[list[Any]] = dict,
    limits: Limits = DEFAULTS,
    most: int | None = None,
    repeated: Problems | None = None,
) -> Any:
    """The object or list in `data`; None when it was refused, and then `problems` says why.

    A key that stands twice is a problem; given `repeated`, it is added there instead and the last
    value counts. Official libraries have such translations.
    """
    most = limits.other_json if most is None else most
    if len(data) > most:
        return problems.add(Code.JSON_TOO_LARGE, path, len(data), most)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return problems.add(Code.JSON_ENCODING, path, error.start)
    if not _measured(text, path, problems, limits):
        return None
    twice: list[str] = []

    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs) and not twice:
            keys = [key for key, _value in pairs]
            twice.append(next(key for key in keys if keys.count(key) > 1))
        return found

    try:
        value = json.loads(
            text, parse_constant=_refuse, parse_float=_finite, object_pairs_hook=unique
        )
        if "\\u" in text:
            _require_plain(value)
    except _NumberError as error:
        return problems.add(Code.JSON_NOT_FINITE, path, str(error))
    except (ValueError, RecursionError) as error:
        return problems.add(Code.JSON_INVALID, path, str(error))
    if twice:
        (problems if repeated is None else repeated).add(Code.JSON_DUPLICATE_KEY, path, twice[0])
        if repeated is None:
            return None
    if not isinstance(value, expected):
        return problems.add(Code.JSON_TYPE, path, type(value).__name__, expected.__name__)
    return value


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


def _measured(text: str, path: str, problems: Problems, limits: Limits) -> bool:
    skeleton = NEITHER_BRACKET_NOR_SEPARATOR.sub("", STRING.sub("", text))
    if len(skeleton) > 2 * limits.json_values:
        problems.add(Code.JSON_TOO_COMPLEX, path, len(skeleton), 2 * limits.json_values)
        return False
    depth = max(accumulate(map(STEP.__getitem__, skeleton)), default=0)
    if depth > limits.json_depth:
        problems.add(Code.JSON_TOO_DEEP, path, depth, limits.json_depth)
        return False
    return True


def _refuse(name: str) -> float:
    raise _NumberError(name)


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise _NumberError(text[:40])
    return number


def _require_plain(value: Any) -> None:
    """No half of a surrogate pair, which no file can hold, and no NUL, which no database takes."""
    for one in strings(value):
        if "\0" in one:
            raise ValueError("a string holds a NUL character")
        try:
            one.encode()
        except UnicodeEncodeError:
            raise ValueError("a string holds half a surrogate pair") from None
