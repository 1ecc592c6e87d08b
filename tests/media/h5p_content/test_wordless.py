"""What is kept of responses and states holds no word that a reader wrote, and is worth the same."""

import json
import time

import pytest

from media.h5p.content import Blank, Blanks, DragText, Drop, Library, MultiChoice, Other, TrueFalse
from media.h5p.content.multi_choice import Answer
from media.h5p.content.profiles import Version
from media.h5p.marking import mark
from media.h5p.wordless import MOST_STATE, state_without_words, without_words
from media.h5p.xapi import Statement

GAPS = Blanks(
    lines=((Blank(("112", "unu-unu-doi")), " ", Blank(("Cluj",))), (Blank(("mama",)),)),
    accept_misspelled=True,
    case_sensitive=False,
)
WORDS = DragText(parts=(Drop("a & b"), " ", Drop("c")), distractors=("d",))
CONTENT = {"text": "<p>Sună la 112</p>", "questions": ["*112*"], "part": {"id": "aaaa-1"}}


def kept(content, response):
    return without_words(content, Statement("answered", response=response, typed=True)).response


@pytest.mark.parametrize(
    ("response", "own"),
    [
        ("112[,]Cluj[,]mama", "112[,]Cluj[,]mama"),
        ("unu-unu-doi[,]CLUJ[,]Ana Popescu", "112[,]Cluj[,]"),
        ("[,]Clj[,]", "[,]Cluj[,]"),
        ("[,][,]", "[,][,]"),
    ],
)
def test_a_gap_keeps_the_answer_of_the_content_or_nothing(response, own):
    assert kept(GAPS, response) == own
    assert mark(GAPS, own) == mark(GAPS, response)


@pytest.mark.parametrize(
    ("response", "own"),
    [("a &amp; b[,]c", "a &amp; b[,]c"), ("c[,]a &amp; b", "[,]"), ("d[,]c", "[,]c")],
)
def test_a_dragged_word_is_kept_where_it_belongs(response, own):
    assert kept(WORDS, response) == own


def test_a_response_with_other_gaps_than_the_content_is_dropped():
    assert kept(GAPS, "112") is None


def test_chosen_numbers_are_kept():
    assert kept(MultiChoice(answers=(Answer(), Answer())), "0[,]1") == "0[,]1"
    assert kept(TrueFalse(), "true") == "true"


def test_what_cannot_be_scored_keeps_no_response():
    assert kept(Other(Library("H5P.Essay", Version(1, 5)), {}), "Ana Popescu") is None


def test_nothing_is_typed_afterwards():
    assert not without_words(GAPS, Statement("answered", response="a[,]b[,]c", typed=True)).typed


@pytest.mark.parametrize(
    ("state", "kept"),
    [
        (["112", "Ana Popescu"], ["112", ""]),
        ({"answer": True, "at": 1.5, "none": None}, {"answer": True, "at": 1.5, "none": None}),
        ({"answers": [0, "2", "true"]}, {"answers": [0, "2", "true"]}),
        ({"a": ["0722123456", 722123456789]}, {"a": ["", 0]}),
        ({"Ana Popescu": 1, "ok": 1}, {"ok": 1}),
        ('["112","Ana"]', '["112",""]'),
        ({"of": "aaaa-1", "drawn": "data:image/png;base64,AAAA"}, {"of": "aaaa-1", "drawn": ""}),
        ("[Ana", ""),
        ("\ud800", ""),
    ],
)
def test_a_state_keeps_numbers_and_words_of_the_content(state, kept):
    assert json.loads(state_without_words(json.dumps(state), CONTENT)) == kept


@pytest.mark.parametrize(
    "state", ["", "{", "NaN", "[1e999", "[" * 50 + "]" * 50, "[" * 30_000, '"' + "x" * MOST_STATE]
)
def test_a_state_that_is_none_is_refused(state):
    with pytest.raises(ValueError):
        state_without_words(state, CONTENT)


def test_what_is_kept_can_be_written_by_any_database():
    content = {"text": "\ud800 și \u0000"}
    kept = state_without_words(json.dumps(["\ud800 și", "\u0000"]), content)
    assert "\x00" not in kept.encode().decode()


def test_thousands_of_texts_keep_nobody_waiting():
    content = {"texts": [f"cuvântul {number}" for number in range(60_000)]}
    state = ["cuvântul 7", *(f"z{number}q" for number in range(5_000))]
    began = time.process_time()
    kept = json.loads(state_without_words(json.dumps(state), content))
    assert time.process_time() - began < 1.5
    assert kept == ["cuvântul 7", *[""] * 5_000]


def test_hundreds_of_gaps_keep_nobody_waiting():
    part = Blanks(
        lines=((*(Blank((f"cuvânt{n}lung",)) for n in range(1_200)),),), accept_misspelled=True
    )
    told = Statement("answered", response="[,]".join(["cuvântxxxlung"] * 1_200))
    began = time.process_time()
    without_words(part, told)
    assert time.process_time() - began < 1.0
