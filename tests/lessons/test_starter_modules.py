"""Modules that a new site starts with, read from their files."""

import re
import tomllib
from pathlib import Path

import pytest
from wagtail.models import Locale

from lessons.models import ModulePage, StepPage
from lessons.starter import modules
from lms.helplines import starter as helplines
from quizzes.models import Question
from tests.factories import make_home, make_plan

pytestmark = pytest.mark.django_db

STEP = """
[[steps]]
slug = "{slug}"
title = "{title}"
measure = "{measure}"
[[steps.body]]
type = "paragraph"
value = "<p>{title}</p>"
[steps.question]
key = "proba-ce-faci"
kind = "single"
text = "{title}?"
options = [
  {{ text = "a", correct = true, feedback = "De ce a." }},
  {{ text = "b", feedback = "De ce b." }},
  {{ text = "c", feedback = "De ce c." }},
]
"""
MODULE = """
key = "proba"
slug = "{slug}"
locale = "{locale}"
title = "{title}"
summary = "Pe scurt."
age_band = "11-14"
theme = "online"
plan = "plan"
minutes = 20
sensitivity = 2
takeaways = ["unu", "doi", "trei"]
pledge_title = "Plan"
pledge_intro = "Pentru tine."
pledge_prompts = ["a", "b", "c", "d"]
"""


def write(folder, locale, slug, title):
    steps = [
        STEP.format(slug=f"{slug}-1", title=title, measure="before"),
        STEP.format(slug=f"{slug}-2", title=title, measure="after"),
    ]
    text = MODULE.format(slug=slug, locale=locale, title=title) + "".join(steps)
    (folder / f"{slug}.{locale}.toml").write_text(text)


@pytest.fixture
def folder(tmp_path):
    """A module in Romanian, a plan for it, and homes in two languages."""
    home = make_home()
    make_plan(slug="plan")
    english = Locale.objects.get_or_create(language_code="en")[0]
    home.copy_for_translation(english)
    write(tmp_path, "ro", "proba", "Probă")
    return tmp_path


def test_a_file_becomes_a_published_module(folder, client):
    assert modules.load(folder) == 1
    assert client.get("/module/proba/proba-1/").status_code == 200


def test_loading_again_adds_nothing(folder):
    modules.load(folder)
    assert modules.load(folder) == 0
    assert ModulePage.objects.count() == 1


def test_a_module_finds_its_plan(folder):
    modules.load(folder)
    assert ModulePage.objects.get().plan.slug == "plan"


def test_the_same_key_is_the_same_question(folder):
    modules.load(folder)
    assert Question.objects.count() == 1
    assert StepPage.objects.filter(question__key="proba-ce-faci").count() == 2


def test_a_translation_joins_the_original_step_by_step(folder):
    write(folder, "en", "trial", "Trial")
    assert modules.load(folder) == 2
    assert len(set(ModulePage.objects.values_list("translation_key"))) == 1
    assert len(set(StepPage.objects.values_list("translation_key"))) == 2
    assert len(set(Question.objects.values_list("translation_key"))) == 1


def test_a_module_that_breaks_a_rule_is_refused(folder):
    path = folder / "proba.ro.toml"
    path.write_text(path.read_text().replace("sensitivity = 2", "sensitivity = 4"))
    with pytest.raises(Exception, match="Prea greu"):
        modules.load(folder)


@pytest.mark.parametrize("path", sorted(modules.FOLDER.glob("*.toml")), ids=lambda path: path.name)
def test_pupils_are_sent_to_no_number_that_nobody_confirmed(path):
    rows = tomllib.loads((Path(helplines.__file__).parent / "helplines.toml").read_text())
    waiting = [r["dial"] for r in rows["helplines"] if r["dial"] and not r["published"]]
    digits = re.sub(r"(?<=\d) (?=\d)", "", path.read_text(encoding="utf-8"))
    assert [number for number in waiting if number in digits] == []


def test_r12_the_lesson_of_that_title_has_a_module_for_each_age():
    """A module has a neutral title of its own; its opening page names the lesson."""
    titles = {
        plan["slug"]: plan["title"]
        for plan in map(_read, (modules.FOLDER.parent / "plans").glob("*.ro.toml"))
    }
    ages = {
        module["age_band"]
        for module in map(_read, modules.FOLDER.glob("*.ro.toml"))
        if titles[module["plan"]] == "Cum să fii în siguranță pe Social Media"
    }
    assert ages == {"11-14", "15-18"}


def _read(path: Path) -> dict:
    return tomllib.loads(path.read_text())


@pytest.mark.parametrize("path", sorted(modules.FOLDER.glob("*.en.toml")), ids=lambda p: p.name)
def test_a_translation_asks_and_branches_as_its_original(path):
    data = _read(path)
    assert _asked(data) == _asked(_read(modules.FOLDER / f"{data['key']}.ro.toml"))


def _asked(module: dict) -> list[tuple]:
    """What is no matter of language: which answer fits, where each choice leads."""
    same = ("correct", "gap", "scene", "leads_to")
    return [
        (
            step.get("measure", ""),
            question.get("key"),
            [[option.get(name) for name in same] for option in question.get("options", [])],
            [(scene["key"], scene["ending"]) for scene in question.get("scenes", [])],
        )
        for step in module["steps"]
        for question in [step.get("question", {})]
    ]
