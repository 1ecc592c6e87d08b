"""What the fields of a module and of a step must say together."""

import pytest
from django.core.exceptions import ValidationError

from lessons.models import ModulePage, StepPage
from media.models import ContentDocument, ContentImage

pytestmark = pytest.mark.django_db

MODULE = {
    "title": "Prieteni", "slug": "prieteni", "age_band": "11-14", "sensitivity": 2,
    "takeaways": "unu\ndoi\ntrei", "pledge_title": "Plan", "pledge_prompts": "a\nb\nc\nd",
}  # fmt: skip
STEP = {"title": "Un pas", "slug": "un-pas"}


def wrong_fields(page):
    try:
        page.clean()
    except ValidationError as error:
        return set(error.message_dict)
    return set()


def test_a_whole_module_passes():
    assert wrong_fields(ModulePage(**MODULE)) == set()


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"takeaways": "unu\ndoi"}, "takeaways"),
        ({"takeaways": "unu\ndoi\ntrei\npatru"}, "takeaways"),
        ({"sensitivity": 3}, "sensitivity"),
        ({"age_band": "6-10"}, "sensitivity"),
        ({"pledge_prompts": "a\nb\nc"}, "pledge_prompts"),
        ({"pledge_title": ""}, "pledge_title"),
    ],
)
def test_a_contradiction_of_a_module_is_said_at_its_field(fields, wrong):
    assert wrong_fields(ModulePage(**{**MODULE, **fields})) == {wrong}


def test_a_module_may_have_no_plan_at_its_end():
    assert wrong_fields(ModulePage(**{**MODULE, "pledge_title": "", "pledge_prompts": ""})) == set()


def test_a_whole_step_passes():
    assert wrong_fields(StepPage(**STEP)) == set()


@pytest.mark.parametrize("slug", ["recapitulare", "plan", "pachet", "partajare", "acum"])
def test_a_step_does_not_take_an_address_of_the_module(slug):
    assert wrong_fields(StepPage(title="Un pas", slug=slug)) == {"slug"}


def test_a_picture_needs_words_for_those_who_cannot_see_it():
    assert wrong_fields(StepPage(**STEP, picture=ContentImage(title="x"))) == {"picture_text"}


def test_the_description_of_the_library_is_words_enough():
    assert wrong_fields(StepPage(**STEP, picture=ContentImage(description="Un zmeu"))) == set()


def test_a_sound_needs_its_spoken_text():
    sound = ContentDocument(title="x", file="documents/x.mp3")
    assert wrong_fields(StepPage(**STEP, sound=sound)) == {"spoken"}


def test_a_document_that_is_no_recording_is_refused():
    sound = ContentDocument(title="x", file="documents/x.pdf")
    assert wrong_fields(StepPage(**STEP, sound=sound, spoken="Bună.")) == {"sound"}


def test_only_a_question_can_measure():
    assert wrong_fields(StepPage(**STEP, measure="before")) == {"measure"}
