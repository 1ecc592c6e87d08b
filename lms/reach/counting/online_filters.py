"""Which completions make up an online figure: the same words in an address and in a list."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self
from urllib.parse import urlencode

from lms.reach.counting.online import ONLINE_PART_OF, CompletionFact, OnlineCut

ONLINE_PARAMETERS: dict[OnlineCut, str] = {
    OnlineCut.MODULE: "modul",
    OnlineCut.MONTH: "luna",
    OnlineCut.AGE_BAND: "varsta",
}
IN_SESSIONS = "in-sesiuni"
_MONTH = re.compile(r"[12][0-9]{3}-(0[1-9]|1[0-2])")


@dataclass(frozen=True, slots=True)
class OnlineFilter:
    """What the completions of a figure have in common; without anything, all that are online.

    `in_sessions` asks for those that were taken out, because their class session is counted.
    """

    parts: Mapping[OnlineCut, str] = field(default_factory=dict)
    in_sessions: bool = False

    @classmethod
    def from_query(cls, query: Mapping[str, str]) -> Self:
        """Read the filter of an address; keys that it does not know are left alone.

        Raises:
            ValueError: a state or a month that does not exist.
        """
        state, month = query.get("stare", ""), query.get("luna", "")
        if state not in ("", IN_SESSIONS):
            raise ValueError(f"no such state: {state!r}")
        if month and not _MONTH.fullmatch(month):
            raise ValueError(f"no such month: {month!r}")
        parts = {cut: query[key] for cut, key in ONLINE_PARAMETERS.items() if query.get(key)}
        return cls(parts, state == IN_SESSIONS)

    def query(self) -> str:
        """The filter as an address ends with it; empty for all that are online."""
        said = {ONLINE_PARAMETERS[cut]: part for cut, part in self.parts.items()}
        if self.in_sessions:
            said["stare"] = IN_SESSIONS
        return f"?{urlencode(said)}" if said else ""

    def holds(self, fact: CompletionFact) -> bool:
        """Whether this completion is in every part that is asked for."""
        return all(ONLINE_PART_OF[cut](fact) == part for cut, part in self.parts.items())
