"""Marking, of any whole question."""

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizzes.drafts import make_sheet
from quizzes.enums import MARKED_KINDS, PLACE_KINDS, Kind, Trouble
from quizzes.flaws import flaws_of
from quizzes.marking import BadResponse, check, follow, mark, pick_fits, picks
from quizzes.sheets import digest_of, from_json, key_of, to_json
from tests.quizzes.drafts import BY_KIND, SAMPLES, any_draft

SHEETS = {kind: make_sheet(draft) for kind, draft in SAMPLES.items()}
marked_sheets = st.one_of(*(BY_KIND[kind] for kind in MARKED_KINDS)).map(make_sheet)
any_sheet = any_draft.map(make_sheet)


def responses(sheet):
    """Anything that the question can be answered with."""
    keys = [option.key for option in sheet.options]
    if sheet.kind == Kind.FREE_TEXT:
        return st.just(())
    if sheet.kind == Kind.BRANCHING:
        return st.randoms(use_true_random=False).map(lambda chance: walk(sheet, chance))
    if sheet.kind == Kind.ORDER:
        return st.permutations(keys).map(tuple)
    if sheet.kind in PLACE_KINDS:
        pool = [item.key for item in sheet.targets or sheet.options]
        places = len(sheet.solution)
        return st.lists(st.sampled_from(pool), min_size=places, max_size=places).map(tuple)
    most = len(keys) if sheet.kind == Kind.MULTIPLE else 1
    return st.lists(st.sampled_from(keys), min_size=1, max_size=most, unique=True).map(tuple)


def walk(sheet, chance):
    """A way through a story, chosen by chance at every scene."""
    path = ()
    while not (scene := follow(sheet, path)).ending:
        path += (chance.choice(sheet.options_of(scene.key)).key,)
    return path


@st.composite
def answered(draw, sheets=any_sheet):
    sheet = draw(sheets)
    return sheet, draw(responses(sheet))


@given(any_draft)
def test_what_the_strategies_draw_is_whole(draft):
    assert flaws_of(draft) == []


@given(answered(marked_sheets))
def test_a_score_is_between_nothing_and_one(pair):
    assert 0 <= mark(*pair).score <= 1


@given(marked_sheets)
def test_the_solution_scores_one(sheet):
    assert (mark(sheet, sheet.solution).score, mark(sheet, sheet.solution).right) == (1, True)


@given(answered(marked_sheets))
def test_only_what_scores_one_is_right(pair):
    marked = mark(*pair)
    assert marked.right == (marked.score == 1)


@given(answered())
def test_kinds_without_a_right_answer_have_no_score(pair):
    assert (mark(*pair).score is None) == (pair[0].kind not in MARKED_KINDS)


@given(answered(BY_KIND[Kind.MULTIPLE].map(make_sheet)), st.randoms(use_true_random=False))
def test_the_order_of_ticks_does_not_matter(pair, chance):
    sheet, response = pair
    mixed = list(response)
    chance.shuffle(mixed)
    assert mark(sheet, tuple(mixed)) == mark(sheet, response)
    assert check(sheet, tuple(mixed)) == check(sheet, response)


@given(answered())
def test_every_response_gets_a_remark_and_every_remark_says_something(pair):
    sheet, response = pair
    remarks = mark(sheet, response).remarks
    assert bool(remarks) == (sheet.kind != Kind.FREE_TEXT)
    assert all(remark.text for remark in remarks)


@given(any_sheet, st.lists(st.sampled_from(["", "a", "b", "c", "z", "zz", "A", "1"]), max_size=7))
def test_anything_is_either_marked_or_a_bad_response(sheet, response):
    try:
        taken = check(sheet, tuple(response))
    except BadResponse:
        with pytest.raises(BadResponse):
            mark(sheet, tuple(response))
    else:
        assert check(sheet, taken) == taken


@settings(max_examples=50)
@given(BY_KIND[Kind.BRANCHING].map(make_sheet))
def test_every_way_through_a_story_ends(sheet):
    """All ways, not some: none may be longer than there are scenes."""
    ways = [()]
    while ways:
        path = ways.pop()
        scene = follow(sheet, path)
        assert len(path) < len(sheet.scenes)
        if scene.ending:
            assert check(sheet, path) == path
        ways += [(*path, option.key) for option in sheet.options_of(scene.key)]


