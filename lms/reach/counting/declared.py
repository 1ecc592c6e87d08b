"""RR14: what members declare, and what of it counts beside the records."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple


class DeclaredFact(NamedTuple):
    """What holds of one declared figure at the asked moment. `part` is not empty for a "din care"
    part, which never enters a total; `in_addition` is RR14's mark."""

    reference: str
    organisation: str
    indicator: str
    value: int
    status: str
    audience: str = ""
    part: str = ""
    qualifier: str = "exact"
    method: str = "other"
    source: str = ""
    in_addition: bool = False


@dataclass(frozen=True, slots=True)
class DeclaredReport:
    """`totals` by indicator code, of the figures that count; `set_aside` are those that records
    feed too and that are not marked as in addition; `parts` are the "din care" figures."""

    totals: Mapping[str, int] = field(default_factory=dict)
    by_org: Mapping[tuple[str, str], int] = field(default_factory=dict)
    trained_by_audience: Mapping[str, int] = field(default_factory=dict)
    qualifiers: Mapping[str, str] = field(default_factory=dict)
    counted: tuple[DeclaredFact, ...] = ()
    set_aside: tuple[DeclaredFact, ...] = ()
    parts: tuple[DeclaredFact, ...] = ()
