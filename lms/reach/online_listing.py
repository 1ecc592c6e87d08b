"""A page of completions as the secretariat reads it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.utils.translation import gettext_lazy

from lms.reach.counting import OnlineCut
from lms.reach.counting.online_filters import OnlineFilter
from lms.reach.listing import Choice
from lms.reach.selectors.names import PartNames
from lms.reach.selectors.online import CompletionLine


@dataclass(frozen=True, slots=True)
class NamedLine:
    """The completions of a class at a module on a day, in words. The mark tells classes apart."""

    line: CompletionLine
    module: str
    age: str
    group_mark: str


def named_lines(lines: Iterable[CompletionLine], names: PartNames) -> list[NamedLine]:
    """The lines in the words of the reader's language."""
    return [
        NamedLine(
            line=line,
            module=names.of(OnlineCut.MODULE, line.module),
            age=names.of(OnlineCut.AGE_BAND, line.age_band),
            group_mark=line.group[:8],
        )
        for line in lines
    ]


_STATES = (
    (gettext_lazy("online"), False),
    (gettext_lazy("în sesiuni la clasă numărate"), True),
)


def states(wanted: OnlineFilter) -> list[Choice]:
    """The same cut of what counts as online, and of what is left to class sessions."""
    return [
        Choice(
            name,
            replace(wanted, in_sessions=in_sessions).query(),
            current=in_sessions == wanted.in_sessions,
        )
        for name, in_sessions in _STATES
    ]


def chosen_parts(wanted: OnlineFilter, names: PartNames) -> list[Choice]:
    """What narrows the list, each with the query that takes it away."""
    return [
        Choice(
            f"{cut.label}: {names.of(cut, part)}",
            replace(wanted, parts={c: p for c, p in wanted.parts.items() if c is not cut}).query(),
        )
        for cut, part in wanted.parts.items()
    ]
