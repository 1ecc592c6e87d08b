"""The shipped lessons are complete and add up. They are read as files: no site is needed."""

import tomllib
from pathlib import Path

import pytest

from lms.core import facts

FOLDER = Path(__file__).parents[2] / "lessons" / "starter"
PLANS = [tomllib.loads(path.read_text()) for path in sorted((FOLDER / "plans").glob("*.toml"))]
CASES = {
    language: tomllib.loads((FOLDER / f"case_studies.{language}.toml").read_text())["cases"]
    for language in ("ro", "en")
}
HELPLINES = tomllib.loads(
    (FOLDER.parents[1] / "lms" / "helplines" / "starter" / "helplines.toml").read_text()
)["helplines"]
STATISTICS = tomllib.loads((FOLDER / "statistics.toml").read_text())["statistics"]

each_plan = pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan["slug"])
each_translation = pytest.mark.parametrize(
    "plan", [p for p in PLANS if p["locale"] != "ro"], ids=lambda plan: plan["slug"]
)
ALLOWED = {"p", "ul", "ol", "li", "strong", "em", "h3"}
SAFETY_PLANS = {"planul-meu-de-siguranta", "my-safety-plan"}


def original(plan):
    return next(p for p in PLANS if p["slug"] == plan["key"])


def shape(part):
    """Names, lengths and numbers of a plan, without words; films have languages of their own."""
    if isinstance(part, dict):
        return {name: shape(value) for name, value in part.items() if name != "recordings"}
    if isinstance(part, list):
        return [shape(value) for value in part]
    return "words" if isinstance(part, str) else part


def safety_plan(plan):
    return next(sheet for sheet in plan["worksheets"] if sheet["slug"] in SAFETY_PLANS)


@each_plan
def test_the_steps_add_up_to_the_duration(plan):
    assert sum(step["minutes"] for step in plan["steps"]) == plan["duration"]


@each_plan
def test_the_short_cut_takes_twenty_minutes(plan):
    assert sum(step["short_minutes"] for step in plan["steps"]) == 20


@each_plan
def test_the_safety_plan_has_five_parts(plan):
    assert len(safety_plan(plan)["tasks"]) == 5


@each_plan
def test_the_safety_plan_stays_with_the_pupil(plan):
    assert safety_plan(plan)["private"]


@each_plan
def test_each_question_has_one_fitting_answer(plan):
    assert {sum(c.get("correct", False) for c in q["choices"]) for q in plan["quiz"]} == {1}


@each_plan
def test_each_option_says_why(plan):
    assert all(choice["feedback"] for question in plan["quiz"] for choice in question["choices"])


@each_plan
def test_each_plan_includes_cases_of_its_language(plan):
    assert set(plan["cases"]) <= {case["slug"] for case in CASES[plan["locale"]]}


@each_plan
def test_no_plan_names_a_help_line_that_nobody_has_confirmed(plan):
    unconfirmed = [line["number"] for line in HELPLINES if not line["published"]]
    assert unconfirmed
    assert not [number for number in unconfirmed if number in str(plan)]


@each_plan
def test_each_figure_has_a_source(plan):
    known = {row["key"] for row in STATISTICS if row["source_address"] and row["period"]}
    assert set(facts.keys_in(str(plan))) <= known


@each_plan
def test_r41_each_plan_says_what_to_do_when_a_pupil_tells_something(plan):
    body = plan["disclosure"]["body"]
    assert [words for words in ("112", "119", "DGASPC") if words not in body] == []


def test_r13_social_media_has_two_age_versions():
    bands = {plan["age_band"] for plan in PLANS if "social-media" in plan["slug"]}
    assert len(bands) >= 2


@each_plan
def test_nobody_is_shouted_at(plan):
    assert "!" not in str(plan)


def test_there_are_ten_case_studies():
    assert len(CASES["ro"]) >= 10


def test_all_three_lessons_are_there_in_romanian():
    assert {p["slug"] for p in PLANS if p["locale"] == "ro"} == {
        "social-media-v-viii",
        "social-media-ix-xii",
        "munca-sigura-ix-xii",
    }


def test_every_lesson_is_there_in_english():
    assert {p["key"] for p in PLANS if p["locale"] == "en"} == {
        p["key"] for p in PLANS if p["locale"] == "ro"
    }


@each_translation
def test_a_translation_has_all_parts_of_its_original(plan):
    assert shape(plan) == shape(original(plan))


@each_translation
def test_a_translation_gives_the_figures_of_its_original(plan):
    assert sorted(facts.keys_in(str(plan))) == sorted(facts.keys_in(str(original(plan))))


@each_translation
def test_a_translation_carries_the_cases_of_its_original(plan):
    assert plan["cases"] == original(plan)["cases"]
