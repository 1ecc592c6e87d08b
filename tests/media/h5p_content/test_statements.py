"""Statements are claims: what counts is taken, what cannot be is refused with a code."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from media.h5p.attempts import attempt
from media.h5p.xapi import Claim, Refusal, item_ids, read_statement, responses
from tests.media.h5p_content.statements import VERBS, sent

A, B = "aaaaaaaa-0000-4000-8000-000000000001", "aaaaaaaa-0000-4000-8000-000000000002"


def test_a_top_level_answer():
    told = read_statement(
        sent(
            kind="true-false",
            response="true",
            score=(1, 1),
            result={"success": True, "completion": True, "duration": "PT1M2.5S"},
        )
    )
    assert told.top_level
    assert told.completes
    assert told.score == Claim(1, 1)
    assert (told.success, told.completion, told.seconds) == (True, True, 62.5)
    assert (told.response, told.typed) == ("true", False)


def test_an_answer_of_a_part():
    told = read_statement(sent(item=A, kind="choice", response="0[,]2", score=(1, 2)), {A})
    assert (told.item, told.top_level) == (A, False)
    assert responses(told.response) == ("0", "2")


def test_scaled_is_counted_again_and_the_actor_is_not_read():
    told = read_statement(sent(score=(1, 4)))
    assert told.score.scaled == 0.25
    assert "x@y" not in repr(told)
    assert told.passed(25)
    assert not told.passed(50)


@pytest.mark.parametrize("kind", ["long-fill-in", "other", "likert", None, 3])
def test_free_text_is_dropped(kind):
    assert read_statement(sent(kind=kind, response="Mă cheamă Ana")).response is None


def test_typed_words_are_marked_so_that_they_can_be_dropped_after_scoring():
    assert read_statement(sent(kind="fill-in", response="blue[,]cloud")).typed


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        (sent(score=(2, 1)), "bad-score"),
        (sent(score=(-1, 1)), "bad-score"),
        (sent(score=(1, 0)), "bad-score"),
        (sent(score=(True, 1)), "bad-score"),
        (sent(score=("1", 1)), "bad-score"),
        (sent(score=(float("nan"), 1)), "malformed"),
        (sent(score=(float("inf"), float("inf"))), "malformed"),
        (sent(score=(1, 2)).replace('"max": 2', '"max": 1e999'), "bad-score"),
        (sent(score=(1, 10**400)), "bad-score"),
        (sent(result={"success": "yes"}), "bad-success"),
        (sent(kind="choice", response=3), "bad-response"),
        (sent("hacked"), "unknown-verb"),
        (sent().replace(VERBS, "https://example.org/"), "unknown-verb"),
        (sent(item=B), "foreign-id"),
        (sent(item="x y"), "malformed"),
        (sent(kind="choice", response="x" * 20_000), "too-large"),
        ("[" * 9000, "malformed"),
        ("[]", "malformed"),
        ("", "malformed"),
        ("{}", "malformed"),
        ('{"verb": {"id": []}, "object": {}}', "unknown-verb"),
        (b"\xff\xfe\x00", "malformed"),
    ],
)
def test_what_cannot_be_is_refused(statement, code):
    with pytest.raises(Refusal) as raised:
        read_statement(statement, {A})
    assert raised.value.code == code


def test_two_ids_that_differ_are_refused():
    statement = json.loads(sent(item=A))
    extensions = {"http://h5p.org/x-api/h5p-subContentId": A}
    statement["object"]["definition"]["extensions"] = extensions
    assert read_statement(json.dumps(statement)).item == A
    for other in (B, {"a": 1}, 7):
        extensions["http://h5p.org/x-api/h5p-subContentId"] = other
        with pytest.raises(Refusal, match="malformed"):
            read_statement(json.dumps(statement))


@pytest.mark.parametrize("duration", ["PTNaNS", "PT", "P", "1S", "PT-1S", "PT9999999S", None, 3])
def test_a_duration_that_says_nothing_spoils_nothing(duration):
    assert read_statement(sent(result={"duration": duration})).seconds is None


def test_an_exercise_without_points_has_no_score():
    assert read_statement(sent(score=(0, 0))).score is None


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=6,
)


@given(
    st.dictionaries(st.sampled_from(["verb", "object", "result", "context"]), JSON),
    st.dictionaries(st.sampled_from(["score", "success", "response", "duration"]), JSON),
    st.dictionaries(st.sampled_from(["id", "definition"]), JSON),
)
def test_nothing_but_a_statement_or_a_refusal_comes_back(statement, result, target):
    good = json.loads(sent())
    for made in (statement, {**good, **statement}, {**good, "result": result, "object": target}):
        try:
            told = read_statement(json.dumps(made))
        except Refusal:
            continue
        assert told.score is None or 0 <= told.score.raw <= told.score.max


def test_the_ids_of_a_content_are_found_at_any_depth():
    params = {"a": [{"subContentId": A, "params": {"b": [{"subContentId": B}]}}], "subContentId": 3}
    assert item_ids(params) == {A, B}


def _told(*statements: str):
    return attempt(read_statement(one) for one in statements)


def test_progress_after_the_end_overwrites_nothing():
    done = _told(sent("attempted"), sent("completed", score=(2, 3)), sent("progressed"))
    assert done.outcome.score == Claim(2, 3)
    assert done == _told(sent("completed", score=(2, 3)), sent("progressed", score=(3, 3)))
    assert done == _told(sent("completed", score=(2, 3)), sent("interacted", score=(0, 3)))


def test_an_end_without_a_score_does_not_take_the_score_away():
    assert _told(sent(score=(1, 1)), sent("completed")).outcome.score == Claim(1, 1)


def test_the_last_answer_of_each_part_leads_to_the_end():
    done = _told(
        sent(item=A, kind="choice", response="0"),
        sent(item=A, kind="choice", response="1"),
        sent(item=B, kind="choice", response="2"),
        sent("completed", score=(1, 2)),
    )
    assert [(one.item, one.response) for one in done.items] == [(A, "1"), (B, "2")]


def test_a_new_try_starts_with_no_answers():
    first = [sent(item=A, kind="choice", response="0"), sent("completed", score=(1, 2))]
    second = [sent(item=B, kind="choice", response="0"), sent("completed", score=(2, 2))]
    assert [one.item for one in _told(*first, *second[:1]).items] == [A]
    assert [one.item for one in _told(*first, *second).items] == [B]


def test_informational_content_is_completed_by_reading_it():
    consumed = sent().replace(VERBS + "answered", "http://activitystrea.ms/schema/1.0/consume")
    assert read_statement(consumed).completes
