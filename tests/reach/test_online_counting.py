"""RR12: online completers, counted by pure functions."""

import random
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lms.core.periods import Period
from lms.reach.counting import CompletionFact, Frame, OnlineCell, OnlineCut, count
from lms.reach.counting.online import count_online, online_cell, split_completions
from lms.reach.counting.online_filters import OnlineFilter
from tests.reach.factories import DAY, make_fact

YEAR = Frame(Period.year(2026), datetime(2026, 12, 31, tzinfo=UTC))


def completion(token="a", module="prieteni", day=DAY, **fields) -> CompletionFact:
    return CompletionFact(token, module, day, **{"age_band": "11-14", **fields})


def online(*completions, counted=()) -> OnlineCell:
    return count_online(completions, counted).online


def test_a_learner_with_two_modules_is_one_person_and_two_participations():
    assert online(completion(), completion(module="oferta")) == (1, 2)


def test_the_same_module_twice_is_one_participation():
    assert online(completion(), completion(day=date(2026, 11, 2))) == (1, 1)


def test_of_the_same_module_twice_the_earlier_day_counts():
    found = count_online([completion(day=date(2026, 11, 2)), completion(day=DAY)], ())
    assert found.breakdowns[OnlineCut.MONTH] == {"2026-10": (1, 1)}


def test_a_completion_of_a_counted_class_session_is_not_online():
    assert online(completion(session="S1"), completion("b"), counted={"S1"}) == (1, 1)


def test_what_is_taken_out_is_shown_beside():
    assert count_online([completion(session="S1")], {"S1"}).in_sessions == (1, 1)


@pytest.mark.parametrize(
    "fields",
    [
        {"status": "unconfirmed"},
        {"status": "void"},
        {"status": "draft"},
        {"status": "rejected"},
        {"girls": 70},
        {"school_id": None},
    ],
)
def test_a_session_that_does_not_count_takes_nothing_out(fields):
    session = make_fact(reference="S1", **fields)
    assert count([session], YEAR, [completion(session="S1")]).online.online == (1, 1)


def test_a_duplicate_session_takes_nothing_out():
    first = make_fact(reference="S1")
    second = first._replace(reference="S2")
    report = count([first, second], YEAR, [completion(session="S2")])
    assert report.online.online == (1, 1)


def test_a_session_that_counts_takes_its_completions_out():
    report = count([make_fact(reference="S1")], YEAR, [completion(session="S1")])
    assert report.online.online == (0, 0)


def test_completions_never_move_the_contacts():
    session = make_fact()
    alone, beside = count([session], YEAR), count([session], YEAR, [completion()])
    assert (beside.contacts, beside.unique_pupils) == (alone.contacts, alone.unique_pupils)


def test_a_completion_outside_the_period_is_the_callers_mistake():
    with pytest.raises(ValueError, match="is not in"):
        count([], YEAR, [completion(day=date(2025, 1, 1))])


def test_every_age_is_shown_with_zero():
    ages = count_online([], ()).breakdowns[OnlineCut.AGE_BAND]
    assert list(ages) == ["6-10", "11-14", "15-18", "adults"]


@st.composite
def completions(draw):
    """A completion of a small world, so that learners and classes come up often."""
    return completion(
        token=draw(st.sampled_from("abcd")),
        module=draw(st.sampled_from(["m", "n"])),
        day=date(2026, draw(st.integers(1, 3)), 1),
        age_band=draw(st.sampled_from(["11-14", "15-18"])),
        session=draw(st.sampled_from(["", "S1", "S2"])),
    )


worlds = st.lists(completions(), max_size=15)
counted_sessions = st.sets(st.sampled_from(["S1", "S2"]))


@settings(max_examples=60)
@given(worlds, counted_sessions)
def test_participations_of_the_parts_add_up_and_persons_never_fall_short(world, counted):
    report = count_online(world, counted)
    for cut in OnlineCut:
        cells = report.breakdowns[cut].values()
        assert sum(cell.completions for cell in cells) == report.online.completions
        assert sum(cell.completers for cell in cells) >= report.online.completers
        assert all(cell.completers <= cell.completions for cell in cells)


@settings(max_examples=60)
@given(worlds, counted_sessions, st.randoms(use_true_random=False))
def test_the_order_of_the_completions_does_not_matter(world, counted, chance: random.Random):
    shuffled = list(world)
    chance.shuffle(shuffled)
    assert count_online(shuffled, counted) == count_online(world, counted)


@settings(max_examples=60)
@given(worlds, counted_sessions)
def test_a_completion_is_online_or_in_a_session_and_never_both(world, counted):
    apart, together = split_completions(world, counted)
    assert not set(apart) & set(together)
    assert {fact.session for fact in together} <= counted
    assert not {fact.session for fact in apart} & counted


@settings(max_examples=60)
@given(worlds, counted_sessions)
def test_a_session_more_that_counts_never_makes_more_people_online(world, counted):
    assert (
        online(*world, counted=counted | {"S1"}).completers
        <= online(*world, counted=counted).completers
    )


@settings(max_examples=60)
@given(worlds, counted_sessions)
def test_each_online_figure_opens_to_exactly_its_completions(world, counted):
    report, (apart, _) = count_online(world, counted), split_completions(world, counted)
    for cut in OnlineCut:
        for part, cell in report.breakdowns[cut].items():
            wanted = OnlineFilter({cut: part})
            assert online_cell([fact for fact in apart if wanted.holds(fact)]) == cell


@pytest.mark.parametrize("in_sessions", [True, False])
def test_a_filter_survives_its_address(in_sessions):
    from django.http import QueryDict

    wanted = OnlineFilter({OnlineCut.MONTH: "2026-10", OnlineCut.MODULE: "a&b"}, in_sessions)
    assert OnlineFilter.from_query(QueryDict(wanted.query()[1:])) == wanted
