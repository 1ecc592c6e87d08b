"""The one table grade → age band → cycle, and how grades are written.

A grade is an int: `PRE` (-1) kindergarten, 0 the preparatory class, 1 to 13 the grades I–XIII.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext

from .enums import AgeBand, Cycle

PRE = -1


@dataclass(frozen=True, slots=True)
class GradeRow:
    """One line of the table; `roman` is empty for the two grades that have no numeral."""

    grade: int
    roman: str
    band: AgeBand
    cycle: Cycle


# Kindergarten is below every band; it takes the youngest one, whose limits on hard material are
# the strictest. IX is taught at 14–15 and belongs to 15–18, with the rest of its school.
GRADES: tuple[GradeRow, ...] = (
    GradeRow(PRE, "", AgeBand.AGES_6_10, Cycle.PRESCHOOL),
    GradeRow(0, "", AgeBand.AGES_6_10, Cycle.PRIMARY),
    GradeRow(1, "I", AgeBand.AGES_6_10, Cycle.PRIMARY),
    GradeRow(2, "II", AgeBand.AGES_6_10, Cycle.PRIMARY),
    GradeRow(3, "III", AgeBand.AGES_6_10, Cycle.PRIMARY),
    GradeRow(4, "IV", AgeBand.AGES_6_10, Cycle.PRIMARY),
    GradeRow(5, "V", AgeBand.AGES_11_14, Cycle.LOWER_SECONDARY),
    GradeRow(6, "VI", AgeBand.AGES_11_14, Cycle.LOWER_SECONDARY),
    GradeRow(7, "VII", AgeBand.AGES_11_14, Cycle.LOWER_SECONDARY),
    GradeRow(8, "VIII", AgeBand.AGES_11_14, Cycle.LOWER_SECONDARY),
    GradeRow(9, "IX", AgeBand.AGES_15_18, Cycle.UPPER_SECONDARY),
    GradeRow(10, "X", AgeBand.AGES_15_18, Cycle.UPPER_SECONDARY),
    GradeRow(11, "XI", AgeBand.AGES_15_18, Cycle.UPPER_SECONDARY),
    GradeRow(12, "XII", AgeBand.AGES_15_18, Cycle.UPPER_SECONDARY),
    GradeRow(13, "XIII", AgeBand.AGES_15_18, Cycle.UPPER_SECONDARY),
)
GRADE_BY_ROMAN: dict[str, int] = {row.roman: row.grade for row in GRADES if row.roman}
_ROW_BY_GRADE = {row.grade: row for row in GRADES}


def grade_row(grade: int) -> GradeRow:
    """The table's line for a grade. Raises ValueError outside PRE, 0–13."""
    try:
        return _ROW_BY_GRADE[grade]
    except KeyError:
        raise ValueError(f"no such grade: {grade!r}") from None


def age_band_of(grade: int) -> AgeBand:
    """The age band a grade belongs to. Raises ValueError outside PRE, 0–13."""
    return grade_row(grade).band


def cycle_of(grade: int | None) -> Cycle:
    """The school cycle of a grade; None (no class label) is `nespecificat`.

    Raises ValueError outside PRE, 0–13.
    """
    return Cycle.UNSPECIFIED if grade is None else grade_row(grade).cycle


def grade_label(grade: int) -> str:
    """How one grade is written: "preșcolar", "pregătitoare", "I" … "XIII", in the active language.

    Raises ValueError outside PRE, 0–13.
    """
    row = grade_row(grade)
    if row.grade == PRE:
        return gettext("preșcolar")
    return row.roman or gettext("pregătitoare")


def grades_label(grades: Iterable[int]) -> str:
    """How a set of grades is written: [5, 6, 7, 8] is "V–VIII", [8, 5, 6] is "V–VI, VIII".

    Order and repetition do not matter; an empty set gives "". Raises ValueError for an unknown
    grade.
    """
    ordered = sorted({grade_row(grade).grade for grade in grades})
    # Neighbours share the same difference to their position. PRE is written apart: a kindergarten
    # group is not a grade, and "preșcolar–II" reads as if it were.
    runs = [
        [grade for _, grade in run]
        for _, run in groupby(
            enumerate(ordered), key=lambda item: (item[1] == PRE, item[1] - item[0])
        )
    ]
    return ", ".join(
        grade_label(run[0]) if len(run) == 1 else f"{grade_label(run[0])}–{grade_label(run[-1])}"
        for run in runs
    )
