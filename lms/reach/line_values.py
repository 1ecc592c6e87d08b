"""A judged session as the values of its line, and back."""

from typing import Any

from lms.classrooms.enums import Doubt, Quarantine
from lms.reach.counting import Judged, SessionFact, Standing
from lms.reach.counting.breakdowns import PART_OF, Breakdown

COLUMNS = (
    "session_id", "revision_id", "reference", "status", "standing", "first_recorded_at",
    "recorded_at", "date", "month", "school_id", "siiir", "county", "medium", "level", "grade",
    "letter", "cohort", "lesson", "class_only", "organisation", "girls", "boys", "undisclosed",
    "pupils", "adults", "duration", "modality", "group_type", "duplicate_override", "teacher",
    "teacher_mark", "reasons", "warnings", "counted_instead",
)  # fmt: skip
# What a judged session is read back from, in the order in which `judged_of` takes it.
READ = (
    "standing", "reasons", "warnings", "counted_instead",
    "reference", "status", "first_recorded_at", "recorded_at", "date", "school_id", "siiir",
    "county", "medium", "grade", "letter", "lesson", "class_only", "organisation", "girls",
    "boys", "undisclosed", "adults", "duration", "modality", "group_type", "duplicate_override",
    "teacher",
)  # fmt: skip

# What a file of sessions is written from; `day` is the date as text.
LISTED = (
    "day", "reference", "status", "standing", "siiir", "grade", "letter", "group_type", "modality",
    "duration", "lesson", "organisation", "girls", "boys", "undisclosed", "pupils", "adults",
    "reasons", "warnings",
)  # fmt: skip


def values_of(session: int, revision: int, judged: Judged) -> tuple[object, ...]:
    """The values of a line in the order of COLUMNS."""
    fact = judged.fact
    return (
        session, revision, fact.reference, fact.status, judged.standing.value,
        fact.first_recorded_at, fact.recorded_at, fact.date, PART_OF[Breakdown.MONTH](fact),
        fact.school_id, fact.school, fact.county, fact.medium, fact.cycle.value, fact.grade,
        fact.letter, cohort_text(fact), fact.lesson, fact.class_only, fact.organisation,
        fact.girls, fact.boys, fact.undisclosed, fact.pupils, fact.adults, fact.duration,
        fact.modality, fact.group_type, fact.duplicate_override, fact.teacher,
        fact.teacher_mark, " ".join(judged.reasons), " ".join(judged.warnings),
        judged.counted_instead,
    )  # fmt: skip


def cohort_text(fact: SessionFact) -> str:
    """RR9's key as one text: equal for two facts exactly when their cohorts are."""
    return ".".join(map(str, fact.cohort))


def judged_of(values: tuple[Any, ...]) -> Judged:
    """The judged session of the values that READ names."""
    standing, reasons, warnings, counted_instead, *fact = values
    return Judged(
        SessionFact._make(fact),
        Standing(standing),
        tuple(map(Quarantine, reasons.split())),
        tuple(map(Doubt, warnings.split())),
        counted_instead,
    )


def listed_values(judged: Judged) -> tuple[object, ...]:
    """The values of a judged session that LISTED names, as its line would have them."""
    line = dict(zip(COLUMNS, values_of(0, 0, judged), strict=True))
    line["day"] = judged.fact.date.isoformat()
    return tuple(line[name] for name in LISTED)
