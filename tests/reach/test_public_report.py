"""The public report under attack: subtraction within a table, across tables and across versions."""

import pytest
from hypothesis import given, settings

from lms.reach.public_report import public_content
from tests.reach.attacking import (
    Attack,
    broken_down,
    changes_of_the_hidden,
    differences,
    figures,
    make_content,
    worlds,
)


@settings(max_examples=300, deadline=None)
@given(worlds)
def test_no_hidden_figure_is_pinned_to_one_value(world):
    content = make_content(world)
    assert Attack(content, public_content(content)).pinned() == {}


@given(worlds)
def test_no_figure_from_one_to_nine_is_shown(world):
    public = public_content(make_content(world))
    assert not [figure for figure in figures(broken_down(public)) if 0 < figure < 10]


@settings(deadline=None)
@given(worlds, worlds)
def test_no_two_versions_differ_by_a_small_figure(world, change):
    first, second = make_content(world), make_content({**world, **change})
    old = public_content(first)
    new = public_content(second, [old])
    assert not [d for d in differences(broken_down(old), broken_down(new)) if 0 < d < 10]


@settings(deadline=None)
@given(worlds, worlds)
def test_what_is_hidden_does_not_move_by_a_small_figure_together(world, change):
    old = public_content(make_content(world))
    new = public_content(make_content({**world, **change}), [old])
    assert not [by for by in changes_of_the_hidden(old, new) if 0 < by < 10]


@settings(deadline=None)
@given(worlds, worlds)
def test_a_second_version_is_as_safe_as_the_first(world, change):
    old = public_content(make_content(world))
    content = make_content({**world, **change})
    assert Attack(content, public_content(content, [old]), [old]).pinned() == {}


BIG = {("AB", "primar"): (20, 40, 30, 50, 10, 0), ("CJ", "liceu"): (30, 60, 20, 70, 10, 0)}


def test_without_small_figures_everything_is_shown():
    content = make_content(BIG)
    assert public_content(content)["sessions"]["by_county"] == content["sessions"]["by_county"]


def test_national_figures_are_shown_however_small():
    assert public_content(make_content(BIG))["section4"] == {"repatriere": 9}


def test_references_of_sessions_are_not_public():
    public = public_content(make_content(BIG))["sessions"]
    assert (public["quarantined"], public["duplicates"]) == ("c", "c")


def test_what_is_not_named_does_not_come_out():
    assert "tables" not in public_content(make_content(BIG))


def test_hidden_counties_that_grew_by_five_together_take_another_one_with_them():
    small = {("TM", "primar"): (20, 3, 2, 0, 0, 0), ("B", "primar"): (20, 6, 8, 0, 0, 0)}
    old = public_content(make_content({**BIG, **small}))
    grown = {("TM", "primar"): (20, 5, 5, 0, 0, 0), ("CJ", "liceu"): (30, 90, 60, 70, 10, 0)}
    new = public_content(make_content({**BIG, **small, **grown}), [old])
    before, after = (
        {part for part, cell in one["sessions"]["by_county"].items() if cell["pupils"] == "c"}
        for one in (old, new)
    )
    assert (before, after) == ({"B", "TM"}, {"B", "TM", "CJ"})


def test_a_county_that_grew_by_five_is_hidden_in_the_next_version():
    old = public_content(make_content(BIG))
    grown = {**BIG, ("AB", "primar"): (20, 45, 30, 50, 10, 0)}
    new = public_content(make_content(grown), [old])
    assert new["sessions"]["by_county"]["AB"]["pupils"] == "c"


@pytest.mark.parametrize("hidden", ["parinti"])
def test_a_small_audience_is_hidden_with_another(hidden):
    content = make_content(BIG, {"profesori": 40, "parinti": 4, "politisti": 60})
    found = public_content(content)["section8"]["by_audience"]
    assert found == {"profesori": "c", hidden: "c", "politisti": 60}