@given(answered(marked_sheets))
def test_a_response_is_right_when_all_it_is_counted_as_fits(pair):
    sheet, response = pair
    fits = all(pick_fits(sheet, pick) for pick in picks(sheet, response))
    everything = sheet.kind != Kind.MULTIPLE or len(response) == len(sheet.solution)
    assert mark(sheet, response).right == (fits and everything)


@given(any_sheet)
def test_a_sheet_comes_back_from_json_as_it_was(sheet):
    assert from_json(to_json(sheet)) == sheet


@given(any_draft)
def test_the_same_draft_gives_the_same_sheet(draft):
    assert digest_of(make_sheet(draft)) == digest_of(make_sheet(draft))


@given(BY_KIND[Kind.ORDER])
def test_things_to_order_are_never_shown_in_order(draft):
    shown = tuple(option.text for option in make_sheet(draft).options)
    assert shown != tuple(choice.text for choice in draft.choices)


@pytest.mark.parametrize("kind", Kind)
def test_nothing_chosen_is_asked_for_again(kind):
    if kind == Kind.FREE_TEXT:
        assert check(SHEETS[kind], ()) == ()
        return
    with pytest.raises(BadResponse) as refused:
        check(SHEETS[kind], ())
    assert refused.value.trouble == Trouble.EMPTY


@pytest.mark.parametrize(
    ("kind", "response", "trouble"),
    [
        (Kind.SINGLE, ("a", "b"), Trouble.UNKNOWN),
        (Kind.SINGLE, ("d",), Trouble.UNKNOWN),
        (Kind.MULTIPLE, ("a", "a"), Trouble.UNKNOWN),
        (Kind.ORDER, ("a", "a", "b"), Trouble.REPEATED),
        (Kind.ORDER, ("a", "", "b"), Trouble.INCOMPLETE),
        (Kind.ORDER, ("", "", ""), Trouble.EMPTY),
        (Kind.ORDER, ("a", "b"), Trouble.UNKNOWN),
        (Kind.MATCH, ("a", "b", ""), Trouble.INCOMPLETE),
        (Kind.FILL, ("a", "z"), Trouble.UNKNOWN),
        (Kind.BRANCHING, ("a",), Trouble.INCOMPLETE),
        (Kind.BRANCHING, ("c",), Trouble.UNKNOWN),
        (Kind.BRANCHING, ("b", "c"), Trouble.UNKNOWN),
        (Kind.FREE_TEXT, ("a",), Trouble.UNKNOWN),
    ],
)
def test_a_bad_response_says_what_is_wrong_with_it(kind, response, trouble):
    with pytest.raises(BadResponse) as refused:
        mark(SHEETS[kind], response)
    assert refused.value.trouble == trouble


@pytest.mark.parametrize(
    ("response", "score"),
    [(("a", "b"), 1), (("a",), 0.5), (("a", "b", "c"), 0.5), (("a", "c"), 0), (tuple("abcd"), 0)],
)
def test_a_wrong_tick_takes_back_a_right_one(response, score):
    assert mark(SHEETS[Kind.MULTIPLE], response).score == score


def test_a_right_tick_that_was_missed_is_spoken_of():
    missed = [r for r in mark(SHEETS[Kind.MULTIPLE], ("a",)).remarks if not r.chosen]
    assert [(r.option, r.right) for r in missed] == [("b", False)]


def test_things_in_reverse_order_score_nothing():
    sheet = SHEETS[Kind.ORDER]
    assert mark(sheet, sheet.solution[::-1]).score == 0


def test_one_slip_in_an_order_does_not_cost_everything():
    sheet = SHEETS[Kind.ORDER]
    scores = {mark(sheet, order).score for order in permutations(sheet.solution)}
    assert scores == {0, 1 / 3, 2 / 3, 1}


def test_a_word_of_another_gap_is_answered_with_what_fits_here():
    remarks = mark(SHEETS[Kind.FILL], ("b", "b")).remarks
    assert [(r.option, r.right, r.chosen) for r in remarks] == [
        ("a", False, False),
        ("b", True, True),
    ]


def test_a_word_that_fits_nowhere_says_why():
    assert mark(SHEETS[Kind.FILL], ("c", "b")).remarks[0].text == "De ce. mâine"


def test_picks_of_places_carry_their_number():
    assert picks(SHEETS[Kind.FILL], ("a", "c")) == ("1a", "2c")
    assert [pick_fits(SHEETS[Kind.FILL], pick) for pick in ("1a", "2c")] == [True, False]


def test_keys_go_on_after_z():
    assert [key_of(place) for place in (0, 25, 26, 27, 52)] == ["a", "z", "aa", "ab", "ba"]
