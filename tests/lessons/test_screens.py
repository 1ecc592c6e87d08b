"""A question as a pupil sees it, of every kind that is arranged or walked through."""

import pytest

from lessons.screens import question_screen, response_of, values_of
from quizzes.drafts import ChoiceDraft, QuestionDraft, make_sheet
from quizzes.enums import Kind, Trouble
from quizzes.marking import BadResponse, mark
from tests.lessons.modules import ORDER, SINGLE, STORY

SINGLE, STORY, ORDER = make_sheet(SINGLE), make_sheet(STORY), make_sheet(ORDER)
FILL = make_sheet(
    QuestionDraft(
        Kind.FILL,
        "Suni la {1} și spui {2}.",
        choices=(
            ChoiceDraft("119", "Pentru copii.", gap=1),
            ChoiceDraft("unde ești", "Ca să te găsească.", gap=2),
            ChoiceDraft("parola", "Parola rămâne la tine.", gap=0),
        ),
    )
)
MULTIPLE = make_sheet(
    QuestionDraft(
        Kind.MULTIPLE,
        "Ce rămâne al tău?",
        choices=(
            ChoiceDraft("Parola", "E a ta.", correct=True),
            ChoiceDraft("Adresa", "E a ta.", correct=True),
            ChoiceDraft("Gluma", "Pe asta o poți spune."),
            ChoiceDraft("Cântecul", "Și pe asta."),
        ),
    )
)
MATCH = make_sheet(
    QuestionDraft(
        Kind.MATCH,
        "Cine ajută cu ce?",
        choices=(
            ChoiceDraft("119", "Gratuit.", match="copii"),
            ChoiceDraft("112", "Mereu.", match="pericol"),
            ChoiceDraft("Dirigintele", "La școală.", match="școală"),
        ),
    )
)


def test_before_an_answer_nothing_is_said():
    assert not question_screen(SINGLE).remarks


def test_the_chosen_option_says_why():
    assert [r.text for r in question_screen(SINGLE, ["b"]).remarks] == ["Ai dreptul să spui nu."]


def test_the_chosen_option_stays_chosen():
    assert [o.chosen for o in question_screen(SINGLE, ["b"]).options] == [False, True, False]


def test_another_answer_is_met_without_blame():
    assert question_screen(SINGLE, ["a"]).headline == "Mai gândește-te."


def test_an_answer_that_cannot_be_one_is_said_calmly():
    assert question_screen(SINGLE, ["z"]).problem == Trouble.UNKNOWN.label


def test_what_was_left_out_is_named():
    about = [remark.about for remark in question_screen(MULTIPLE, ["a"]).remarks]
    assert about == ["Parola", "Adresa (se potrivea și asta)"]


def test_things_in_order_are_given_places():
    assert [row.options[0].text for row in question_screen(ORDER).rows] == ["1", "1", "1"]


def test_the_right_places_are_the_solution():
    values = values_of(ORDER, ORDER.solution)
    assert response_of(ORDER, values) == ORDER.solution
    assert question_screen(ORDER, values).tone == "good"


@pytest.mark.parametrize(
    ("values", "trouble"),
    [
        (["1", "1", "2"], Trouble.REPEATED),
        (["1", "", "2"], Trouble.INCOMPLETE),
        (["", "", ""], Trouble.EMPTY),
        (["1", "2", "9"], Trouble.UNKNOWN),
        (["1", "2"], Trouble.UNKNOWN),
    ],
)
def test_places_that_are_no_order_are_refused(values, trouble):
    with pytest.raises(BadResponse) as refused:
        response_of(ORDER, values)
    assert refused.value.trouble == trouble


def test_a_gap_is_numbered_in_the_text():
    assert question_screen(FILL).text == "Suni la ____ (1) și spui ____ (2)."


def test_every_gap_offers_every_word():
    assert [len(row.options) for row in question_screen(FILL).rows] == [3, 3]


def test_a_pair_is_named_whole():
    about = question_screen(MATCH, MATCH.solution).remarks[0].about
    assert about == "119 → copii"


def test_a_story_begins_with_its_first_scene():
    screen = question_screen(STORY)
    assert [line.text for line in screen.lines] == ["Salut, ești singur acasă?"]


def test_a_choice_leads_on_and_says_why():
    screen = question_screen(STORY, ["a"])
    assert [line.text for line in screen.lines][1:] == ["Îi răspund", "Trimite-mi o poză."]
    assert screen.lines[1].remark == "E firesc să fii curios."


def test_each_choice_carries_the_way_so_far():
    assert [option.path for option in question_screen(STORY, ["a"]).options] == ["a.c"]


def test_a_way_that_does_not_exist_stops_where_it_left():
    assert question_screen(STORY, ["a", "a", "c"]).path == ("a",)


def test_at_an_ending_the_way_is_the_answer():
    screen = question_screen(STORY, ["a", "c"])
    assert screen.answered
    assert mark(STORY, screen.path).score is None
