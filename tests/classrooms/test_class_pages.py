"""What a teacher sees of a class and presses in it."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from lms.classrooms.services import close_class
from lms.core import facts
from lms.core.facts import Fact
from lms.people.enums import Role
from tests.classrooms.classes import BUTTONS, address, answer, join, make_class, shown, steps_of
from tests.factories import make_user
from tests.lessons.modules import ORDER, make_module, make_question, make_step, make_way

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]
PAGES = ("", "stare/", "ecran/", "intrebare/2/", "diploma.pdf")


@pytest.fixture
def teacher(client):
    teacher = make_user(Role.TEACHER)
    client.force_login(teacher)
    return teacher


@pytest.fixture
def school_class(teacher):
    return make_class(teacher)


def test_without_classes_the_list_says_how_to_begin(client, teacher):
    assert "Încă nicio clasă" in shown(client, "/clase/")


def test_the_list_has_the_own_classes_only(client, school_class):
    make_class(module=school_class.module, class_label="8 C")
    page = shown(client, "/clase/")
    assert "7 B" in page
    assert "8 C" not in page


def test_the_list_says_how_many_joined(client, school_class):
    join(school_class), join(school_class)
    assert '<td class="number" data-label="Elevi">2</td>' in shown(client, "/clase/")


def test_a_module_that_is_not_published_cannot_be_opened(client, teacher):
    make_way(live=False)
    assert client.get("/clase/noua/?modul=prieteni").status_code == 404


@pytest.mark.parametrize("rest", PAGES)
def test_a_class_is_there_for_its_teacher(client, school_class, rest):
    assert client.get(address(school_class, rest)).status_code == 200


@pytest.mark.parametrize("rest", [*PAGES, *BUTTONS])
@pytest.mark.parametrize("role", [Role.TEACHER, Role.SECRETARIAT])
def test_a_class_is_not_there_for_anybody_else(client, school_class, rest, role):
    client.force_login(make_user(role))
    assert client.get(address(school_class, rest)).status_code == 404
    assert client.post(address(school_class, rest)).status_code in (404, 405)


def test_the_page_says_how_many_joined(client, school_class):
    join(school_class)
    assert "<b>1</b>" in shown(client, address(school_class)).replace(' class="figure-number"', "")


def test_the_page_names_no_pupil(client, school_class):
    seat = join(school_class)
    answer(seat, steps_of(school_class.module)[1], "b")
    animal = seat.learner.nickname.split("-")[0]
    for rest in ("", "stare/", "intrebare/2/"):
        page = shown(client, address(school_class, rest))
        assert str(seat.learner.pk) not in page
        assert animal not in page


def test_the_page_says_what_was_chosen(client, school_class):
    question = steps_of(school_class.module)[1]
    for option in ("b", "b", "a"):
        answer(join(school_class), question, option)
    assert "2 din 3 au ales B" in shown(client, address(school_class))


def test_only_the_first_choice_counts(client, school_class):
    seat, question = join(school_class), steps_of(school_class.module)[1]
    answer(seat, question, "a")
    answer(seat, question, "b")
    assert "1 din 1 a ales A" in shown(client, address(school_class))


def test_of_an_order_it_says_how_many_put_all_in_its_place(client, teacher):
    module = make_way()
    ordered = make_step(module, "ordine", question=make_question(ORDER))
    school_class = make_class(teacher, module)
    from quizzes.services import current_version

    solution = current_version(question=ordered.question).sheet.solution
    answer(join(school_class), ordered, *solution)
    answer(join(school_class), ordered, *reversed(solution))
    assert "1 din 2 a pus totul la locul potrivit" in shown(client, address(school_class))


def test_the_histogram_has_its_table_beside_it(client, school_class):
    answer(join(school_class), steps_of(school_class.module)[1], "b")
    page = shown(client, address(school_class))
    assert 'role="img" aria-labelledby="histograma"' in page
    assert '<th scope="row">2. Pasul intrebare</th><td class="number">1</td>' in page


def test_the_part_that_is_fetched_is_a_part_and_is_never_kept(client, school_class):
    response = client.get(address(school_class, "stare/"))
    assert "<html" not in response.content.decode()
    assert "no-store" in response["Cache-Control"]


def test_the_part_is_the_same_until_something_changes(client, school_class):
    parts = [shown(client, address(school_class, "stare/")) for _ in range(2)]
    assert parts[0] == parts[1]


def test_without_scripts_the_page_reloads_by_itself(client, school_class):
    page = shown(client, address(school_class))
    assert '<noscript><meta http-equiv="refresh" content="8"></noscript>' in page


def test_how_many_pupils_there_are_does_not_change_the_number_of_queries(
    client, school_class, django_assert_max_num_queries
):
    question = steps_of(school_class.module)[1]
    for _ in range(12):
        answer(join(school_class), question, "b")
    shown(client, address(school_class, "stare/"))
    with django_assert_max_num_queries(16):
        shown(client, address(school_class, "stare/"))


def test_the_code_is_shown_with_its_whole_address_as_qr(client, school_class, settings):
    settings.SITE_URL = "https://exemplu.ro"
    page = shown(client, address(school_class, "ecran/"))
    assert school_class.code.code in page
    assert "exemplu.ro/intra" in page


def test_the_code_of_an_english_module_leads_to_an_english_page(school_class):
    from wagtail.models import Locale

    from lms.classrooms.selectors.classes import joining_address

    english = Locale.objects.get_or_create(language_code="en")[0]
    school_class.module.locale = english
    assert "/en/intra/" in joining_address(school_class)


def test_a_closed_class_shows_no_code(client, school_class):
    code = school_class.code.code
    close_class(school_class=school_class)
    assert client.get(address(school_class, "ecran/")).status_code == 302
    assert code not in shown(client, address(school_class))


def test_a_question_is_projected_with_why_each_option_fits_or_not(client, school_class):
    page = shown(client, address(school_class, "intrebare/2/"))
    assert "Ai dreptul să spui nu." in page


def test_a_projected_question_shows_figures_and_no_tokens(client, school_class, monkeypatch):
    known = {"RO.test": Fact("RO.test", "61 %", "", "", "", "")}
    monkeypatch.setattr(facts, "_resolvers", [lambda key, language: known.get(key)])
    question = steps_of(school_class.module)[1].question
    question.text = "De ce {fapt:RO.test}?"
    question.save()
    page = shown(client, address(school_class, "intrebare/2/"))
    assert "De ce 61 %?" in page
    assert "{fapt:" not in page


@pytest.mark.parametrize("number", [1, 9])
def test_a_step_without_a_question_cannot_be_projected(client, school_class, number):
    assert client.get(address(school_class, f"intrebare/{number}/")).status_code == 404


def test_after_a_day_the_page_still_says_how_many_there_were(client, school_class, teacher):
    from django.core.management import call_command

    answer(join(school_class), steps_of(school_class.module)[1], "b")
    with time_machine.travel(timezone.now() + timedelta(days=2)):
        call_command("tick")
        client.force_login(teacher)
        page = shown(client, address(school_class))
    assert "A intrat 1 elev." in page
    assert "1 din 1 a ales B" in page


def test_the_diploma_has_the_class_and_the_module_and_no_name(client, school_class):
    from io import BytesIO

    from pypdf import PdfReader

    seat = join(school_class)
    body = client.get(address(school_class, "diploma.pdf")).content
    reader = PdfReader(BytesIO(body))
    text = reader.pages[0].extract_text()
    assert {"7 B", "Prieteni pe net", "Diplomă de clasă"} <= {
        part for part in ("7 B", "Prieteni pe net", "Diplomă de clasă") if part in text
    }
    assert seat.learner.nickname.split("-")[0] not in text
    assert (len(reader.pages), reader.trailer["/Root"]["/MarkInfo"]["/Marked"]) == (1, True)


def test_a_running_class_is_the_first_thing_to_do(client, school_class):
    page = shown(client, "/cont/")
    assert address(school_class) in page
    assert "Clasă deschisă: 7 B, Prieteni pe net" in page


def test_a_class_that_is_over_waits_to_be_confirmed(client, school_class):
    join(school_class)
    close_class(school_class=school_class)
    assert f"?clasa={school_class.public_id}" in shown(client, "/cont/")


def test_after_two_weeks_nobody_is_reminded(client, school_class, teacher):
    join(school_class)
    close_class(school_class=school_class)
    with time_machine.travel(timezone.now() + timedelta(days=15)):
        client.force_login(teacher)
        assert "?clasa=" not in shown(client, "/cont/")


@pytest.fixture
def asked_twice(teacher):
    """A class of a module that asks the same question at the start and at the end."""
    module = make_module()
    question = make_question()
    make_step(module, "inainte", question=question)
    make_step(module, "dupa", question=question)
    return make_class(teacher, module)


def answer_twice(school_class, pupils):
    first, last = steps_of(school_class.module)
    for _ in range(pupils):
        seat = join(school_class)
        answer(seat, first, "a"), answer(seat, last, "b")


def test_ten_who_answered_at_the_start_and_at_the_end_are_a_change(client, asked_twice):
    answer_twice(asked_twice, 10)
    page = shown(client, address(asked_twice))
    assert "10 elevi au răspuns de ambele dăți." in page
    assert "Mai sus la sfârșit: 10. La fel: 0. Mai jos: 0." in page


def test_the_change_is_two_means(client, asked_twice):
    answer_twice(asked_twice, 10)
    page = shown(client, address(asked_twice))
    assert '<th scope="row">La început</th><td class="number">0 %</td>' in page
    assert '<th scope="row">La sfârșit</th><td class="number">100 %</td>' in page


def test_nine_are_too_few_for_a_change(client, asked_twice):
    answer_twice(asked_twice, 9)
    page = shown(client, address(asked_twice))
    assert "cel puțin 10 elevi" in page
    assert "au răspuns de ambele dăți." not in page


def test_a_class_that_is_asked_once_hears_nothing_of_a_change(client, school_class):
    assert "La început și la sfârșit" not in shown(client, address(school_class))
