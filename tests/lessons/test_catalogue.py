import pytest
from django.http import QueryDict
from wagtail.models import Locale

from lessons.models import LessonPlanPage
from lessons.selectors import Choices, catalogue
from tests.factories import make_edition, make_plan
from tests.lessons.kits import make_kit

pytestmark = pytest.mark.django_db


def found(query="", language="ro"):
    result = catalogue(Choices.from_query(QueryDict(query), language))
    return {plan.slug for plan in result.page}


def counts(key, query=""):
    result = catalogue(Choices.from_query(QueryDict(query), "ro"))
    return {option.value: option.count for option in result.options[key]}


@pytest.fixture
def plans():
    make_plan(slug="gimnaziu", grade_from=5, grade_to=8, age_band="11-14", theme="online")
    make_plan(slug="liceu", grade_from=9, grade_to=12, age_band="15-18", theme="online")
    make_plan(
        slug="munca",
        grade_from=9,
        grade_to=12,
        age_band="15-18",
        theme="abroad",
        needs_devices=True,
        short_duration=30,
    )


@pytest.mark.parametrize(
    ("query", "slugs"),
    [
        ("", {"gimnaziu", "liceu", "munca"}),
        ("varsta=11-14", {"gimnaziu"}),
        ("varsta=11-14&varsta=15-18", {"gimnaziu", "liceu", "munca"}),
        ("clasa=7", {"gimnaziu"}),
        ("clasa=9", {"liceu", "munca"}),
        ("tema=abroad", {"munca"}),
        ("minute=20", {"gimnaziu", "liceu"}),
        ("fara=dispozitive", {"gimnaziu", "liceu"}),
        ("clasa=9&tema=online", {"liceu"}),
        ("limba=en", set()),
    ],
)
def test_a_filter_leaves_exactly_the_plans_that_fit(plans, query, slugs):
    assert found(query) == slugs


@pytest.mark.parametrize(
    "query", ["clasa=abc", "clasa=99", "minute=-1", "varsta=x", "tema=", "limba=xx"]
)
def test_nonsense_in_the_address_is_left_out(plans, query):
    assert len(found(query)) == 3


def test_each_age_says_how_many_plans_it_has(plans):
    assert counts("varsta") == {"6-10": 0, "11-14": 1, "15-18": 2, "adults": 0}


def test_counts_of_one_filter_respect_the_others(plans):
    assert counts("varsta", "tema=abroad")["15-18"] == 1


def test_counts_of_a_filter_ignore_its_own_choice(plans):
    assert counts("tema", "tema=abroad")["online"] == 2


def test_each_language_says_how_many_plans_it_has(plans):
    english = Locale.objects.get_or_create(language_code="en")[0]
    munca = LessonPlanPage.objects.get(slug="munca")
    munca.copy_for_translation(english, copy_parents=True).save_revision().publish()
    assert counts("limba", "tema=abroad") == {"ro": 1, "en": 1}


def test_a_plan_that_stands_twice_in_the_tree_is_one_lesson(plans):
    LessonPlanPage.objects.get(slug="munca").create_alias(update_slug="alias")
    assert "alias" not in found()


def test_the_language_is_no_choice_to_drop(plans):
    assert catalogue(Choices.from_query(QueryDict("limba=en"), "ro")).chosen == []


def test_a_retired_plan_is_not_in_the_catalogue(plans):
    make_plan(slug="retras", retired_on="2026-01-01", retired_reason="veche")
    assert "retras" not in found()


def test_a_plan_is_found_by_a_format_of_its_kit(plans):
    make_kit(make_edition(make_plan(slug="cu-set")))
    assert found("format=pdf") == {"cu-set"}
    assert found("format=pptx") == set()


def test_a_format_that_only_an_older_kit_had_is_not_offered(plans):
    edition = make_edition(make_plan(slug="cu-set"))
    make_kit(edition, version=1).files.update(format="docx")
    make_kit(edition, version=2)
    assert counts("format") == {"pdf": 1, "docx": 0, "pptx": 0}


@pytest.mark.parametrize("words", ["rețelele", "retea", "REŢELELOR"])
def test_words_are_found_in_any_form_and_spelling(words):
    make_plan(slug="retele", summary="Despre rețele sociale.")
    make_plan(slug="altceva", summary="Despre contracte.")
    assert found(f"q={words}") == {"retele"}


def test_words_and_filters_give_what_both_give_alone(plans):
    make_plan(slug="cu-poze", summary="Despre poze.", age_band="11-14")
    assert found("q=poze&varsta=11-14") == found("q=poze") & found("varsta=11-14")


def test_the_number_of_queries_does_not_grow_with_the_plans(plans, django_assert_max_num_queries):
    for _ in range(15):
        make_plan()
    with django_assert_max_num_queries(6):
        found("varsta=11-14")
