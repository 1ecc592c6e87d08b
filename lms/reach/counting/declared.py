"""RR14: what members declare, and what of it counts beside the records."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from lms.core.qualifiers import Qualifier, least_exact
from lms.core.record_status import COUNTED_RECORDS

# Records feed these too: what is declared for them counts only beside the records (RR14).
FED_BY_RECORDS = frozenset({"persoane_informate", "persoane_instruite"})
TRAINED = "persoane_instruite"


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


def count_declared(facts: Iterable[DeclaredFact]) -> DeclaredReport:
    """Count the declarations of one year."""
    held = sorted(fact for fact in facts if fact.status in COUNTED_RECORDS)
    whole = [fact for fact in held if not fact.part]
    counted = [fact for fact in whole if _counts(fact)]
    totals: dict[str, int] = {}
    by_org: dict[tuple[str, str], int] = {}
    by_audience: dict[str, int] = {}
    qualifiers: dict[str, str] = {}
    for fact in counted:
        totals[fact.indicator] = totals.get(fact.indicator, 0) + fact.value
        own = (fact.organisation, fact.indicator)
        by_org[own] = by_org.get(own, 0) + fact.value
        qualifiers[fact.indicator] = least_exact(
            (qualifiers.get(fact.indicator, Qualifier.EXACT.value), fact.qualifier)
        )
        if fact.indicator == TRAINED:
            by_audience[fact.audience] = by_audience.get(fact.audience, 0) + fact.value
    return DeclaredReport(
        totals=totals,
        by_org=by_org,
        trained_by_audience=by_audience,
        qualifiers=qualifiers,
        counted=tuple(counted),
        set_aside=tuple(fact for fact in whole if not _counts(fact)),
        parts=tuple(fact for fact in held if fact.part),
    )


def _counts(fact: DeclaredFact) -> bool:
    return fact.in_addition or fact.indicator not in FED_BY_RECORDS
