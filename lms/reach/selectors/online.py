"""The completions behind an online figure, gathered by class, module and day: never by learner."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from lms.classrooms.models import SchoolClass
from lms.core.periods import Period
from lms.reach.counting.online import CompletionFact, OnlineCell, online_cell, split_completions
from lms.reach.counting.online_filters import OnlineFilter
from lms.reach.selectors.completions import completion_facts, counted_sessions


@dataclass(frozen=True, slots=True)
class CompletionLine:
    """The completions of one module in one class on one day. `class_label` is what the teacher
    called the class; `session` the reference of the class session that it became."""

    date: date
    module: str
    age_band: str
    group: str
    class_label: str
    session: str
    cell: OnlineCell


@dataclass(frozen=True, slots=True)
class FoundCompletions:
    """The completions of one figure, latest first, and what they add up to."""

    cell: OnlineCell
    lines: tuple[CompletionLine, ...]


def find_completions(period: Period, wanted: OnlineFilter) -> FoundCompletions:
    """Exactly the completions that an online figure of the period is made of."""
    completions = completion_facts(period)
    online, in_sessions = split_completions(completions, counted_sessions(period, completions))
    found = [fact for fact in (in_sessions if wanted.in_sessions else online) if wanted.holds(fact)]
    return FoundCompletions(online_cell(found), _lines(found))


def _lines(found: Iterable[CompletionFact]) -> tuple[CompletionLine, ...]:
    together: dict[tuple[date, str, str], list[CompletionFact]] = defaultdict(list)
    for fact in found:
        together[fact.date, fact.module, fact.group].append(fact)
    labels = _labels({group for _day, _module, group in together} - {""})
    ordered = sorted(together.items(), reverse=True)
    return tuple(
        CompletionLine(
            date=day,
            module=module,
            age_band=facts[0].age_band,
            group=group,
            class_label=labels.get(group, ""),
            session=facts[0].session,
            cell=online_cell(facts),
        )
        for (day, module, group), facts in ordered
    )


def _labels(groups: set[str]) -> dict[str, str]:
    """What the classes are called, looked up in parts that any database takes."""
    ordered = sorted(map(UUID, groups))
    labels: dict[str, str] = {}
    for first in range(0, len(ordered), 500):
        classes = SchoolClass.objects.filter(public_id__in=ordered[first : first + 500]).order_by()
        labels |= {
            str(key): label for key, label in classes.values_list("public_id", "class_label")
        }
    return labels
