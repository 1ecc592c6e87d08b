"""Reading what others wrote: losses are kept apart, and what is malformed has its path."""

import pytest

from media.h5p.content import (
    ContentError,
    Library,
    Loss,
    MultiChoice,
    Nested,
    Other,
    QuestionSet,
    Summary,
    read,
)
from media.h5p.content.multi_choice import Answer

CHOICE = {"question": "<p>?</p>", "answers": [{"text": "a", "correct": True}]}


def _nested(params: object, library: str = "H5P.MultiChoice 1.16") -> dict[str, object]:
    return {"library": library, "params": params, "subContentId": "a-1", "metadata": {}}


def test_unknown_fields_are_kept_apart_with_their_place():
    params = {
        "questions": [_nested({**CHOICE, "new": 1, "behaviour": {"newer": True}})],
        "endGame": {"oldFeedback": {"failGreeting": "x"}},
    }
    reading = read("H5P.QuestionSet 1.20", params)
    assert isinstance(reading.content, QuestionSet)
    assert sorted(reading.losses, key=lambda loss: loss.path) == [
        Loss("$.endGame.oldFeedback", {"failGreeting": "x"}),
        Loss("$.questions[0].params.behaviour.newer", True),
        Loss("$.questions[0].params.new", 1),
    ]


def test_a_group_of_one_field_is_read_flat_and_grouped():
    ranges = [{"from": 0, "to": 50, "feedback": "x"}]
    flat = read("H5P.MultiChoice 1.16", {**CHOICE, "overallFeedback": ranges})
    grouped = {"overallFeedback": ranges, "more": 1}
    both = read("H5P.MultiChoice 1.16", {**CHOICE, "overallFeedback": grouped})
    assert flat.content == both.content
    assert both.losses == (Loss("$.overallFeedback.more", 1),)
    tip = read("H5P.Summary 1.10", {"summaries": [{"summary": ["a", "b"], "tip": "t"}]}).content
    assert isinstance(tip, Summary)
    assert tip.groups[0].tip == "t"


def test_an_unknown_type_is_kept_whole():
    params = {"questions": [_nested({"taskDescription": "x"}, "H5P.Essay 1.5")]}
    content = read("H5P.QuestionSet 1.20", params).content
    assert isinstance(content, QuestionSet)
    essay = Other(Library.parse("H5P.Essay 1.5"), {"taskDescription": "x"})
    assert content.questions == (Nested(essay, "a-1", {}),)
    assert read("H5P.Essay 1.5", {"taskDescription": "x"}).content == essay


def test_what_editors_leave_empty_is_empty():
    params = {"media": {"type": {"params": {}}}, "behaviour": [], "UI": None, "answers": [{}]}
    reading = read("H5P.MultiChoice 1.16", params)
    assert reading.content == MultiChoice(answers=(Answer(),))
    assert reading.losses == ()


def test_a_number_that_was_stored_as_text_is_a_number():
    reading = read("H5P.MultiChoice 1.16", {**CHOICE, "behaviour": {"passPercentage": "80"}})
    assert (
        reading.content
        == read("H5P.MultiChoice 1.16", {**CHOICE, "behaviour": {"passPercentage": 80}}).content
    )


def test_words_beside_distractors_and_their_tips_are_losses():
    reading = read("H5P.DragText 1.10", {"textField": "*a*", "distractors": "or *b:tip* *c*"})
    assert [(loss.reason, loss.value) for loss in reading.losses] == [
        ("outside-gaps", "or"),
        ("tip-of-distractor", ["tip", "", ""]),
    ]


@pytest.mark.parametrize(
    ("library", "params", "code", "path"),
    [
        ("H5P.MultiChoice 1.16", [1], "not-an-object", "$"),
        ("H5P.MultiChoice 1.16", {"question": 1}, "not-text", "$.question"),
        ("H5P.MultiChoice 1.16", {**CHOICE, "answers": {}}, "not-a-list", "$.answers"),
        (
            "H5P.BranchingScenario 1.8",
            {"branchingScenario": {"content": [{}]}},
            "missing",
            "$.branchingScenario.content[0].type",
        ),
        (
            "H5P.MultiChoice 1.16",
            {**CHOICE, "behaviour": {"type": "many"}},
            "not-a-choice",
            "$.behaviour.type",
        ),
        (
            "H5P.MultiChoice 1.16",
            {**CHOICE, "behaviour": {"enableRetry": 1}},
            "not-a-flag",
            "$.behaviour.enableRetry",
        ),
        (
            "H5P.MultiChoice 1.16",
            {**CHOICE, "behaviour": {"passPercentage": float("nan")}},
            "not-a-number",
            "$.behaviour.passPercentage",
        ),
        (
            "H5P.MultiChoice 1.16",
            {**CHOICE, "behaviour": {"passPercentage": 10**400}},
            "not-a-number",
            "$.behaviour.passPercentage",
        ),
        ("H5P.MultiChoice 1.16", {**CHOICE, "UI": {"noInput": []}}, "not-text", "$.UI.noInput"),
        ("H5P.TrueFalse 1.8", {"question": "?", "correct": True}, "not-a-choice", "$.correct"),
        ("H5P.TrueFalse 1.8", {"question": "?", "correct": []}, "not-a-choice", "$.correct"),
        ("H5P.Blanks 1.14", {"questions": ["a"] * 32}, "too-many", "$.questions"),
        (
            "H5P.QuestionSet 1.20",
            {"questions": [_nested({}, "MultiChoice")]},
            "not-a-library",
            "$.questions[0].library",
        ),
        (
            "H5P.QuestionSet 1.20",
            {"questions": [_nested({"answers": 3, "question": "?"})]},
            "not-a-list",
            "$.questions[0].params.answers",
        ),
    ],
)
def test_what_is_malformed_has_a_code_and_a_path(library, params, code, path):
    with pytest.raises(ContentError) as raised:
        read(library, params)
    assert (raised.value.code, raised.value.path) == (code, path)


def test_nesting_without_end_is_refused():
    params: object = CHOICE
    for _ in range(40):
        params = {"questions": [_nested(params, "H5P.QuestionSet 1.20")]}
    with pytest.raises(ContentError, match="too-deep"):
        read("H5P.QuestionSet 1.20", params)


@pytest.mark.parametrize("library", ["H5P.MultiChoice", "H5P.X 1", "H5P.X 1.2.3", "../x 1.2", ""])
def test_what_is_no_library_is_refused(library):
    with pytest.raises(ValueError):
        read(library, {})
