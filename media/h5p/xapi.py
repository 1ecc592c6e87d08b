"""Statements that players send, read as what they are: a claim of a browser.

Only what counts is kept: which part of the content, which verb, what score, how long, and the
response as far as it can be scored again. The actor is never read, free text is dropped.
Measured against the player's core of H5P 1.28.
"""

import json
import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urlsplit

LARGEST = 16 * 1024  # bytes of one statement
LONGEST = 24 * 3600.0  # seconds: more is a clock gone wrong
BETWEEN = "[,]"

_VERB_PLACES = ("http://adlnet.gov/expapi/verbs/", "http://activitystrea.ms/schema/1.0/")
SCORING = frozenset({"answered", "completed", "passed", "failed", "mastered"})
COMPLETING = SCORING | {"consume", "consumed"}
VERBS = COMPLETING | {
    *("asked", "attempted", "attended", "commented", "exited", "experienced", "imported"),
    *("initialized", "interacted", "launched", "preferred", "progressed", "registered"),
    *("responded", "resumed", "scored", "shared", "suspended", "terminated", "voided"),
    *("downloaded", "copied", "accessed-reuse", "accessed-embed", "accessed-copyright"),
}
# What is pressed, chosen or dragged, or typed into a gap that has an answer.
_SCORABLE = frozenset({"choice", "true-false", "fill-in", "matching", "sequencing"})
_DURATION = re.compile(
    r"P(?:(\d{1,4})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,5})M)?(?:(\d{1,7}(?:\.\d{1,9})?)S)?)?"
)
_ID = re.compile(r"[\w-]{1,64}", re.A)
_SUB_ID = "http://h5p.org/x-api/h5p-subContentId"


class Refusal(ValueError):  # noqa: N818
    """A statement that is not taken. Codes: too-large, malformed, unknown-verb, bad-score,
    bad-success, bad-response, foreign-id."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Claim:
    """A score as the browser says it: 0 <= raw <= max, max > 0, both finite."""

    raw: float
    max: float

    @property
    def scaled(self) -> float:
        """Counted here; what the statement says of it is not read."""
        return self.raw / self.max


@dataclass(frozen=True)
class Statement:
    """What counts of a statement. `item` is the subContentId, empty for the content itself.

    `typed`: the response holds words that someone wrote. Score it, then drop it.
    """

    verb: str
    item: str = ""
    has_parent: bool = False
    score: Claim | None = None
    success: bool | None = None
    completion: bool = False
    seconds: float | None = None
    response: str | None = None
    typed: bool = False

    @property
    def top_level(self) -> bool:
        """Whether it speaks of the whole content, and so decides the attempt."""
        return not self.item and not self.has_parent

    @property
    def completes(self) -> bool:
        """Whether its verb ends something. `progressed` never does."""
        return self.verb in COMPLETING

    def passed(self, pass_percentage: float) -> bool | None:
        """The player's word, or else whether the score reaches the mark."""
        if self.success is not None or self.score is None:
            return self.success
        return 100 * self.score.scaled >= pass_percentage


