"""A small world whose records change at random, through the services that people use."""

import random
import uuid
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime, timedelta

from django.utils import timezone

from lms.classrooms.enums import Channel, GroupType, Modality, Status
from lms.classrooms.models import ClassSession
from lms.classrooms.services import (
    accept_class_sessions,
    correct_class_session,
    merge_session,
    register_class_session,
    return_class_session,
    set_duplicate_override,
    void_class_session,
)
from lms.classrooms.services.problems import NotOpen
from lms.core.periods import Period
from lms.organisations.models import School, SchoolRequest
from lms.organisations.services import merge_schools, settle_school_request
from lms.people.roles import Role
from lms.reach.counting.filters import SessionFilter
from lms.reach.enums import PeriodState
from lms.reach.freezing import is_whole
from lms.reach.models import ImportedCompletion, ReachReport
from lms.reach.selectors import judgements, live_report, oracle_report, school_names
from lms.reach.selectors.gathered import schools_in, teachers_in
from lms.reach.selectors.judged import Judgements, judged_afresh
from lms.reach.selectors.sessions import found_among
from lms.reach.services.lines import refresh_lines
from lms.reach.services.periods import (
    approve_period,
    open_period,
    publish_report,
    reopen_period,
    submit_period,
)
from lms.reach.services.rollups import refresh_rollups
from tests.factories import (
    CountyFactory,
    LocalityFactory,
    MemberOrganisationFactory,
    SchoolFactory,
    make_plan,
    make_user,
)

DAYS = [date(2025, 12, 30), date(2026, 2, 2), date(2026, 2, 3), date(2026, 2, 7), date(2026, 3, 2)]
PERIODS = [Period.year(2026), Period(date(2025, 12, 30), date(2026, 2, 3))]
FILTERS = [
    "", "?stare=carantina", "?stare=dubluri", "?stare=verificate", "?stare=neconfirmate",
    "?unice=da", "?adulti=da", "?profesor=cunoscut", "?profesor=fara", "?avertisment=weekend",
    "?motiv=unknown_school", "?luna=2026-02&mod=online", "?scoala=fara&stare=carantina",
]  # fmt: skip
CODES = ["", "1111111111", "2222222222"]


