"""The curriculum, the articles of the Convention and the paths for a year."""

from datetime import date

import pytest
from django.urls import reverse
from wagtail.models import Locale

from lessons.enums import CurriculumTheme
from lessons.kit_sheets import sheet_of
from lessons.models import (
    ConventionArticle,
    CurriculumHook,
    LessonIndexPage,
    PathStep,
    PlanHook,
    YearPathPage,
)
from lessons.selectors import curriculum
from lessons.starter import registers
from tests.factories import make_article, make_edition, make_home, make_plan
from tests.lessons.modules import make_learner, make_way, sit_down
from tests.searching import search_pages

pytestmark = pytest.mark.django_db


def carrying(*articles, **fields):
    plan = make_plan(**fields)
    plan.articles.set(articles)
    plan.save()
    return plan


@pytest.fixture
def articles():
    return make_article(35, "trafficking"), make_article(16, "online")


def row(theme):
    return next(r for r in curriculum("ro").rows if r.label == CurriculumTheme(theme).label)


def cells(theme):
    return [(cell.grades, [entry.title for entry in cell.entries]) for cell in row(theme).cells]


def test_a_lesson_stands_in_every_theme_of_its_articles_for_its_grades(articles):
    carrying(*articles, title="Online", grade_from=5, grade_to=8)
    expected = [("pregătitoare–IV", []), ("V–VIII", ["Online"]), ("IX–XII", [])]
    assert cells("trafficking") == expected
    assert cells("online") == expected
    assert cells("core") == [("pregătitoare–XII", [])]


def test_the_widths_of_a_row_are_all_grades(articles):
    carrying(*articles, grade_from=3, grade_to=6)
    assert {sum(cell.width for cell in r.cells) for r in curriculum("ro").rows} == {13}


def test_a_module_stands_where_its_lesson_does_for_its_own_age(articles):
    plan = carrying(articles[0], title="Lecția", grade_from=4, grade_to=6)
    make_way(title="Modulul", slug="modulul", plan=plan)
    assert cells("trafficking")[1:4] == [
        ("IV", ["Lecția"]),
        ("V–VI", ["Lecția", "Modulul"]),
        ("VII–XII", []),
    ]


def test_a_retired_lesson_is_not_in_the_table(articles):
    carrying(*articles, retired_on="2026-01-01", retired_reason="veche")
    assert cells("trafficking") == [("pregătitoare–XII", [])]


def test_an_empty_cell_says_not_yet(client, articles):
    page = client.get("/lectii/curriculum/").content.decode()
    assert page.count("încă nu</td>") == len(CurriculumTheme)


def test_the_number_of_queries_does_not_grow_with_the_lessons(
    articles, django_assert_max_num_queries
):
    for _ in range(10):
        carrying(*articles)
    with django_assert_max_num_queries(7):
        curriculum("ro")


def test_r21_the_page_of_an_article_lists_every_lesson_that_carries_it(client, articles):
    for number in range(15):
        carrying(articles[0], title=f"Cu articolul {number:02}")
    carrying(articles[1], title="Fără el")
    page = client.get("/lectii/conventie/35/").content.decode()
    assert all(f"Cu articolul {number:02}" in page for number in range(15))
    assert "Fără el" not in page
    assert client.get("/lectii/conventie/99/").status_code == 404


def test_a_lesson_that_is_not_translated_is_listed_in_romanian(client, articles):
    carrying(articles[0], title="Numai română", slug="numai-romana")
    Locale.objects.get_or_create(language_code="en")
    page = client.get("/en/lectii/conventie/35/").content.decode()
    assert '<a href="/lectii/numai-romana/" hreflang="ro" lang="ro">Numai română' in page
    assert "Name 35" in page


def test_the_articles_are_those_whose_names_were_read_in_a_source():
    registers.load()
    articles = ConventionArticle.objects.all()
    assert all(article.source_title and article.source_address for article in articles)
    assert {article.theme for article in articles} == set(CurriculumTheme.values)
    assert not articles.filter(number__in=[28, 29, 31, 33, 39, 42]).exists()


def make_path(*steps, **fields):
    make_plan()
    path = YearPathPage(
        title="Un an", slug="un-an", summary="Pe scurt.", school_year="2026-2027",
        grade_from=5, grade_to=8, body=[], **fields,
    )  # fmt: skip
    for order, step in enumerate(steps):
        path.steps.add(PathStep(sort_order=order, **step))
    LessonIndexPage.objects.get().add_child(instance=path)
    path.save_revision().publish()
    return path


