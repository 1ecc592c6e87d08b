"""The sessions of a figure gathered by school and by teacher, which have figures of their own."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from lms.reach.counting import Cell, Judged, SessionFact
from lms.reach.counting.cells import total
from lms.reach.counting.filters import WITHOUT_SCHOOL, WITHOUT_TEACHER, SessionFilter
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
    by_school = _by(found, lambda fact: fact.school)
    nobodys = by_school.pop("", [])
    lines = [
        SchoolLine(
            siiir=siiir,
            school=names[siiir],
            teachers=len({row.fact.teacher for row in rows} - {""}),
            cell=total(row.fact.cell for row in rows),
            query=replace(wanted, school=siiir).query(),
        )
        for siiir, rows in by_school.items()
    ]
    lines.sort(key=lambda line: (line.school.rank, line.siiir))
    return lines, _nobodys(nobodys, replace(wanted, school=WITHOUT_SCHOOL))


def teachers_in(
    found: FoundSessions, wanted: SessionFilter
) -> tuple[list[TeacherLine], NobodysLine]:
    """The teachers of the found sessions, those with most sessions first, and what is nobody's."""
    by_teacher = _by(found, lambda fact: fact.teacher)
    nobodys = by_teacher.pop("", [])
    lines = [
        TeacherLine(
            mark=rows[0].fact.teacher_mark,
            schools=len({row.fact.school for row in rows} - {""}),
            first=min(row.fact.date for row in rows),
            last=max(row.fact.date for row in rows),
            cell=total(row.fact.cell for row in rows),
            query=replace(wanted, teacher=rows[0].fact.teacher_mark).query(),
        )
        for rows in by_teacher.values()
    ]
    lines.sort(key=lambda line: (-line.cell.sessions, line.mark))
    return lines, _nobodys(nobodys, replace(wanted, teacher=WITHOUT_TEACHER))


def _by(found: FoundSessions, key: Callable[[SessionFact], str]) -> dict[str, list[Judged]]:
    gathered: dict[str, list[Judged]] = defaultdict(list)
    for row in found.rows:
        gathered[key(row.fact)].append(row)
    return gathered


def _nobodys(rows: list[Judged], wanted: SessionFilter) -> NobodysLine:
    return NobodysLine(total(row.fact.cell for row in rows), wanted.query())
