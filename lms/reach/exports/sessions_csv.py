"""The sessions behind a figure as CSV: a million lines in a few seconds.

What repeats from line to line (a school, a lesson, a state) is made into cells once and kept; only
the rest is made afresh.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from django.utils.translation import gettext as _

from lms.classrooms.enums import Doubt, GroupType, Modality, Quarantine, Status
from lms.core.class_labels import ClassLabel
from lms.core.grades import cycle_of
from lms.core.safe_cell import SEPARATOR, csv_cell, csv_chunks
from lms.reach.counting import Breakdown, Standing
from lms.reach.selectors import Judgements
from lms.reach.selectors.names import PartNames
from lms.reach.selectors.schools import SchoolName


def sessions_csv(
    found: Judgements, names: PartNames, schools: Mapping[str, SchoolName]
) -> Iterator[bytes]:
    """The sessions behind a figure, in the words of the reader's language."""
    return csv_chunks(_lines(found.listed(), names, schools))


def _lines(
    rows: Iterable[tuple[Any, ...]], names: PartNames, schools: Mapping[str, SchoolName]
) -> Iterator[str]:
    yield _cells(_header())
    state, school, group = cache(_state), cache(_school_in(schools)), cache(_group)
    taught, remarks = cache(_taught_in(names)), cache(_remarks)
    plain, s = cache(csv_cell), SEPARATOR
    for (
        day, reference, status, standing, siiir, grade, letter, group_type, modality, duration,
        lesson, organisation, girls, boys, undisclosed, pupils, adults, reasons, warnings,
    ) in rows:  # fmt: skip
        yield (
            f"{csv_cell(reference)}{s}{plain(day)}{s}{state(status, standing)}{s}{school(siiir)}{s}"
            f"{group(grade, letter, group_type, modality)}{s}{plain(duration)}{s}"
            f"{taught(lesson, organisation)}{s}1{s}{girls}{s}{boys}{s}{undisclosed}{s}{pupils}{s}"
            f"{adults}{s}{remarks(reasons, warnings)}"
        )


def _header() -> list[str]:
    return [
        _("referință"), _("data"), _("stare"), _("în raport"), _("județ"), _("localitate"),
        _("școala"), _("cod SIIIR"), _("clasa"), _("nivel"), _("grup"), _("mod"), _("minute"),
        _("lecția"), _("organizația"), _("sesiuni"), _("fete"), _("băieți"), _("fără precizare"),
        _("elevi"), _("adulți"), _("motive"),
    ]  # fmt: skip


def _state(status: str, standing: str) -> str:
    return _cells((Status(status).label, Standing(standing).label))


def _school_in(schools: Mapping[str, SchoolName]) -> Callable[[str], str]:
    def cells(siiir: str) -> str:
        school = schools.get(siiir)
        named = (school.county, school.locality, school.name) if school else ("", "", "")
        return _cells((*named, siiir))

    return cells


def _group(grade: int | None, letter: str, group_type: str, modality: str) -> str:
    label = "" if grade is None else str(ClassLabel(grade, letter))
    how = (GroupType(group_type).label, Modality(modality).label)
    return _cells((label, cycle_of(grade).label, *how))


def _taught_in(names: PartNames) -> Callable[[str, str], str]:
    def cells(lesson: str, organisation: str) -> str:
        called = names.of(Breakdown.LESSON, lesson), names.of(Breakdown.ORGANISATION, organisation)
        return _cells(called)

    return cells


def _remarks(reasons: str, warnings: str) -> str:
    labels = [Quarantine(code).label for code in reasons.split()]
    labels += [Doubt(code).label for code in warnings.split()]
    return csv_cell("; ".join(map(str, labels)))


def _cells(values: Iterable[object]) -> str:
    return SEPARATOR.join(map(csv_cell, values))
