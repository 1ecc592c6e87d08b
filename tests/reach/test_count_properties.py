"""What holds of any report, whatever was recorded."""

import random
from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from lms.core.periods import Period
from lms.reach.counting import Breakdown, Frame, Standing, count, judge
from lms.reach.counting.breakdowns import PART_OF
from lms.reach.counting.cells import total
from lms.reach.counting.filters import PARAMETERS, SessionFilter
from tests.reach.factories import make_fact, moment

YEAR = Frame(Period.year(2026), datetime(2026, 12, 31, tzinfo=UTC))
STATUSES = ["draft", "unconfirmed", "reported", "verified", "rejected", "void"]


@st.composite
def facts(draw):
    """A session of a small world, so that duplicates and cohorts come up often."""
    day = date(2026, 8, 30) + timedelta(days=draw(st.integers(0, 4)))
    school = draw(st.integers(1, 3))
    known = draw(st.integers(0, 9)) > 0
    return make_fact(
        status=draw(st.sampled_from([*STATUSES, "reported", "reported"])),
        date=day,
        recorded_at=moment(day + timedelta(days=draw(st.integers(-1, 200)))),
        school_id=school if known else None,
        school=str(school) if known else "",
        county=["AB", "CJ", "B"][school - 1] if known else "",
        medium=["urban", "rural", "urban"][school - 1] if known else "",
        label=draw(st.sampled_from(["7B", "8B", "7A", "9B", ""])),
        lesson=draw(st.sampled_from(["a", "b"])),
        organisation=draw(st.sampled_from(["X", "Y", "fara"])),
        girls=draw(st.integers(0, 35)),
        boys=draw(st.integers(0, 35)),
        undisclosed=draw(st.integers(0, 5)),
        adults=draw(st.integers(0, 3)),
        modality=draw(st.sampled_from(["in_person", "online"])),
        group_type=draw(st.sampled_from(["class", "assembly"])),
        duplicate_override=draw(st.booleans()),
        teacher=draw(st.sampled_from(["", "t1", "t2"])),
    )


worlds = st.lists(facts(), max_size=25)


@settings(max_examples=40)
@given(worlds)
def test_the_parts_of_every_breakdown_add_up_to_the_whole(world):
    report = count(world, YEAR)
    for breakdown in Breakdown:
        assert total(report.breakdowns[breakdown].values()) == report.contacts


@settings(max_examples=40)
@given(worlds, st.randoms(use_true_random=False))
def test_the_order_of_the_records_does_not_matter(world, chance: random.Random):
    shuffled = list(world)
    chance.shuffle(shuffled)
    assert count(shuffled, YEAR) == count(world, YEAR)


@settings(max_examples=40)
@given(worlds)
def test_every_session_stands_in_exactly_one_place(world):
    report, judged = count(world, YEAR), judge(world)
    kept_out = len(report.quarantined) + len(report.duplicates) + report.unconfirmed.sessions
    not_reported = sum(row.standing is Standing.NOT_REPORTED for row in judged)
    assert report.contacts.sessions + kept_out + not_reported == len(world)


@settings(max_examples=40)
@given(worlds)
def test_there_are_never_more_different_pupils_than_participations(world):
    report = count(world, YEAR)
    assert report.unique_pupils.pupils <= report.contacts.pupils
    assert sum(report.unique_by_county.values()) == report.unique_pupils.pupils


@settings(max_examples=40)
@given(worlds)
def test_each_figure_of_every_breakdown_opens_to_exactly_its_sessions(world):
    report, judged = count(world, YEAR), judge(world)
    for breakdown in PARAMETERS:
        for part, cell in report.breakdowns[breakdown].items():
            wanted = SessionFilter(parts={breakdown: part})
            assert total(row.fact.cell for row in judged if wanted.holds(row)) == cell


@given(facts())
def test_every_session_has_a_part_in_every_breakdown(fact):
    assert all(isinstance(part_of(fact), str) for part_of in PART_OF.values())
