"""A page of sessions as the secretariat reads it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lms.classrooms.enums import Status
from lms.classrooms.models import ClassSessionRevision
from lms.reach.counting import Breakdown, Judged, Standing
from lms.reach.counting.filters import (
    WITH_TEACHER,
    WITHOUT_SCHOOL,
    WITHOUT_TEACHER,
    SessionFilter,
)
from lms.reach.selectors.names import PartNames
from lms.reach.selectors.schools import school_called
from lms.reach.selectors.sessions import revisions_by_reference

BADGES = {
    Status.VERIFIED: "success",
    Status.UNCONFIRMED: "warning",
    Status.REJECTED: "error",
    Status.VOID: "plain",
    Status.DRAFT: "plain",
}


_STANDING_SENTENCES = {
    Standing.COUNTED: gettext_lazy("se numără"),
    Standing.UNCONFIRMED: gettext_lazy("neconfirmată, arătată separat"),
    Standing.QUARANTINED: gettext_lazy("în carantină, nu se numără"),
    Standing.DUPLICATE: gettext_lazy("dublură, nu se numără"),
    Standing.NOT_REPORTED: gettext_lazy("nu se numără"),
}


def standing_sentence(judged: Judged | None) -> str:
    """Where one session stands, in words."""
    return str(_STANDING_SENTENCES[judged.standing]) if judged else ""


@dataclass(frozen=True, slots=True)
class SessionLine:
    """One session: what was counted, what was typed, and why it stands where it stands."""

    judged: Judged
    revision: ClassSessionRevision
    lesson: str
    badge: str
    remarks: tuple[str | Promise, ...]


def lines(rows: Iterable[Judged], names: PartNames) -> list[SessionLine]:
    """One line a session, in the same order. One query."""
    judged = list(rows)
    revisions = revisions_by_reference([row.fact.reference for row in judged])
    return [
        SessionLine(
            judged=row,
            revision=revisions[row.fact.reference],
            lesson=names.of(Breakdown.LESSON, row.fact.lesson),
            badge=BADGES.get(Status(row.fact.status), ""),
            remarks=tuple(reason.label for reason in (*row.reasons, *row.warnings)),
        )
        for row in judged
    ]


@dataclass(frozen=True, slots=True)
class Choice:
    """A word with the query that it leads to."""

    name: str | Promise
    query: str
    current: bool = False


_STATES = (
    (gettext_lazy("numărate"), SessionFilter()),
    (gettext_lazy("verificate"), SessionFilter(verified_only=True)),
    (gettext_lazy("neconfirmate"), SessionFilter(standing=Standing.UNCONFIRMED)),
    (gettext_lazy("în carantină"), SessionFilter(standing=Standing.QUARANTINED)),
    (gettext_lazy("dubluri"), SessionFilter(standing=Standing.DUPLICATE)),
    (
        gettext_lazy("ciorne, returnate, anulate"),
        SessionFilter(standing=Standing.NOT_REPORTED),
    ),
)


def states(wanted: SessionFilter) -> list[Choice]:
    """The same cut in every state, to change from one to another."""
    choices = []
    for name, state in _STATES:
        there = replace(
            state,
            parts=wanted.parts,
            school=wanted.school,
            teacher=wanted.teacher,
            with_adults=wanted.with_adults,
        )
        choices.append(Choice(name, there.query(), current=_same_state(state, wanted)))
    return choices


def _same_state(one: SessionFilter, other: SessionFilter) -> bool:
    return (one.standing, one.verified_only) == (other.standing, other.verified_only)


_TEACHERS = {
    WITH_TEACHER: gettext_lazy("cu profesor identificat"),
    WITHOUT_TEACHER: gettext_lazy("fără profesor identificat"),
}


def chosen_parts(wanted: SessionFilter, names: PartNames) -> list[Choice]:
    """What narrows the list, each with the query that takes it away. One query for a school."""
    chosen = [
        Choice(
            f"{cut.label}: {names.of(cut, part)}",
            replace(wanted, parts=_without(wanted, cut)).query(),
        )
        for cut, part in wanted.parts.items()
    ]
    if wanted.reason:
        chosen.append(Choice(wanted.reason.label, replace(wanted, reason=None).query()))
    if wanted.warning:
        chosen.append(Choice(wanted.warning.label, replace(wanted, warning=None).query()))
    if wanted.teacher:
        name = _TEACHERS.get(wanted.teacher) or _("profesorul %(mark)s") % {"mark": wanted.teacher}
        chosen.append(Choice(name, replace(wanted, teacher="").query()))
    if wanted.school:
        chosen.append(Choice(_school(wanted.school), replace(wanted, school="").query()))
    if wanted.with_adults:
        chosen.append(Choice(_("cu adulți"), replace(wanted, with_adults=False).query()))
    if wanted.one_a_cohort:
        name = _("una din fiecare clasă (elevi diferiți)")
        chosen.append(Choice(name, replace(wanted, one_a_cohort=False).query()))
    return chosen


def _school(siiir: str) -> str:
    return _("fără școală din registru") if siiir == WITHOUT_SCHOOL else school_called(siiir)


def _without(wanted: SessionFilter, gone: Breakdown) -> dict[Breakdown, str]:
    return {cut: part for cut, part in wanted.parts.items() if cut is not gone}
