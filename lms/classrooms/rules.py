"""The plausibility and duplicate rules (RR4, RR6) as pure functions on plain data.

The form shows them at entry, the import in its preview, the reach report when it counts: one text
of the rules for all three. Nothing here reads the database.
"""

import datetime as dt
from dataclasses import dataclass

from lms.classrooms.enums import Doubt, GroupType, Modality, Quarantine

MOST_PUPILS = 60
MANY_PUPILS = 40
SHORTEST_MINUTES = 20
LONGEST_MINUTES = 240
LATE_AFTER_DAYS = 90


@dataclass(frozen=True, slots=True)
class SessionRow:
    """What the rules look at.

    `recorded_on` is the local day on which the revision was recorded and `first_recorded_on` that
    of the first one (None: the same), `duration` is in minutes or None when it is not known,
    `class_only` says that the plan is not meant for an assembly.
    """

    date: dt.date
    recorded_on: dt.date
    school_known: bool
    pupils: int
    adults: int
    duration: int | None = None
    modality: str = Modality.IN_PERSON
    group_type: str = GroupType.CLASS
    class_only: bool = False
    first_recorded_on: dt.date | None = None


def quarantine_reasons(row: SessionRow) -> tuple[Quarantine, ...]:
    """Why the session is kept and not counted; empty when nothing stands against it (RR4)."""
    reasons = {
        Quarantine.UNKNOWN_SCHOOL: not row.school_known,
        Quarantine.FUTURE_DATE: row.date > row.recorded_on,
        Quarantine.NOBODY: row.pupils == 0 and row.adults == 0,
        Quarantine.TOO_MANY: row.pupils > MOST_PUPILS and row.group_type != GroupType.ASSEMBLY,
    }
    return tuple(reason for reason, holds in reasons.items() if holds)


def warnings(row: SessionRow) -> tuple[Doubt, ...]:
    """What is unusual about a session that counts all the same (RR4, and R34 for class plans)."""
    crowded = row.pupils > MANY_PUPILS
    # A correction months later does not make late what was recorded in time.
    first_day = row.first_recorded_on or row.recorded_on
    doubts = {
        # An assembly is crowded by its nature; for a plan of one class that is the doubt itself.
        Doubt.MANY_PUPILS: crowded and not row.class_only,
        Doubt.NOT_FOR_ASSEMBLY: row.class_only and crowded,
        Doubt.SHORT: row.duration is not None and row.duration < SHORTEST_MINUTES,
        Doubt.LONG: row.duration is not None and row.duration > LONGEST_MINUTES,
        Doubt.LATE: (first_day - row.date).days > LATE_AFTER_DAYS,
        Doubt.WEEKEND: row.modality == Modality.IN_PERSON and row.date.weekday() >= 5,
    }
    return tuple(doubt for doubt, holds in doubts.items() if holds)


DuplicateKey = tuple[int, int, str, str, dt.date]


def duplicate_key(
    *, school: int | None, grade: int | None, letter: str, lesson: str, day: dt.date
) -> DuplicateKey | None:
    """What two sessions share when one repeats the other (RR6): school, class, lesson, date.

    `school` is the primary key of the school that counts, `lesson` whatever stands for a plan in
    all its languages, or the code of a lesson from elsewhere. None for a group without a class
    label or without a known school: such a one is never a duplicate by itself.
    """
    if school is None or grade is None:
        return None
    return (school, grade, letter, lesson, day)
