"""What counting needs to know of one class session, whichever table or file it was read from."""

from datetime import date, datetime
from hashlib import sha256
from typing import NamedTuple

from lms.classrooms import rules
from lms.core.enums import Cycle
from lms.core.grades import cycle_of
from lms.core.periods import school_year_start
from lms.reach.counting.cells import Cell

# Never the code of a member: codes are in capitals.
NO_ORGANISATION = "fara"


class SessionFact(NamedTuple):
    """The one revision of a class session that holds at the asked moment (RR1).

    `school_id`, `school` (its code), `county` and `medium` come from today's school list; None and
    empty when the list does not know the school (RR10). `grade` is 0–13 or None, `letter` empty
    when there is none (RR5). `lesson` is one code for a plan in all its languages, `class_only`
    says that the plan is not meant for an assembly. `first_recorded_at` belongs to the first
    revision, `recorded_at` to this one. `teacher` is a token, never a name.
    """

    reference: str
    status: str
    first_recorded_at: datetime
    recorded_at: datetime
    date: date
    school_id: int | None = None
    school: str = ""
    county: str = ""
    medium: str = ""
    grade: int | None = None
    letter: str = ""
    lesson: str = ""
    class_only: bool = False
    organisation: str = NO_ORGANISATION
    girls: int = 0
    boys: int = 0
    undisclosed: int = 0
    adults: int = 0
    duration: int | None = None
    modality: str = "in_person"
    group_type: str = "class"
    duplicate_override: bool = False
    teacher: str = ""

    @property
    def pupils(self) -> int:
        """RR3."""
        return self.girls + self.boys + self.undisclosed

    @property
    def cell(self) -> Cell:
        """This session alone, as a cell."""
        pupils = self.girls + self.boys + self.undisclosed
        return Cell(1, self.girls, self.boys, self.undisclosed, pupils, self.adults)

    @property
    def cycle(self) -> Cycle:
        """The level of the class, "nespecificat" without a class."""
        return cycle_of(self.grade)

    @property
    def cohort(self) -> tuple[object, ...]:
        """RR9: the children that sit in this class, this year and the next ones of the cycle."""
        if self.grade is None:
            return ("unlabelled", self.reference)
        entered = school_year_start(self.date) - self.grade
        return (self.school_id, self.cycle, self.letter, entered)

    @property
    def teacher_mark(self) -> str:
        """12 hex digits that tell teachers apart in a list or an address: the token itself, which
        stands for one person everywhere, stays where it is. Empty when nobody is known."""
        return sha256(self.teacher.encode()).hexdigest()[:12] if self.teacher else ""

    @property
    def same_lesson(self) -> rules.DuplicateKey | None:
        """RR6: what two reports of one class session share; None for unlabelled groups."""
        return rules.duplicate_key(
            school=self.school_id,
            grade=self.grade,
            letter=self.letter,
            lesson=self.lesson,
            day=self.date,
        )
