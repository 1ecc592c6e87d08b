"""The sessions of a figure gathered by school and by teacher, which have figures of their own."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Count, Max, Min, Q

from lms.reach.counting import ZERO, Cell, Judged
from lms.reach.counting.cells import total
from lms.reach.counting.filters import WITHOUT_SCHOOL, WITHOUT_TEACHER, SessionFilter
from lms.reach.selectors.cells import SUMS, cell_of
from lms.reach.selectors.judged import Judgements, read
from lms.reach.selectors.schools import SchoolName
from lms.reach.selectors.sessions import FoundSessions


@dataclass(frozen=True, slots=True)
class SchoolLine:
    """A school's part of a figure; `query` finds its sessions."""

    siiir: str
    school: SchoolName
    teachers: int
    cell: Cell
    query: str


@dataclass(frozen=True, slots=True)
class TeacherLine:
    """A teacher's part of a figure, by a mark that says nobody's name."""

    mark: str
    schools: int
    first: date
    last: date
    cell: Cell
    query: str


@dataclass(frozen=True, slots=True)
class NobodysLine:
    """The sessions of a figure that belong to no known school, or to no known teacher."""

    cell: Cell
    query: str


def schools_in(
    found: FoundSessions, wanted: SessionFilter, names: Mapping[str, SchoolName]
) -> tuple[list[SchoolLine], NobodysLine]:
    """The schools of the found sessions, by county, locality and name, and what is at none."""
    groups = _gathered(found.rows, "siiir")
    nobodys = groups.pop("", None)
    lines = [
        SchoolLine(
            siiir=siiir,
            school=names[siiir],
            teachers=group.teachers,
            cell=group.cell,
            query=replace(wanted, school=siiir).query(),
        )
        for siiir, group in groups.items()
    ]
    lines.sort(key=lambda line: (line.school.rank, line.siiir))
    return lines, _nobodys(nobodys, replace(wanted, school=WITHOUT_SCHOOL))


def teachers_in(
    found: FoundSessions, wanted: SessionFilter
) -> tuple[list[TeacherLine], NobodysLine]:
    """The teachers of the found sessions, those with most sessions first, and what is nobody's."""
    groups = _gathered(found.rows, "teacher_mark")
    nobodys = groups.pop("", None)
    lines = [
        TeacherLine(
            mark=mark,
            schools=group.schools,
            first=group.first,
            last=group.last,
            cell=group.cell,
            query=replace(wanted, teacher=mark).query(),
        )
        for mark, group in groups.items()
    ]
    lines.sort(key=lambda line: (-line.cell.sessions, line.mark))
    return lines, _nobodys(nobodys, replace(wanted, teacher=WITHOUT_TEACHER))


class _Group(NamedTuple):
    cell: Cell
    schools: int
    teachers: int
    first: date
    last: date


_FACT_OF = {"siiir": "school", "teacher_mark": "teacher_mark"}
_OTHERS: dict[str, Any] = {
    "schools": Count("school", distinct=True),
    "teachers": Count("teacher", distinct=True, filter=~Q(teacher="")),
    "first": Min("date"),
    "last": Max("date"),
}


def _gathered(rows: Judgements, column: str) -> dict[str, _Group]:
    """The sessions by one column. The groups that have a session judged in memory are gathered
    there as a whole: different teachers of two halves cannot be added."""
    extra: dict[str, list[Judged]] = defaultdict(list)
    for row in rows.extra:
        extra[getattr(row.fact, _FACT_OF[column])].append(row)
    for row in read(rows.lines.filter(**{f"{column}__in": list(extra)})) if extra else ():
        extra[getattr(row.fact, _FACT_OF[column])].append(row)
    groups = dict(_groups_of_lines(rows, column, without=list(extra)))
    return groups | {key: _group(judged) for key, judged in extra.items()}


def _groups_of_lines(
    rows: Judgements, column: str, without: list[str]
) -> Iterator[tuple[str, _Group]]:
    lines = rows.lines.exclude(**{f"{column}__in": without}) if without else rows.lines
    groups = lines.order_by().values(column).annotate(**SUMS, **_OTHERS)
    for key, *values in groups.values_list(column, *SUMS, *_OTHERS):
        yield key, _Group(cell_of(values[: len(SUMS)]), *values[len(SUMS) :])


def _group(rows: list[Judged]) -> _Group:
    facts = [row.fact for row in rows]
    days = [fact.date for fact in facts]
    return _Group(
        cell=total(fact.cell for fact in facts),
        schools=len({fact.school for fact in facts} - {""}),
        teachers=len({fact.teacher for fact in facts} - {""}),
        first=min(days),
        last=max(days),
    )


def _nobodys(group: _Group | None, wanted: SessionFilter) -> NobodysLine:
    return NobodysLine(group.cell if group else ZERO, wanted.query())
