"""Responses and saved states without a word that somebody wrote, and still worth the same.

Nothing that a reader typed may be kept: only what was chosen, and words of the content itself.
"""

import html
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from media.h5p.content import Blanks, Content, DragText, MultiChoice, Other, TrueFalse
from media.h5p.content.single_choice_set import QuickQuestion
from media.h5p.content.summary import Statements
from media.h5p.marking import mark, right_gaps
from media.h5p.scoring import part_with
from media.h5p.xapi import BETWEEN, Statement, responses

MOST_STATE = 64 * 1024  # bytes
_DEEPEST = 40
# Characters of the content that one state may have looked through: a third of a second. Thousands
# of texts that nobody wrote would otherwise keep a worker busy for many.
_MOST_SEARCHED = 300_000_000
_PLAIN = re.compile(r"(?:true|false|null|-?\d{1,4})?", re.A)
_NAME = re.compile(r"[\w.$-]{1,64}", re.A)
# Their responses are numbers of options, or "true" and "false".
_CHOSEN = (MultiChoice, TrueFalse, QuickQuestion, Statements)


def without_words(content: Content | Other, statement: Statement) -> Statement:
    """The statement as it may be kept, once `rescore_item` or `rescore` has let it through.

    A gap holds the content's own answer where it was filled in rightly, and nothing where it was
    not. The response of a part that cannot be scored here is dropped whole: it may say anything.
    """
    part = part_with(content, statement.item) if statement.item else content
    response = statement.response
    if isinstance(part, Blanks | DragText) and response is not None:
        response = _own_words(part, response)
    elif not isinstance(part, _CHOSEN):
        response = None
    return replace(statement, response=response, typed=False)


def _own_words(part: Blanks | DragText, response: str) -> str | None:
    """A response of the same worth in the content's own words."""
    if len(responses(response)) != len(part.gaps):
        return None
    right = right_gaps(part, response)
    kept = [word if is_right else "" for word, is_right in zip(_solution(part), right, strict=True)]
    own = BETWEEN.join(kept)
    return own if mark(part, own) == mark(part, response) else None


def _solution(part: Blanks | DragText) -> list[str]:
    if isinstance(part, Blanks):
        return [gap.answers[0] if gap.answers else "" for gap in part.gaps]
    return [html.escape(gap.word, quote=False) for gap in part.gaps]


class _Known:
    """The texts of a content, as far as it is worth looking through them."""

    def __init__(self, content: Any) -> None:
        self._text = "\n".join(_texts(content))
        self._left = _MOST_SEARCHED
        self._found: dict[str, bool] = {}

    def __contains__(self, text: str) -> bool:
        if text not in self._found:
            self._left -= len(self._text)
            self._found[text] = self._left >= 0 and text in self._text
        return self._found[text]


def state_without_words(state: str, content: Any) -> str:
    """What a player wants to go on from, as it may be kept: every text that does not stand in the
    content (content.json, read) is emptied, numbers stay. Raises ValueError for what is no JSON,
    or is larger than 64 KiB or nested deeper than any player nests."""
    if len(state.encode("utf-8", "surrogatepass")) > MOST_STATE:
        raise ValueError("too large")
    return _rewritten(state, _Known(content), 0)


def _rewritten(state: str, known: _Known, depth: int) -> str:
    try:
        found = json.loads(state, parse_constant=_refuse)
    except RecursionError as error:
        raise ValueError("too deep") from error
    kept = json.dumps(_emptied(found, known, depth), ensure_ascii=False, separators=(",", ":"))
    # Half a letter can stand in JSON and in no database.
    return kept.encode("utf-8", "replace").decode()


def _refuse(name: str) -> None:
    raise ValueError(name)


def _emptied(found: Any, known: _Known, depth: int) -> Any:
    if depth > _DEEPEST:
        raise ValueError("too deep")
    if isinstance(found, str):
        return _kept_text(found, known, depth)
    if isinstance(found, list):
        return [_emptied(one, known, depth + 1) for one in found]
    if isinstance(found, dict):
        return {
            name: _emptied(one, known, depth + 1)
            for name, one in found.items()
            if _NAME.fullmatch(name)
        }
    # A long number may be somebody's telephone, and no player counts that far.
    return found if not isinstance(found, int | float) or abs(found) < 1e9 else 0


def _kept_text(text: str, known: _Known, depth: int) -> str:
    if _PLAIN.fullmatch(text) or text in known:
        return text
    # Containers keep the states of their parts as JSON in JSON.
    if text[:1] in ("{", "["):
        try:
            return _rewritten(text, known, depth + 1)
        except ValueError:
            return ""
    return ""


def _texts(content: Any) -> Iterator[str]:
    waiting = [content]
    while waiting:
        inner = waiting.pop()
        if isinstance(inner, str):
            yield inner
        elif isinstance(inner, dict):
            waiting += inner.values()
        elif isinstance(inner, list):
            waiting += inner
