"""RR12: who worked through a module online, apart from the pupils of class sessions.

A learner is new in every class, so the same child at two classes is two learners: the number of
completers is an upper estimate. It is never added to pupils.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from lms.core.enums import AgeBand


class CompletionFact(NamedTuple):
    """One learner × one module. `token` is the random id that the learner had, `module` one code
    for a module in all its languages, `age_band` whom it is written for; `group` is the class,
    `session` the reference of the class session that the class became, each empty without one."""

    token: str
    module: str
    date: date
    age_band: str = ""
    group: str = ""
    session: str = ""


class OnlineCell(NamedTuple):
    """Different learners and their completions: two units, never added to each other."""

    completers: int = 0
    completions: int = 0


NONE_ONLINE = OnlineCell()


class OnlineCut(TextChoices):
    """The ways the completions are cut. Completions of the parts add up to the whole; completers
    do not, because one learner may complete two modules, in two months."""

    MODULE = "online_by_module", _("Modul")
    MONTH = "online_by_month", _("Lună")
    AGE_BAND = "online_by_age_band", _("Vârsta")


ONLINE_PART_OF: dict[OnlineCut, Callable[[CompletionFact], str]] = {
    OnlineCut.MODULE: lambda fact: fact.module,
    OnlineCut.MONTH: lambda fact: f"{fact.date.year:04d}-{fact.date.month:02d}",
    OnlineCut.AGE_BAND: lambda fact: fact.age_band,
}


@dataclass(frozen=True, slots=True)
class OnlineReport:
    """What counts as online, cut three ways, and what is left to counted class sessions."""

    online: OnlineCell = NONE_ONLINE
    in_sessions: OnlineCell = NONE_ONLINE
    breakdowns: Mapping[OnlineCut, Mapping[str, OnlineCell]] = field(default_factory=dict)


def count_online(
    completions: Iterable[CompletionFact],
    counted_sessions: Collection[str],
    months: tuple[str, ...] = (),
) -> OnlineReport:
    """Count the completions of a period. `counted_sessions` holds the references of class sessions
    that count, `months` the ones to show even without completions."""
    online, in_sessions = split_completions(completions, counted_sessions)
    shown = {OnlineCut.MONTH: months, OnlineCut.AGE_BAND: tuple(AgeBand.values)}
    return OnlineReport(
        online=online_cell(online),
        in_sessions=online_cell(in_sessions),
        breakdowns={cut: _cut(online, cut, shown.get(cut, ())) for cut in OnlineCut},
    )


def split_completions(
    completions: Iterable[CompletionFact], counted_sessions: Collection[str]
) -> tuple[list[CompletionFact], list[CompletionFact]]:
    """The completions that count as online, and those whose class is counted as a class session.

    One learner × one module counts once, the earliest; an unconfirmed, quarantined, void or
    duplicate session takes nothing out.
    """
    online: dict[tuple[str, str], CompletionFact] = {}
    in_sessions: dict[tuple[str, str], CompletionFact] = {}
    for fact in sorted(completions, key=lambda fact: (fact.date, fact)):
        place = in_sessions if fact.session and fact.session in counted_sessions else online
        place.setdefault((fact.token, fact.module), fact)
    return list(online.values()), list(in_sessions.values())


def online_cell(completions: Collection[CompletionFact]) -> OnlineCell:
    """These completions as a cell."""
    return OnlineCell(len({fact.token for fact in completions}), len(completions))


def _cut(
    completions: list[CompletionFact], cut: OnlineCut, parts: tuple[str, ...]
) -> Mapping[str, OnlineCell]:
    found: dict[str, list[CompletionFact]] = {part: [] for part in parts}
    part_of = ONLINE_PART_OF[cut]
    for fact in completions:
        found.setdefault(part_of(fact), []).append(fact)
    others = sorted(found.keys() - set(parts))
    return {part: online_cell(found[part]) for part in (*parts, *others)}
