"""The text twin says what an activity says, and not which answer is right unless asked."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from media.h5p.content import (
    Blank,
    Blanks,
    DragText,
    Drop,
    MultiChoice,
    Nested,
    QuestionSet,
    SingleChoiceSet,
    Summary,
    TrueFalse,
    known_types,
    read,
)
from media.h5p.content.multi_choice import Answer
from media.h5p.content.single_choice_set import QuickQuestion
from media.h5p.content.summary import Statements
from media.h5p.plain import lines_of
from media.h5p.text import plain, twin
from tests.media.h5p_content.worlds import record

QUESTION = MultiChoice(
    question="<p>Cine te ajută?</p>",
    answers=(Answer(text="<div>Poliția</div>", correct=True), Answer(text="<div>Nimeni</div>")),
)


def test_a_question_with_its_options():
    assert plain(twin(QUESTION)) == "Cine te ajută?\n- Poliția\n- Nimeni\n"
    assert plain(twin(QUESTION, answers=True)).endswith("- Poliția (corect)\n- Nimeni\n")


def test_right_answers_that_are_stored_first_are_not_first_in_the_twin():
    quick = SingleChoiceSet(questions=(QuickQuestion(question="?", answers=("z", "a", "m")),))
    assert plain(twin(quick)) == "?\n- a\n- m\n- z\n"
    summary = Summary(groups=(Statements(options=("z", "a")),))
    assert plain(twin(summary)) == "Alege afirmația corectă\n- a\n- z\n"
    assert "- z (corect)" in plain(twin(summary, answers=True))


def test_gaps_are_lines_to_write_on():
    blanks = Blanks(
        task="<p>Completează</p>", lines=(("<p>Sună la ", Blank(("112",), "trei"), "</p>"),)
    )
    assert plain(twin(blanks)) == "Completează\nSună la ________ (Indiciu: trei)\n"
    assert "Sună la [112]" in plain(twin(blanks, answers=True))


def test_words_to_drag_are_listed_in_an_order_that_tells_nothing():
    drag = DragText(parts=("Unu ", Drop("zid"), "\nDoi ", Drop("arc")), distractors=("măr",))
    assert plain(twin(drag)) == "Unu ________\nDoi ________\nCuvinte: arc, măr, zid\n"


def test_a_set_has_a_heading_for_each_question_and_speaks_the_language():
    quiz = QuestionSet(questions=(Nested(TrueFalse(question="Six?")), Nested(QUESTION)))
    told = twin(quiz, "en")
    assert [block.text for block in told if block.kind == "heading"] == ["Question 1", "Question 2"]
    assert "- True\n- False\n" in plain(told, "en")


def test_an_image_is_told_by_its_alternative_text_and_an_unknown_exercise_by_its_name():
    image = {"library": "H5P.Image 1.1", "params": {"alt": "O ușă"}}
    essay = {"library": "H5P.Essay 1.5", "params": {}}
    told = plain(
        twin(
            read(
                "H5P.QuestionSet 1.20",
                {
                    "questions": [
                        {"library": "H5P.TrueFalse 1.8", "params": {"media": {"type": image}}},
                        essay,
                    ]
                },
            ).content
        )
    )
    assert "Imagine: O ușă" in told
    assert "H5P.Essay" in told


def test_slides_video_and_story():
    text = {"library": "H5P.AdvancedText 1.1", "params": {"text": "<p>Bună</p>"}}
    elements = [{"x": 5, "y": 90, "action": QUESTION_JSON}, {"x": 5, "y": 5, "action": text}]
    slides = {"presentation": {"slides": [{"elements": elements, "keywords": [{"main": "Start"}]}]}}
    told = plain(twin(read("H5P.CoursePresentation 1.25", slides).content))
    assert told == "# Pagina 1: Start\nBună\nDa?\n- a\n"
    moment = {"duration": {"from": 65, "to": 70}, "action": text}
    video = {"interactiveVideo": {"assets": {"interactions": [moment]}}}
    told = plain(twin(read("H5P.InteractiveVideo 1.26", video).content))
    assert told == "# La 1:05\nBună\n"


QUESTION_JSON = {
    "library": "H5P.MultiChoice 1.16",
    "params": {"question": "Da?", "answers": [{"text": "a", "correct": True}]},
}


def test_a_story_says_where_each_decision_leads():
    decision = {
        "branchingQuestion": {
            "question": "<p>Pleci?</p>",
            "alternatives": [
                {"text": "Da", "nextContentId": 1},
                {"text": "Nu", "nextContentId": -1},
            ],
        }
    }
    pieces = [
        {"type": {"library": "H5P.BranchingQuestion 1.0", "params": decision}},
        {
            "type": {"library": "H5P.AdvancedText 1.1", "params": {"text": "Ai plecat."}},
            "nextContentId": -1,
        },
    ]
    story = {"branchingScenario": {"title": "Oferta", "content": pieces}}
    told = plain(twin(read("H5P.BranchingScenario 1.8", story).content))
    assert told == (
        "# Oferta\n\n# Partea 1\nPleci?\n- Da → Partea 2\n- Nu → Sfârșit\n\n"
        "# Partea 2\nAi plecat.\n→ Sfârșit\n"
    )


def test_html_is_read_as_lines_and_code_is_not():
    assert lines_of("<p>a <b>b</b></p><script>x()</script><ul><li>c<li>d &lt; e</ul>f<br>g") == [
        *("a b", "c", "d < e", "f", "g")
    ]


@pytest.mark.parametrize("name", sorted(known_types()))
@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_every_type_has_a_twin_that_tells_no_answers(name, data):
    content = data.draw(record(known_types()[name]))
    for language in ("ro", "en"):
        blocks = twin(content, language)
        assert all(block.right is None for block in blocks)
        assert plain(blocks, language).endswith("\n")


@pytest.mark.parametrize("begun", ["<a ", "<a b='", "<!--", "<div>"])
def test_elements_that_never_end_keep_nobody_waiting(begun):
    began = time.process_time()
    lines_of(begun * 4_000)
    lines_of(begun * 100_000)
    assert time.process_time() - began < 0.5


def test_what_word_writes_between_the_lines_is_not_read():
    assert lines_of("<p>a<![if !x]>b<![endif]></p><![<!c<script>d</script>")[0] == "ab"