class World:
    """Sessions of three schools, two plans and two organisations."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        CountyFactory()
        other = CountyFactory(mnemonic="B", name="București", iso_code="RO-B", nuts3="RO321")
        self.counties = [LocalityFactory(), LocalityFactory(county=other, name="Sector 1")]
        self.schools = [SchoolFactory(), SchoolFactory(), SchoolFactory()]
        self.plans = [make_plan(slug="unu"), make_plan(slug="doi")]
        self.members = [MemberOrganisationFactory(), MemberOrganisationFactory()]
        self.officer = make_user(Role.SECRETARIAT)
        self.teachers = [make_user(), make_user(), None]
        self.request = SchoolRequest.objects.create(
            name="Nouă", locality_name="Turda", county=self.counties[0].county
        )
        self.codes = list(CODES[1:])
        self.published: dict[int, tuple[str, str]] = {}

    def change(self) -> str:
        """Do one thing at random; return its name. What is refused changes nothing."""
        acts = [
            self.register, self.register, self.register, self.correct, self.correct, self.void,
            self.accept, self.give_back, self.override, self.verify, self.move_school,
            self.merge, self.settle, self.learn_code, self.rename_plan, self.refresh, self.add_up,
            self.identify, self.unite, self.finish, self.finish, self.close_or_reopen,
        ]  # fmt: skip
        act = self.chance.choice(acts)
        with suppress(NotOpen):
            act()
        return act.__name__

    def facts(self) -> dict:
        where = self.chance.choice(["school"] * 6 + ["code", "request"])
        place = {
            "school": {"school": self.chance.choice(self.schools)},
            "code": {"school_code": self.chance.choice(CODES)},
            "request": {"school_request": self.request},
        }[where]
        nothing = {"school": None, "school_code": "", "school_request": None}
        return {
            **nothing, **place,
            "plan": self.chance.choice(self.plans),
            "organisation": self.chance.choice([*self.members, None]),
            "date": self.chance.choice([*DAYS, timezone.localdate() + timedelta(days=2)]),
            "class_label": self.chance.choice(["7B", "8B", "5A", "9 C", ""]),
            "girls": self.chance.choice([0, 10, 20, 45]),
            "boys": self.chance.choice([0, 10, 21]),
            "undisclosed": self.chance.choice([0, 10]),
            "adults": self.chance.choice([0, 3]),
            "duration": self.chance.choice([10, 50, None]),
            "modality": self.chance.choice(Modality.values),
            "group_type": self.chance.choice([GroupType.CLASS, GroupType.ASSEMBLY]),
        }  # fmt: skip

    def register(self) -> None:
        author = self.chance.choice(self.teachers)
        register_class_session(
            client_id=uuid.uuid4(),
            channel=Channel.ACCOUNT if author else Channel.QR,
            author=author,
            **self.facts(),
        )

    def some(self) -> ClassSession:
        sessions = list(ClassSession.objects.order_by("pk"))
        if not sessions:
            raise NotOpen
        return self.chance.choice(sessions)

    def correct(self) -> None:
        session = self.some()
        facts = self.facts()
        if self.chance.random() < 0.5:
            facts = {"girls": facts["girls"], "date": facts["date"]}
        correct_class_session(
            session=session, expected=session.current.number, by=self.officer, **facts
        )

    def verify(self) -> None:
        session = self.some()
        correct_class_session(
            session=session,
            expected=session.current.number,
            by=self.officer,
            status=Status.VERIFIED,
        )

    def void(self) -> None:
        void_class_session(session=self.some(), reason="greșeală", by=self.officer)

    def accept(self) -> None:
        accept_class_sessions(sessions=ClassSession.objects.unconfirmed(), by=self.officer)

    def give_back(self) -> None:
        return_class_session(session=self.some(), reason="cifre", by=self.officer)

    def override(self) -> None:
        override = self.chance.choice(["", "count"])
        set_duplicate_override(session=self.some(), override=override, by=self.officer)

    def identify(self) -> None:
        session = self.some()
        session.teacher_token = self.chance.choice(["", "t1", "t2"])
        session.save(update_fields=["teacher_token"])

    def unite(self) -> None:
        session, into = self.some(), self.some()
        if session != into:
            merge_session(session=session, into=into, reason="aceeași oră", by=self.officer)

    def finish(self) -> None:
        """An import says that a learner finished a module, mostly in one of the sessions."""
        ImportedCompletion.objects.create(
            learner_token=f"t{self.chance.randrange(5)}",
            module=self.chance.choice(["unu", "doi"]),
            completed_on=self.chance.choice(DAYS),
            completed=True,
            session_ref=self.chance.choice([self.some().reference, ""]),
            recorded_at=timezone.now(),
        )

    def close_or_reopen(self) -> None:
        period = open_period(year=2026)
        if period.state == PeriodState.PUBLISHED:
            reopen_period(
                period=period, edition=period.edition, by=self.officer, reason="o corectură"
            )
            return
        for step in (submit_period, approve_period):
            period = step(period=period, edition=period.edition, by=self.officer)
        report = publish_report(
            period=period, edition=period.edition, by=self.officer, reason="din nou"
        )
        self.published[report.pk] = (report.content, report.public_content)

    def reports_that_moved(self) -> list[str]:
        """Published reports that are not any more, byte for byte, what was published."""
        return [
            str(report)
            for report in ReachReport.objects.order_by("pk")
            if not is_whole(report)
            or self.published[report.pk] != (report.content, report.public_content)
        ]

    def move_school(self) -> None:
        locality = self.chance.choice(self.counties)
        school = self.chance.choice(self.schools)
        School.objects.filter(pk=school.pk).update(
            locality=locality, county=locality.county, medium=self.chance.choice(["urban", "rural"])
        )

    def merge(self) -> None:
        if len(self.schools) > 1:
            duplicate, into = self.chance.sample(self.schools, 2)
            self.schools.remove(duplicate)
            merge_schools(duplicate=duplicate, into=into)
            into.refresh_from_db()

    def settle(self) -> None:
        self.request.refresh_from_db()
        if self.request.school is None:
            school = self.chance.choice(self.schools)
            settle_school_request(request=self.request, school=school)

    def learn_code(self) -> None:
        if self.codes:
            self.schools.append(SchoolFactory(siiir=self.codes.pop()))

    def rename_plan(self) -> None:
        plan = self.chance.choice(self.plans)
        plan.refresh_from_db()
        plan.slug = f"lectia-{self.chance.randrange(1000)}"
        plan.save()

    def refresh(self) -> None:
        refresh_lines()

    def add_up(self) -> None:
        refresh_rollups()


def disagreements(moment: datetime | None = None) -> list[str]:
    """Where lines and sums say something else of a moment (None is now) than judging and counting
    everything does."""
    wrong = []
    for period in PERIODS:
        quick, whole = live_report(period, moment), oracle_report(period, moment)
        if replace(quick, as_of=whole.as_of) != whole:
            wrong.append(f"the report of {period}")
    names = school_names()
    lines, afresh = judgements(PERIODS[0], moment), judged_afresh(PERIODS[0], moment)
    for query in FILTERS:
        wanted = SessionFilter.from_query(dict(part.split("=") for part in query[1:].split("&")
                                               if part))  # fmt: skip
        quick, whole = found_among(lines, wanted), found_among(afresh, wanted)
        if _said(quick.rows) != _said(whole.rows) or _sums(quick) != _sums(whole):
            wrong.append(f"the list {query}")
        if teachers_in(quick, wanted) != teachers_in(whole, wanted):
            wrong.append(f"the teachers of {query}")
        if schools_in(quick, wanted, names) != schools_in(whole, wanted, names):
            wrong.append(f"the schools of {query}")
    return wrong


def _said(rows: Judgements) -> tuple:
    return len(rows), list(rows), list(rows.listed()), rows[0:2], rows[2:5], rows[1:50]


def _sums(found) -> tuple:
    return found.cell, found.schools, found.teachers