def test_a_path_says_what_is_done_in_each_month_and_where_nothing_is(client):
    hook = CurriculumHook.objects.create(code="SPT", name="Săptămâna prevenirii", month=10, day=18)
    plan = make_plan(title="Lecția lunii")
    make_path({"month": 10, "hook": hook, "plan": plan}, {"plan": plan, "note": "Când vrea."})
    page = client.get("/lectii/un-an/").content.decode()
    assert "Octombrie 2026" in page
    assert "Iunie 2027" in page
    assert "Săptămâna prevenirii" in page
    assert "Fără dată fixă" in page
    assert page.count("încă nu<") == 9
    assert page.count("Lecția lunii") == 2


@pytest.mark.parametrize("words", ["18 octombrie", "scoala altfel", "in seminar"])
def test_a_path_is_found_by_its_days_of_the_calendar(words):
    week = CurriculumHook.objects.create(
        code="SPT", name="Săptămâna din jurul zilei de 18 octombrie"
    )
    other = CurriculumHook.objects.create(code="ALT", name="Școala Altfel")
    path = make_path({"month": 10, "hook": week}, {"hook": other, "note": "Și în seminar."})
    assert [found.pk for found in search_pages(words, "ro")] == [path.pk]


def test_a_path_does_not_offer_a_retired_lesson(client):
    plan = make_plan(title="Retrasă", retired_on="2026-01-01", retired_reason="veche")
    make_path({"month": 10, "plan": plan})
    page = client.get("/lectii/un-an/").content.decode()
    assert "Retrasă" not in page
    assert page.count("încă nu<") == 10


def test_an_english_plan_and_its_kit_call_a_hook_by_its_english_name(client):
    hook = CurriculumHook.objects.create(code="ALT", name="Școala Altfel", name_en="Another Week")
    plan = make_plan(slug="plan")
    english = Locale.objects.get_or_create(language_code="en")[0]
    for above in (make_home(), LessonIndexPage.objects.get()):
        above.copy_for_translation(english).save_revision().publish()
    copy = plan.copy_for_translation(english)
    copy.hooks = [PlanHook(school_year="2026-2027", hook=hook)]
    copy.save_revision().publish()
    copy.refresh_from_db()
    page = client.get("/en/lectii/plan/").content.decode()
    assert page.count("Another Week") == 2
    assert "Școala Altfel" not in page
    sheet = sheet_of(copy, make_edition(copy), 1, date(2026, 11, 30))
    assert [one.label for one in sheet.hooks] == ["Another Week"]


@pytest.mark.parametrize("slug", ["curriculum", "conventie"])
def test_no_lesson_takes_the_address_of_the_curriculum(slug):
    from django.core.exceptions import ValidationError

    with pytest.raises(ValidationError) as refused:
        make_plan(slug="alta").__class__(slug=slug).clean()
    assert "slug" in refused.value.message_dict


def test_the_address_of_the_curriculum_is_no_plan(client):
    make_plan()
    assert reverse("lessons:curriculum") == "/lectii/curriculum/"
    assert client.get("/lectii/curriculum/").status_code == 200


@pytest.mark.parametrize("address", ["curriculum/", "conventie/35/", "un-an/"])
def test_a_page_of_the_curriculum_takes_few_queries(
    client, articles, address, django_assert_max_num_queries
):
    plans = [carrying(*articles) for _ in range(8)]
    make_path(*({"month": 10, "plan": plan} for plan in plans))
    # What every page reads once a generation, such as the footer.
    client.get("/cautare/")
    with django_assert_max_num_queries(15):
        assert client.get(f"/lectii/{address}").status_code == 200


def test_a_path_is_previewed(articles):
    draft = make_path({"month": 10, "plan": carrying(*articles, title="Lecția lunii")})
    response = draft.get_latest_revision_as_object().make_preview_request(preview_mode="")
    response.render()
    assert "Lecția lunii" in response.content.decode()


def test_a_path_for_older_pupils_does_not_open_in_a_class_of_younger_ones(client):
    make_path()
    sit_down(client, make_learner("6-10"))
    assert client.get("/lectii/un-an/").status_code == 403
    sit_down(client, make_learner("11-14"))
    assert client.get("/lectii/un-an/").status_code == 200
