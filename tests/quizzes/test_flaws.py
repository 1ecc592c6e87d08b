"""What an editor is told about a question that is not whole."""

from dataclasses import replace

import pytest

from quizzes.enums import Kind
from quizzes.flaws import flaws_of
from quizzes.sheets import Scene
from tests.quizzes.drafts import SAMPLES, STORY, choices


def said(kind, **changes):
    return [str(flaw) for flaw in flaws_of(replace(SAMPLES[kind], **changes))]


@pytest.mark.parametrize("kind", Kind)
def test_the_samples_are_whole(kind):
    assert said(kind) == []


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind != Kind.FREE_TEXT])
@pytest.mark.parametrize("empty", ["", "  \n"])
def test_feedback_is_required_on_every_option_of_every_kind(kind, empty):
    silent = tuple(replace(choice, feedback=empty) for choice in SAMPLES[kind].choices)
    messages = said(kind, choices=silent)
    assert len(messages) == len(silent)
    assert messages[0].startswith("Varianta 1: scrieți explicația.")


@pytest.mark.parametrize("kind", Kind)
def test_a_question_without_a_text_is_refused(kind):
    assert "Scrieți întrebarea." in said(kind, text=" ")


@pytest.mark.parametrize(
    ("kind", "changes", "start"),
    [
        (Kind.SINGLE, {"choices": choices("ABC", correct=[True, True, False])}, "Bifați"),
        (Kind.SINGLE, {"choices": choices("ABC")}, "Bifați"),
        (
            Kind.SINGLE,
            {"choices": choices("AB", correct=[True, False])},
            "Sunt necesare cel puțin 3",
        ),
        (Kind.MULTIPLE, {"choices": choices("ABCD", correct=[True] + [False] * 3)}, "Bifați"),
        (Kind.MULTIPLE, {"choices": choices("ABCD", correct=[True] * 4)}, "Lăsați"),
        (
            Kind.TRUE_FALSE,
            {"choices": choices("ABC", correct=[True, False, False])},
            "Sunt necesare exact 2",
        ),
        (Kind.ORDER, {"choices": choices(["unu", "unu", "doi"])}, "Două variante"),
        (
            Kind.MATCH,
            {"choices": choices("ABC", match=["x", "", "y"])},
            "Varianta 2: scrieți perechea",
        ),
        (Kind.MATCH, {"choices": choices("ABC", match=["x", "x", "x"])}, "Toate"),
        (Kind.FILL, {"text": "Fără locuri."}, "Marcați"),
        (Kind.FILL, {"text": "Spun {2} unui {1}."}, "Marcați"),
        (
            Kind.FILL,
            {"choices": choices(["nu", "da"], gap=[1, 0])},
            "Niciun cuvânt nu se potrivește în locul gol 2",
        ),
        (
            Kind.FILL,
            {"choices": choices(["nu", "da", "ba"], gap=[1, 2, None])},
            "Varianta 3: scrieți numărul",
        ),
        (Kind.FILL, {"choices": choices(["nu", "da", "ba"], gap=[1, 2, 3])}, "Varianta 3: în text"),
        (Kind.SCALE, {"choices": choices("ABC")}, "Sunt necesare cel puțin 4"),
        (Kind.FREE_TEXT, {"closing": ""}, "Scrieți încheierea"),
        (Kind.FREE_TEXT, {"choices": choices("A")}, "Textul liber"),
    ],
)
def test_each_kind_says_what_it_misses(kind, changes, start):
    assert [message for message in said(kind, **changes) if message.startswith(start)]


@pytest.mark.parametrize(
    ("scenes", "start"),
    [
        ((), "O poveste"),
        ((*STORY, STORY[0]), "Două scene"),
        ((*STORY, Scene("altundeva", "", "x", True)), "Scena 4: nicio variantă"),
        ((STORY[0], replace(STORY[1], ending=True), STORY[2]), "Scena 2: este un final"),
        ((*STORY[:2], replace(STORY[2], ending=False)), "Scena 3: adăugați variante"),
        ((replace(STORY[0], text=""), *STORY[1:]), "Scena 1: scrieți"),
        ((replace(STORY[0], key="Început"), *STORY[1:]), "Scena 1: numele scurt"),
        (STORY[:2], "Varianta 2: alegeți scena la care duce"),
        (STORY[1:], "Varianta 1: alegeți scena în care apare"),
    ],
)
def test_a_story_says_what_it_misses(scenes, start):
    assert [m for m in said(Kind.BRANCHING, scenes=scenes) if m.startswith(start)]


def test_a_story_that_can_go_in_circles_is_refused():
    round_and_round = choices(
        ["Răspund", "Închid", "Înapoi", "Spun nu"],
        scene=["start", "start", "poza", "poza"],
        leads_to=["poza", "bine", "start", "bine"],
    )
    assert [m for m in said(Kind.BRANCHING, choices=round_and_round) if "în cerc" in m]
