"""What plain form controls hold, whatever a browser or a person makes of them."""

import pytest
from django.http import QueryDict
from django.utils.http import urlencode
from hypothesis import given
from hypothesis import strategies as st

from quizzes.drafts import make_sheet
from quizzes.enums import Kind, Trouble
from quizzes.forms import controls_of, path_from, response_from
from quizzes.marking import BadResponse, check
from tests.quizzes.drafts import SAMPLES, any_draft
from tests.quizzes.test_marking import answered

SHEETS = {kind: make_sheet(draft) for kind, draft in SAMPLES.items()}


@given(answered())
def test_a_response_comes_back_from_its_controls(pair):
    sheet, response = pair
    sent = QueryDict(urlencode(controls_of(sheet, response), doseq=True))
    assert response_from(sheet, sent) == check(sheet, response)


names = st.sampled_from(["r", "r1", "r2", "r3", "r9", "q"])
values = st.text("abc.123 -", max_size=4) | st.text(max_size=3)


@given(any_draft.map(make_sheet), st.lists(st.tuples(names, values), max_size=8))
def test_any_controls_hold_a_response_or_trouble_that_is_spoken_of(sheet, sent):
    data = QueryDict(mutable=True)
    for name, value in sent:
        data.appendlist(name, value)
    trouble = Trouble.UNKNOWN
    try:
        response = response_from(sheet, data)
    except BadResponse as refused:
        trouble = refused.trouble
    else:
        assert check(sheet, response) == response
    assert trouble in Trouble


@pytest.mark.parametrize(
    ("kind", "query", "trouble"),
    [
        (Kind.SINGLE, "", Trouble.EMPTY),
        (Kind.SINGLE, "r=x", Trouble.UNKNOWN),
        (Kind.MULTIPLE, "", Trouble.EMPTY),
        (Kind.ORDER, "", Trouble.EMPTY),
        (Kind.ORDER, "r1=1&r2=2", Trouble.INCOMPLETE),
        (Kind.ORDER, "r1=1&r2=1&r3=2", Trouble.REPEATED),
        (Kind.ORDER, "r1=1&r2=2&r3=9", Trouble.UNKNOWN),
        (Kind.MATCH, "r1=a&r2=b", Trouble.INCOMPLETE),
        (Kind.FILL, "r2=a", Trouble.INCOMPLETE),
        (Kind.BRANCHING, "r=a", Trouble.INCOMPLETE),
        (Kind.BRANCHING, "r=" + "a." * 5000, Trouble.UNKNOWN),
    ],
)
def test_controls_that_hold_no_answer_say_what_is_missing(kind, query, trouble):
    with pytest.raises(BadResponse) as refused:
        response_from(SHEETS[kind], QueryDict(query))
    assert refused.value.trouble == trouble


def test_a_box_that_was_sent_twice_is_ticked_once():
    assert response_from(SHEETS[Kind.MULTIPLE], QueryDict("r=b&r=a&r=b")) == ("a", "b")


def test_two_questions_in_one_form_have_names_of_their_own():
    assert response_from(SHEETS[Kind.SINGLE], QueryDict("r=a&q=b"), "q") == ("b",)


def test_nothing_that_was_written_freely_is_read():
    assert response_from(SHEETS[Kind.FREE_TEXT], QueryDict("r=numele+meu")) == ()


@pytest.mark.parametrize(
    ("query", "path"),
    [
        ("", ()),
        ("drum=", ()),
        ("drum=a", ("a",)),
        ("drum=a.c", ("a", "c")),
        ("drum=a.b.c", ("a",)),
        ("drum=x", ()),
        ("drum=b.a", ("b",)),
    ],
)
def test_a_story_goes_as_far_as_its_path_holds(query, path):
    assert path_from(SHEETS[Kind.BRANCHING], QueryDict(query)) == path
