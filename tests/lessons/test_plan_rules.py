"""What the fields of a plan must say together, whatever an editor typed into one of them."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from lessons.models import CaseStudy, LessonPlanPage

# A page asks for its content type when it is made.
pytestmark = pytest.mark.django_db

WHOLE = {
    "title": "Lecția", "outcomes": "recunosc\ncer ajutor", "exit_questions": "Una?\nDouă?\nTrei?",
    "grade_from": 5, "grade_to": 8, "age_band": "11-14", "sensitivity": 2,
}  # fmt: skip


def wrong_fields(**fields):
    try:
        LessonPlanPage(**{**WHOLE, **fields}).clean()
    except ValidationError as error:
        return set(error.message_dict)
    return set()


def test_a_whole_plan_passes():
    assert wrong_fields() == set()


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"grade_from": 8, "grade_to": 5}, "grade_to"),
        ({"grade_from": 9, "grade_to": 12}, "age_band"),
        ({"sensitivity": 3}, "sensitivity"),
        ({"outcomes": "unul"}, "outcomes"),
        ({"exit_questions": "Una?\nDouă?"}, "exit_questions"),
        ({"retired_on": date(2026, 11, 23)}, "retired_reason"),
        ({"retired_on": date(2999, 1, 1), "retired_reason": "veche"}, "retired_on"),
    ],
)
def test_a_contradiction_is_said_at_its_field(fields, wrong):
    assert wrong_fields(**fields) == {wrong}


@pytest.mark.parametrize(
    "fields",
    [
        {"grade_from": None},
        {"grade_to": None},
        {"grade_from": 99},
        {"grade_to": -7},
        {"sensitivity": None},
        {"age_band": ""},
    ],
)
def test_what_is_empty_or_out_of_range_is_left_to_its_own_error(fields):
    assert wrong_fields(**fields) == set()


@pytest.mark.parametrize(("band", "hardest"), [("6-10", 1), ("11-14", 2), ("15-18", 3)])
def test_a_case_is_not_harder_than_its_age_may_bear(band, hardest):
    CaseStudy(age_band=band, sensitivity=hardest).clean()
    with pytest.raises(ValidationError):
        CaseStudy(age_band=band, sensitivity=hardest + 1).clean()
