"""The plot of the demonstration: which invented class sessions were held, where and when."""

import hashlib
import random
import uuid
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from lessons.models import LessonPlanPage
from lms.classrooms.enums import GroupType, Status
from lms.organisations.models import MemberOrganisation, School

SEED = 20201123
USUAL, UNCONFIRMED, DAYS = 58, 5, 420
_IDS = uuid.UUID("5d0c1f3e-6d0b-4f57-9a55-2f1f9d0f7a11")
# In most of the counties, so that the report also has zeros to show.
_SCHOOLS = 34
_ROMAN = {5: "V", 6: "VI", 7: "VII", 8: "VIII", 9: "IX", 10: "X", 11: "XI", 12: "XII"}
_HOLIDAYS = {7, 8}


@dataclass(frozen=True, slots=True)
class PlannedSession:
    """One invented session: its facts as the service takes them, and what became of it."""

    client_id: uuid.UUID
    status: Status
    teacher: str
    facts: dict[str, Any]
    recorded_after: int = 1
    unconfirmed: bool = False
    corrected_girls: int | None = None
    void_reason: str = ""


def planned_sessions(today: date) -> list[PlannedSession]:
    """The invented sessions, the same ones for the same day; none where there is no school."""
    chance = random.Random(SEED)  # noqa: S311 - a plot, not a secret
    schools = list(School.objects.open().order_by("siiir"))
    if not schools:
        return []
    stage = _Stage(
        chance=chance,
        today=today,
        schools=chance.sample(schools, min(_SCHOOLS, len(schools))),
        organisations=list(MemberOrganisation.objects.order_by("code")),
        plans=list(LessonPlanPage.objects.filter(locale__language_code="ro").order_by("slug")),
    )
    usual = [stage.session(number) for number in range(USUAL + UNCONFIRMED)]
    latest = sorted(usual[:USUAL], key=lambda one: one.facts["date"], reverse=True)
    return [*usual[:USUAL], *map(_unconfirmed, usual[USUAL:]), *_odd_ones(latest)]


def _unconfirmed(one: PlannedSession) -> PlannedSession:
    return replace(one, status=Status.UNCONFIRMED, teacher="", unconfirmed=True)


def _odd_ones(latest: list[PlannedSession]) -> list[PlannedSession]:
    """What the report keeps apart or asks about: each once."""
    first, second, third, fourth, fifth, sixth = latest[:6]
    nobody = {"class_label": "", "girls": 0, "boys": 0, "undisclosed": 0}
    return [
        _variant(first, "duplicate", recorded_after=9),
        _variant(second, "quarantine", class_label=_other(second, "F"), girls=44, boys=38),
        _variant(third, "crowded", class_label=_other(third, "G"), girls=24, boys=19),
        _variant(fourth, "parents", **nobody, adults=18, group_type=GroupType.PARENTS),
        replace(_variant(fifth, "corrected", class_label=_other(fifth, "H")), corrected_girls=9),
        replace(
            _variant(sixth, "void", class_label=_other(sixth, "H")),
            void_reason="Ora nu s-a mai ținut.",
        ),
    ]


def _variant(
    one: PlannedSession, name: str, recorded_after: int = 1, **facts: Any
) -> PlannedSession:
    """Another session like this one, with some facts of its own."""
    return replace(
        one,
        client_id=uuid.uuid5(_IDS, name),
        recorded_after=recorded_after,
        facts={**one.facts, **facts},
    )


def _other(one: PlannedSession, letter: str) -> str:
    """Another class of the same grade."""
    return f"{one.facts['class_label'].split()[0]} {letter}"


@dataclass(frozen=True, slots=True)
class _Stage:
    """Where and when invented sessions can be held."""

    chance: random.Random
    today: date
    schools: list[School]
    organisations: list[MemberOrganisation]
    plans: list[LessonPlanPage]
    visited: list[tuple[School, int, str]] = field(default_factory=list)

    def session(self, number: int) -> PlannedSession:
        """One more usual session."""
        chance = self.chance
        # A class is often visited again: its pupils take part twice and are the same pupils.
        if self.visited and chance.random() < 0.3:
            school, grade, letter = chance.choice(self.visited)
        else:
            school = chance.choice(self.schools)
            grade = chance.randint(9, 12) if school.level == "liceu" else chance.randint(5, 8)
            letter = chance.choice("ABC")
            self.visited.append((school, grade, letter))
        girls, boys = chance.randint(7, 15), chance.randint(7, 15)
        facts = {
            **self._lesson(grade),
            "school": school,
            "organisation": chance.choice([None, *self.organisations]),
            "date": self._day(),
            "class_label": f"{_ROMAN[grade]} {letter}",
            "girls": girls,
            "boys": boys,
            "undisclosed": chance.choice([0, 0, 0, 1, 2]),
            "duration": 50,
        }
        # Two or three teachers a school; a few sessions come without one.
        teacher = f"{school.siiir}-{chance.randint(1, 2)}" if chance.random() > 0.1 else ""
        return PlannedSession(
            client_id=uuid.uuid5(_IDS, str(number)),
            status=Status.VERIFIED if chance.random() < 0.4 else Status.REPORTED,
            teacher=hashlib.sha256(teacher.encode()).hexdigest() if teacher else "",
            facts=facts,
            recorded_after=chance.randint(0, 6),
        )

    def _lesson(self, grade: int) -> dict[str, Any]:
        fitting = [plan for plan in self.plans if plan.grade_from <= grade <= plan.grade_to]
        if fitting and self.chance.random() > 0.08:
            return {"plan": self.chance.choice(fitting)}
        return {"lesson_code": "Ora de dirigenție: prevenire"}

    def _day(self) -> date:
        """A school day, of the last fourteen months and before today."""
        while True:
            # More of late than long ago: the square of a chance stays small.
            day = self.today - timedelta(days=1 + int(DAYS * self.chance.random() ** 1.5))
            if day.weekday() < 5 and day.month not in _HOLIDAYS:
                return day
