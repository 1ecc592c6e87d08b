"""What came of activities in a class, as a teacher sees it: counts, never a pupil."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lms.classrooms.models import ClassStep
from quizzes.selectors import ActivityCounts, activities_of_group


@dataclass(frozen=True, slots=True)
class ActivityView:
    """One activity at one step: how many opened it and came to an end, what of the score they
    reached, and whose word the score is, in sentences."""

    number: int
    title: str
    opened: int
    completed: int
    score: str
    source: str


def activity_views(group: UUID, rows: Iterable[ClassStep]) -> list[ActivityView]:
    """The activities that somebody of the class opened, in the order of its steps."""
    numbers = {row.step.translation_key: row.number for row in rows}
    found = [one for one in activities_of_group(group) if one.step in numbers]
    views = [
        ActivityView(
            number=numbers[one.step],
            title=one.title,
            opened=one.counts.n,
            completed=one.counts.completed,
            score=_score(one.counts),
            source=_source(one.counts),
        )
        for one in found
    ]
    return sorted(views, key=lambda view: (view.number, view.title))


def _score(counts: ActivityCounts) -> str:
    if not counts.scored:
        return ""
    text = ngettext(
        "%(count)s din %(all)s a luat tot punctajul",
        "%(count)s din %(all)s au luat tot punctajul",
        counts.full,
    ) % {"count": counts.full, "all": counts.scored}
    if counts.percent is None:
        return text
    return _("%(text)s; în medie %(percent)s %%") % {"text": text, "percent": counts.percent}


def _source(counts: ActivityCounts) -> str:
    if not counts.scored:
        return ""
    if not counts.by_client:
        return _("socotit de site din răspunsuri")
    if not counts.by_server:
        return _("spus de activitate, neverificat")
    return _("socotit de site: %(server)s, spus de activitate: %(client)s") % {
        "server": counts.by_server,
        "client": counts.by_client,
    }