def read_statement(sent: bytes | str, known_items: Collection[str] | None = None) -> Statement:
    """Read one statement. With `known_items` (see `item_ids`) an id that the content does not have
    is refused. Raises Refusal."""
    data = sent.encode("utf-8", "surrogatepass") if isinstance(sent, str) else sent
    if len(data) > LARGEST:
        raise Refusal("too-large")
    try:
        found = json.loads(data, parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        code = error.code if isinstance(error, Refusal) else "malformed"
        raise Refusal(code) from error
    statement = _interpret(_object(found))
    if statement.item and known_items is not None and statement.item not in known_items:
        raise Refusal("foreign-id")
    return statement


def item_ids(params: Any) -> frozenset[str]:
    """Every subContentId in the parameters of a content, at any depth."""
    found: set[str] = set()
    waiting = [params]
    while waiting:
        inner = waiting.pop()
        if isinstance(inner, dict):
            if isinstance(inner.get("subContentId"), str):
                found.add(inner["subContentId"])
            waiting += inner.values()
        elif isinstance(inner, list):
            waiting += inner
    return frozenset(found)


def responses(response: str) -> tuple[str, ...]:
    """The parts of a response: `0[,]2` are two choices, `blue[,]cloud` two gaps. Nothing chosen is
    one empty part."""
    return tuple(response.split(BETWEEN))


def _interpret(statement: dict[str, Any]) -> Statement:
    target = _object(statement.get("object"))
    definition = _object(target.get("definition", {}))
    result = _object(statement.get("result") or {})
    kind = definition.get("interactionType")
    response = _response(result.get("response"), kind)
    return Statement(
        verb=_verb(statement.get("verb")),
        item=_item(target, definition),
        has_parent=_has_parent(statement.get("context")),
        score=_score(result.get("score")),
        success=_truth(result.get("success")),
        completion=_truth(result.get("completion")) is True,
        seconds=_seconds(result.get("duration")),
        response=response,
        typed=response is not None and kind == "fill-in",
    )


def _refuse_constant(_name: str) -> None:
    raise Refusal("malformed")


def _object(found: Any) -> dict[str, Any]:
    if not isinstance(found, dict):
        raise Refusal("malformed")
    return found


def _verb(found: Any) -> str:
    address = _object(found).get("id")
    for place in _VERB_PLACES:
        if isinstance(address, str) and address.startswith(place):
            verb = address.removeprefix(place)
            if verb in VERBS:
                return verb
    raise Refusal("unknown-verb")


def _item(target: dict[str, Any], definition: dict[str, Any]) -> str:
    address = target.get("id", "")
    extensions = _object(definition.get("extensions") or {})
    if not isinstance(address, str):
        raise Refusal("malformed")
    try:
        named = parse_qs(urlsplit(address).query).get("subContentId", [])
    except ValueError as error:
        raise Refusal("malformed") from error
    also = extensions.get(_SUB_ID) or []
    ids = [*named, *([also] if isinstance(also, str) else also and [""])]
    if any(one != ids[0] or not _ID.fullmatch(one) for one in ids):
        raise Refusal("malformed")
    return ids[0] if ids else ""


def _has_parent(context: Any) -> bool:
    activities = _object(_object(context or {}).get("contextActivities") or {})
    return bool(activities.get("parent"))


def _score(found: Any) -> Claim | None:
    if found is None:
        return None
    raw, most = _number(_object(found).get("raw")), _number(found.get("max"))
    if raw is None or most is None:
        # An exercise without points has no score, or one of 0 out of 0.
        return None
    if most == 0 and raw == 0:
        return None
    if not (most > 0 and 0 <= raw <= most):
        raise Refusal("bad-score")
    return Claim(raw, most)


def _number(found: Any) -> float | None:
    if found is None:
        return None
    # 1e999 is read as infinity.
    if isinstance(found, bool) or not isinstance(found, int | float) or abs(found) > 1e6:
        raise Refusal("bad-score")
    return found


def _truth(found: Any) -> bool | None:
    if found is not None and not isinstance(found, bool):
        raise Refusal("bad-success")
    return found


def _seconds(found: Any) -> float | None:
    """A stopped clock writes PTNaNS; that says nothing and spoils nothing."""
    match = _DURATION.fullmatch(found) if isinstance(found, str) else None
    if not match or not any(match.groups()):
        return None
    days, hours, minutes, seconds = (float(part or 0) for part in match.groups())
    total = ((days * 24 + hours) * 60 + minutes) * 60 + seconds
    return total if total <= LONGEST else None


def _response(found: Any, kind: Any) -> str | None:
    if found is None or kind not in _SCORABLE:
        return None
    if not isinstance(found, str):
        raise Refusal("bad-response")
    return found
