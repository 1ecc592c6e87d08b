"""What activities say is checked, scored again where that can be, and taken once."""

import json
import uuid

import pytest
from django.db import connection

from media.h5p.content import Library, Other
from media.h5p.content.profiles import Version
from quizzes.models import ActivityItemResult, ActivityLaunch, ActivityResult
from quizzes.services import StartedOver
from quizzes.services.statements import MOST_STATEMENTS
from tests.media.h5p_content.statements import sent
from tests.quizzes.activities.builders import (
    BLANKS,
    CHOICES,
    DRAG,
    QUICK,
    SET,
    SUMMARY,
    TRUE_FALSE,
    A,
    B,
    C,
    Pupil,
    make_revision,
)

pytestmark = pytest.mark.django_db
UNKNOWN = Other(
    Library("H5P.MemoryGame", Version(1, 3)),
    {"cards": [{"subContentId": A, "library": "H5P.Image 1.1"}]},
)


def pupil(content=TRUE_FALSE):
    return Pupil(make_revision(content))


def said_true(**more):
    return sent("answered", kind="true-false", response="true", score=(1, 1), **more)


def result():
    row = ActivityResult.objects.get()
    return row.raw, row.max, row.by, row.passed


@pytest.mark.parametrize(
    ("content", "kind", "response", "claimed", "counted"),
    [
        (TRUE_FALSE, "true-false", "true", (1, 1), (0, 1, "server", False)),
        (TRUE_FALSE, "true-false", "false", (0, 1), (1, 1, "server", True)),
        (CHOICES, "choice", "0[,]1", (2, 2), (2, 2, "server", True)),
        (CHOICES, "choice", "0[,]3", (2, 2), (0, 2, "server", False)),
        (BLANKS, "fill-in", "unu-unu-doi[,]cineva", (0, 2), (2, 2, "server", True)),
        (BLANKS, "fill-in", "Ana Popescu[,]cineva", (2, 2), (1, 2, "server", False)),
        (DRAG, "fill-in", "stop[,]spun", (0, 2), (2, 2, "server", True)),
        (DRAG, "fill-in", "spun[,]stop", (2, 2), (0, 2, "server", False)),
    ],
)
def test_a_score_that_can_be_counted_is_counted_here(content, kind, response, claimed, counted):
    pupil(content).end("answered", kind=kind, response=response, score=claimed)
    assert result() == counted


def test_of_a_set_the_questions_are_added_up_also_when_they_came_before():
    one = pupil(SET)
    one.end("answered", kind="true-false", response="false", item=A, score=(1, 1))
    one.end("answered", kind="fill-in", response="112[,]Ana Popescu", item=B, score=(2, 2))
    one.tell(
        sent("answered", kind="choice", response="0[,]1", item=C, score=(2, 2)),
        sent("completed", score=(5, 5)),
    )
    assert result() == (4, 5, "server", True)


def test_a_new_pass_replaces_the_answers_of_the_one_before():
    one = pupil(SET)
    for truth in ("true", "false"):
        one.tell(
            sent("answered", kind="true-false", response=truth, item=A),
            sent("answered", kind="choice", response="0[,]1", item=C),
            sent("answered", kind="fill-in", response="112[,]cineva", item=B),
            sent("completed", score=(0, 5)),
        )
    assert result() == (5, 5, "server", True)
    assert ActivityItemResult.objects.count() == 3


def test_after_starting_over_no_answer_of_before_counts():
    one = pupil(SET)
    one.tell(
        sent("answered", kind="true-false", response="true", item=A),
        sent("completed", score=(0, 5)),
    )
    one.launch = one.open(anew=True)
    one.tell(sent("completed", score=(5, 5)))
    assert result() == (5, 5, "client", True)


@pytest.mark.parametrize(("raw", "by"), [(1, "server"), (2, "client")])
def test_quick_questions_are_counted_only_where_the_sum_agrees(raw, by):
    pupil(QUICK).tell(
        sent("answered", kind="choice", response="0", item=A),
        sent("answered", kind="choice", response="1", item=B),
        sent("completed", score=(raw, 2)),
    )
    assert result()[:3] == (raw, 2, by)


def test_a_summary_is_counted_from_what_was_tried_first():
    pupil(SUMMARY).tell(
        sent("answered", kind="choice", response="0", item=A),
        sent("answered", kind="choice", response="1[,]0", item=B),
        sent("completed", score=(2, 2)),
    )
    assert result()[:3] == (1, 2, "server")


def test_of_an_activity_that_is_not_known_the_score_is_what_it_says():
    pupil(UNKNOWN).end(score=(3, 4))
    assert result() == (3, 4, "client", False)


def test_what_has_no_points_is_ended_and_has_no_score():
    pupil(UNKNOWN).end("completed")
    assert result() == (None, None, "", None)


def test_what_ends_nothing_overwrites_nothing():
    one = pupil()
    one.end("answered", kind="true-false", response="false", score=(1, 1))
    one.tell(sent("progressed"), sent("interacted", score=(0, 1)), sent("completed"))
    assert result() == (1, 1, "server", True)


def test_what_has_not_ended_is_no_result():
    one = pupil(SET)
    one.end("answered", kind="true-false", response="false", item=A, score=(1, 1))
    assert not ActivityResult.objects.exists()
    assert ActivityItemResult.objects.get().pending


