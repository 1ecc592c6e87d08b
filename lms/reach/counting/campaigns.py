"""RR11: people that campaigns reached. Joint events count once for the platform."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from lms.campaigns.enums import FIGURE_KINDS, PEOPLE_METHODS, Method
from lms.core.headcounts import People, total
from lms.core.record_status import COUNTED_RECORDS


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


def count_campaigns(facts: Iterable[CampaignFact]) -> CampaignReport:
    """Count the facts of one year.

    An organisation that reports one event both by attendance and by unique visitors has two
    figures for partly the same people: its line takes the higher one. The platform takes of each
    event the highest figure of any organisation.
    """
    held = [fact for fact in facts if fact.status in COUNTED_RECORDS]
    counted = [fact for fact in held if fact.method in PEOPLE_METHODS]
    of_organisation: dict[tuple[str, str], People] = {}
    of_event: dict[str, People] = {}
    for fact in counted:
        own, people = (fact.organisation, fact.event_key), People(fact.people)
        of_organisation[own] = max(of_organisation.get(own, People()), people)
        of_event[fact.event_key] = max(of_event.get(fact.event_key, People()), people)
    by_org: dict[str, People] = {}
    for (organisation, _event), people in sorted(of_organisation.items()):
        by_org[organisation] = by_org.get(organisation, People()) + people
    return CampaignReport(
        people=total(People, of_event.values()).count,
        by_org={organisation: people.count for organisation, people in by_org.items()},
        excluded={
            method.value: _apart(method, held) for method in (Method.IMPRESSIONS, Method.ESTIMATE)
        },
        counted=tuple(sorted(counted)),
    )


def _apart(method: Method, held: Iterable[CampaignFact]) -> int:
    kind = FIGURE_KINDS[method]
    return total(kind, (kind(fact.people) for fact in held if fact.method == method)).count
