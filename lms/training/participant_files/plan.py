"""What a list would change: its rows beside the people of the event."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from lms.core.safe_cell import safe_cell
from lms.core.tables.problems import CellProblem, Problem
from lms.core.text import fold
from lms.training.enums import Enrolment
from lms.training.models import Participant, TrainingEvent
from lms.training.participant_files import columns
from lms.training.participant_files.matching import known_people, match_rows
from lms.training.participant_files.reading import SaidRow, clean
from lms.training.person_keys import person_key
from lms.training.selectors.rosters import marks_of


@dataclass(slots=True)
class PlannedRow:
    """A row with what it changes: `fields` of Participant, and `marks` that say something new."""

    said: SaidRow
    person: Participant | None
    fields: dict[str, str] = field(default_factory=dict)
    marks: tuple[tuple[int, bool], ...] = ()
    by_name: bool = False
    has_namesake: bool = False

    @property
    def is_new(self) -> bool:
        """Whether somebody comes onto the list."""
        return self.person is None

    @property
    def changes(self) -> bool:
        """Whether it says anything that is not known already."""
        return self.is_new or bool(self.fields or self.marks)

    @property
    def stays_withdrawn(self) -> bool:
        """Whether it names somebody who withdrew, and does not say that they came."""
        withdrew = self.person is not None and self.person.enrolment == Enrolment.WITHDRAWN
        return withdrew and "enrolment" not in self.fields


@dataclass(slots=True)
class ListPlan:
    """Everything that a list would change, and what stands against it."""

    rows: list[PlannedRow] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def changes(self) -> bool:
        """Whether there is anything to save."""
        return any(row.changes for row in self.rows)

    @property
    def digest(self) -> str:
        """The same for the same changes only."""
        plain = [
            (row.said.line, row.person.pk if row.person else None, sorted(row.fields.items()),
             row.marks)
            for row in self.rows
            if row.changes
        ]  # fmt: skip
        return hashlib.sha256(json.dumps(plain).encode()).hexdigest()


def plan_list(
    event: TrainingEvent, rows: Sequence[SaidRow], *, no_audience_at: int = 0
) -> ListPlan:
    """Compare the rows with the event's list. Writes nothing. Three queries.

    A file without a column for the audience is told so once, at `no_audience_at`.
    """
    people, plan = known_people(event), ListPlan()
    matched = match_rows(rows, people, plan.problems)
    numbers = dict(event.sittings.values_list("number", "pk"))
    said = marks_of(event)
    names = Counter(fold(person.name) for person in people if person.name)
    first: dict[int, int] = {}
    for row in rows:
        person, by_name = matched.get(row.line, (None, False))
        planned = PlannedRow(row, person, by_name=by_name)
        planned.fields = _fields(row, person)
        planned.marks = tuple(
            (number, present)
            for number, present in row.marks
            if number in numbers
            and (person is None or said.get((person.pk, numbers[number])) != present)
        )
        # Whoever was there is on the list, whatever was said of the place before.
        came = any(present for _number, present in planned.marks)
        if person and came and person.enrolment != Enrolment.ENROLLED:
            planned.fields["enrolment"] = Enrolment.ENROLLED.value
        planned.has_namesake = person is None and names[fold(row.name)] > 0
        plan.problems += _problems(planned, first, is_group_asked=not no_audience_at)
        plan.rows.append(planned)
    if no_audience_at and any(row.is_new for row in plan.rows):
        reason = _("coloana lipsește; adăugați-o")
        plan.problems.append(Problem(no_audience_at, columns.AUDIENCE, reason))
    plan.problems = sorted(set(plan.problems))
    return plan


def _fields(row: SaidRow, person: Participant | None) -> dict[str, str]:
    """What the row says otherwise than the list does. An empty cell leaves what was said, and an
    address is only ever filled in: it is by the address that somebody is known."""
    said = {name: str(getattr(row, name)) for name in ("name", "audience", "institution")}
    said |= {"email": row.email, "county_id": row.county}
    if person is None:
        return said
    if person.email:
        del said["email"]
    return {
        name: value
        for name, value in said.items()
        if value and value != _as_read(str(getattr(person, name) or ""))
    }


def _as_read(text: str) -> str:
    """What is stored, as a file of ours brings it back."""
    try:
        return clean(str(safe_cell(text)))
    except CellProblem:
        return text


def _problems(
    planned: PlannedRow, first: dict[int, int], *, is_group_asked: bool
) -> Iterator[Problem]:
    """What stands against a row. `first` are the lines of the people named so far."""
    row, person = planned.said, planned.person
    if person is None:
        if not row.name:
            yield Problem(row.line, columns.NAME, _("lipsește; scrieți numele și prenumele"))
        if not row.audience and is_group_asked:
            yield Problem(row.line, columns.AUDIENCE, _("lipsește; scrieți grupul"))
        return
    if first.setdefault(person.pk, row.line) != row.line:
        reason = _("este aceeași persoană ca pe rândul %d; păstrați un singur rând")
        yield Problem(row.line, "", reason % first[person.pk])
    if person.erased_at:
        yield Problem(
            row.line, "", _("persoana și-a șters datele de aici; ștergeți și rândul din fișier")
        )
    elif row.email and person.email and person_key(row.email) != person.person_key:
        yield Problem(
            row.line,
            columns.EMAIL,
            _("pe listă este scrisă altă adresă, iar adresa nu se schimbă din fișier"),
        )