FORGED = [
    (sent(score=(2, 1)), "bad-score"),
    (sent(score=(-1, 1)), "bad-score"),
    (sent(score=(1, 0)), "bad-score"),
    (sent(score=(float("nan"), 1)), "malformed"),
    (sent(score=(float("inf"), 1)), "malformed"),
    (sent(score=(True, 1)), "bad-score"),
    (sent(score=(1, 1)).replace("1}", "1e999}").replace('"raw": 1,', '"raw": 1e999,'), "bad-score"),
    (sent(item="bbbbbbbb-0000-4000-8000-000000000001", score=(1, 1)), "foreign-id"),
    (sent("invented"), "unknown-verb"),
    (sent(kind="true-false", response="maybe", score=(1, 1)), "foreign-answer"),
    ("{", "malformed"),
    ("[]", "malformed"),
    ('{"a":' * 9000 + "1" + "}" * 9000, "too-large"),
    (sent(result={"pad": "x" * 16_384}), "too-large"),
]


@pytest.mark.parametrize(("statement", "code"), FORGED)
def test_what_cannot_be_is_refused_and_keeps_nothing(statement, code):
    receipt = pupil().tell(statement)
    assert (receipt.refused, receipt.taken) == ([code], 0)
    assert not ActivityResult.objects.exists()
    assert not ActivityItemResult.objects.exists()


def test_one_that_is_refused_does_not_stop_the_next():
    receipt = pupil().tell(sent(score=(2, 1)), said_true())
    assert (receipt.refused, receipt.taken) == (["bad-score"], 1)
    assert result() == (0, 1, "server", False)


def test_a_refused_outcome_leaves_the_one_before():
    one = pupil()
    one.end("answered", kind="true-false", response="false", score=(1, 1))
    one.end("answered", kind="true-false", response="maybe", score=(0, 1))
    assert result() == (1, 1, "server", True)


def test_a_statement_sent_twice_is_taken_once():
    one = pupil()
    right, wrong = (sent(kind="true-false", response=said) for said in ("false", "true"))
    one.tell(right, wrong, ids=["1", "2"])
    again = one.tell(right, ids=["1"])
    assert (again.known, again.taken) == (1, 0)
    assert result()[0] == 0


def test_the_same_answer_given_again_under_its_own_id_counts():
    one = pupil()
    for said in ("false", "true", "false"):
        one.end("answered", kind="true-false", response=said)
    assert result()[0] == 1


@pytest.mark.parametrize("name", ["", "x" * 65])
def test_without_an_id_it_is_known_by_what_it_says(name):
    one = pupil()
    one.tell(said_true(), ids=[name])
    assert one.tell(said_true(), ids=[name]).known == 1


def test_of_one_pass_so_many_are_taken_and_no_more():
    one = pupil()
    one.tell(*[sent("interacted")] * (MOST_STATEMENTS - 1))
    receipt = one.tell(sent("interacted"), said_true(), said_true())
    assert (receipt.taken, receipt.left) == (1, 2)
    assert not ActivityResult.objects.exists()


def test_refused_ones_use_up_room_too():
    one = pupil()
    one.tell(*["{"] * MOST_STATEMENTS)
    assert one.tell(said_true()).left == 1


def test_starting_over_makes_room_ten_times():
    one = pupil()
    for _ in range(12):
        one.tell(*[sent("interacted")] * MOST_STATEMENTS)
        one.launch = one.open(anew=True)
    assert one.row.number == 10
    assert one.tell(sent("interacted")).left == 1


def test_a_page_from_before_starting_over_tells_nothing():
    one = pupil()
    one.open(anew=True)
    with pytest.raises(StartedOver):
        one.tell(said_true())


def test_no_word_that_a_learner_typed_is_anywhere():
    one = pupil(SET)
    one.tell(
        sent("answered", kind="fill-in", response="Ana Popescu[,]cineva", item=B, score=(2, 2)),
        sent("answered", kind="long-fill-in", response="Ana Popescu", item=A, score=(1, 1)),
        sent("answered", kind="choice", response="Ana Popescu", item=C, score=(1, 1)),
        sent("completed", score=(2, 5), kind="fill-in", response="Ana Popescu"),
    )
    other = pupil(UNKNOWN)
    other.tell(
        sent("answered", kind="choice", response="Ana Popescu", item=A, score=(1, 1)),
        sent("completed", kind="fill-in", response="Ana Popescu", score=(1, 1)),
    )
    assert ActivityItemResult.objects.get(item=B).response == "[,]cineva"
    assert ActivityItemResult.objects.get(launch=other.row).response is None
    models = (ActivityLaunch, ActivityResult, ActivityItemResult)
    rows = [list(model.objects.values()) for model in models]
    assert "Popescu" not in json.dumps(rows, default=str)


def test_telling_takes_few_queries(django_assert_max_num_queries):
    one = pupil(SET)
    one.end("answered", kind="true-false", response="false", item=A, score=(1, 1))
    batch = [sent("answered", kind="choice", response="0", item=C, score=(1, 2))] * 9
    with django_assert_max_num_queries(16):
        one.tell(*batch, sent("completed", score=(1, 5)))


def test_a_database_takes_no_score_that_cannot_be():
    one = pupil()
    one.end("answered", kind="true-false", response="false", score=(1, 1))
    with pytest.raises(Exception, match="activity_result_is_possible"), connection.cursor() as c:
        c.execute("UPDATE quizzes_activityresult SET raw = 2")


def test_an_id_is_not_kept_as_it_was_sent():
    one = pupil()
    name = str(uuid.uuid4())
    one.tell(said_true(), ids=[name])
    assert name not in json.dumps(one.row.seen)
