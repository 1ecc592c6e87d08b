"""Invented class sessions in any number, for benchmarks: written straight into the tables."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.models import Max

from lessons.models import LessonPlanPage
from lms.classrooms.models import ClassSession, ClassSessionRevision
from lms.organisations.models import County, Locality, MemberOrganisation, School
from lms.reach.batches import batched, insert_rows

SESSION = ("id", "client_id", "reference", "channel", "teacher_token", "claimed_token", "latest_id")
REVISION = (
    "id", "session_id", "number", "recorded_at", "status", "reason", "plan_id", "lesson_code",
    "school_id", "school_code", "organisation_id", "date", "class_label", "grade", "letter",
    "girls", "boys", "undisclosed", "pupils", "adults", "duration", "modality", "group_type",
    "duplicate_override",
)  # fmt: skip
_BATCH = 10_000
_SESSIONS_A_SCHOOL = 150
_ROMAN = {5: "V", 6: "VI", 7: "VII", 8: "VIII", 9: "IX", 10: "X", 11: "XI", 12: "XII"}
# Nobody teaches in the summer: sessions a month for every twenty of October.
_MONTHS = {1: 12, 2: 14, 3: 16, 4: 12, 5: 16, 6: 8, 9: 10, 10: 20, 11: 20, 12: 12}
_OTHER_LESSONS = tuple(f"EXT-{number}" for number in range(1, 13))


@dataclass(slots=True)
class Synthetic:
    """What the sessions are made from; the same seed on the same site gives the same sessions."""

    chance: random.Random
    years: range
    schools: list[int]
    members: list[int]
    plans: list[tuple[int | None, str]]
    next_session: int
    next_revision: int
    before: tuple[object, ...] = field(default=())

    def rows(self, number: int) -> Iterator[tuple[tuple[object, ...], list[tuple[object, ...]]]]:
        """Session by session its row and the rows of its revisions."""
        for _ in range(number):
            yield self._session()

    def _session(self) -> tuple[tuple[object, ...], list[tuple[object, ...]]]:
        chance, key = self.chance, self.next_session
        facts = self._facts()
        held: date = facts[5]  # type: ignore[assignment]
        said = 2 if chance.random() < 0.05 else 1
        late = chance.choice((0, 0, 0, 1, 2, 7, 120)) if chance.random() < 0.3 else 0
        moment = datetime(held.year, held.month, held.day, 10, tzinfo=UTC) + timedelta(
            days=late, minutes=chance.randrange(600)
        )
        revisions = []
        for number in range(1, said + 1):
            if number > 1:
                facts, moment = self._corrected(facts), moment + timedelta(days=number)
            status = self._status() if number == said else "reported"
            revisions.append((self.next_revision, key, number, moment, status, "", *facts))
            self.next_revision += 1
        self.next_session += 1
        teacher = (
            f"{facts[2] or 0:032x}{chance.randrange(5):032x}" if chance.random() < 0.95 else ""
        )
        session = (
            key, UUID(int=chance.getrandbits(128), version=4), f"SINT-{key:09d}", "import",
            teacher, "", self.next_revision - 1,
        )  # fmt: skip
        return session, revisions

    def _facts(self) -> tuple[object, ...]:
        """What REVISION has after the reason. One in fifty repeats the session before."""
        chance = self.chance
        if self.before and chance.random() < 0.02:
            return self.before
        plan, lesson = chance.choice(self.plans)
        # Half of them at a tenth of the schools, as it is.
        many = chance.random() < 0.5
        school: int | None = self.schools[
            chance.randrange(len(self.schools) // (10 if many else 1))
        ]
        code = ""
        if chance.random() < 0.01:
            school, code = None, f"9{chance.randrange(10**9):09d}"
        grade = chance.choice((5, 6, 7, 8, 8, 9, 10, 11, 12, None))
        letter = chance.choice("ABCDE") if grade else ""
        girls, boys = chance.randrange(2, 17), chance.randrange(2, 17)
        undisclosed = chance.choice((0, 0, 0, 2, 5))
        group = chance.choice(("class",) * 16 + ("mixed", "assembly", "parents", "other"))
        adults = chance.randrange(5, 30) if group == "parents" else 0
        if chance.random() < 0.01:
            girls += 50
        self.before = (
            plan, lesson, school, code, chance.choice(self.members), self._day(),
            f"a {_ROMAN[grade]}-a {letter}" if grade else "", grade, letter,
            girls, boys, undisclosed, girls + boys + undisclosed, adults,
            chance.choice((45, 50, 50, 50, 90, 15)) if chance.random() < 0.2 else 50,
            "online" if chance.random() < 0.08 else "in_person", group,
            "count" if chance.random() < 0.002 else "",
        )  # fmt: skip
        return self.before

    def _corrected(self, facts: tuple[object, ...]) -> tuple[object, ...]:
        girls = self.chance.randrange(2, 17)
        pupils = girls + int(facts[10]) + int(facts[11])  # type: ignore[call-overload]
        return (*facts[:9], girls, *facts[10:12], pupils, *facts[13:])

    def _status(self) -> str:
        return self.chance.choices(
            ("reported", "verified", "unconfirmed", "void", "rejected"), (55, 38, 4, 2, 1)
        )[0]

    def _day(self) -> date:
        chance = self.chance
        month = chance.choices(tuple(_MONTHS), tuple(_MONTHS.values()))[0]
        day = date(chance.choice(self.years), month, chance.randrange(1, 29))
        weekend = day.weekday() >= 5 and chance.random() < 0.95
        return day - timedelta(days=2) if weekend and day.day > 2 else day


def make_sessions(*, number: int, years: range, seed: int) -> None:
    """Write this many sessions with their revisions, and schools enough for them."""
    chance = random.Random(seed)  # noqa: S311 - nothing depends on nobody guessing it
    sessions = ClassSession.objects.aggregate(last=Max("pk"))["last"] or 0
    revisions = ClassSessionRevision.objects.aggregate(last=Max("pk"))["last"] or 0
    made = Synthetic(
        chance=chance,
        years=years,
        schools=_schools(max(20, number // _SESSIONS_A_SCHOOL), chance),
        members=list(MemberOrganisation.objects.order_by("pk").values_list("pk", flat=True)),
        plans=_plans(),
        next_session=sessions + 1,
        next_revision=revisions + 1,
    )
    for batch in batched(made.rows(number), _BATCH):
        with transaction.atomic():
            # Each points at the other: the database looks at the end of the transaction.
            insert_rows(ClassSession, SESSION, (session for session, _said in batch))
            said = (revision for _session, revisions in batch for revision in revisions)
            insert_rows(ClassSessionRevision, REVISION, said)
    _reset_sequences()


def _plans() -> list[tuple[int | None, str]]:
    plans = LessonPlanPage.objects.filter(locale__language_code="ro").order_by("pk")
    ours: list[tuple[int | None, str]] = list(plans.values_list("pk", "slug"))
    return ours * 10 + [(None, code) for code in _OTHER_LESSONS]


def _schools(number: int, chance: random.Random) -> list[int]:
    counties = list(County.objects.order_by("pk"))
    for at, county in enumerate(counties):
        Locality.objects.get_or_create(county=county, name=f"Localitatea {at}")
    localities = list(Locality.objects.filter(name__startswith="Localitatea ").order_by("pk"))
    for batch in batched(range(number), _BATCH):
        schools = []
        for at in batch:
            place = localities[at % len(localities)]
            schools.append(
                School(
                    siiir=f"8{at:09d}", name=f"Școala Gimnazială nr. {at}", locality=place,
                    county_id=place.county_id, medium=chance.choice(("urban", "urban", "rural")),
                    folded=f"scoala {at}",
                )
            )  # fmt: skip
        School.objects.bulk_create(schools, ignore_conflicts=True, batch_size=1_000)
    made = School.objects.filter(siiir__startswith="8", siiir__lt=f"8{number:09d}")
    return list(made.order_by("siiir").values_list("pk", flat=True))


def _reset_sequences() -> None:
    """PostgreSQL counts keys apart from the rows, and these were given."""
    models = [ClassSession, ClassSessionRevision]
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), models):
            cursor.execute(statement)
