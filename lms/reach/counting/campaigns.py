"""RR11: people that campaigns reached. Joint events count once for the platform."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple


class CampaignFact(NamedTuple):
    """What holds of one organisation's figure for one event, counted one way.

    `reference` is the run's public id, `organisation` a member's code, `method` a value of
    `lms.campaigns.enums.Method`, `status` one of `lms.core.record_status.RecordStatus`.
    """

    reference: str
    event_key: str
    organisation: str
    method: str
    people: int
    status: str
    channel: str = ""


@dataclass(frozen=True, slots=True)
class CampaignReport:
    """`people` is the platform's total, `by_org` each organisation's own line (whose sum may be
    more), `excluded` what is no count of people: impressions and estimates, apart."""

    people: int = 0
    by_org: Mapping[str, int] = field(default_factory=dict)
    excluded: Mapping[str, int] = field(default_factory=dict)
    counted: tuple[CampaignFact, ...] = ()
