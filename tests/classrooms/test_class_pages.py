"""What a teacher sees of a class and presses in it."""

import uuid
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from lessons.models import StepPage
from lms.classrooms.models import SchoolClass
from lms.classrooms.services import close_class
from lms.people.enums import Role
from tests.classrooms.classes import answer, join, make_class, steps_of
from tests.factories import make_user
from tests.lessons.modules import ORDER, make_question, make_step, make_way

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]
PAGES = ("", "stare/", "ecran/", "intrebare/2/", "diploma.pdf")
BUTTONS = ("pauza/", "reluare/", "prelungire/", "pas/", "inchidere/")


@pytest.fixture
def teacher(client):
    teacher = make_user(Role.TEACHER)
    client.force_login(teacher)
    return teacher


@pytest.fixture
def school_class(teacher):
    return make_class(teacher)


def address(school_class, rest=""):
    return f"/clase/{school_class.public_id}/{rest}"


def shown(client, path):
    return client.get(path).content.decode()


def press(client, school_class, button, **values):
    client.post(address(school_class, button), values)
    return SchoolClass.objects.get(pk=school_class.pk)


def opening(module, **said):
    ticked = StepPage.objects.child_of(module).exclude(question=None)
    usual = {
        "client_id": str(uuid.uuid4()),
        "pace": "self",
        "class_label": "7 B",
        "questions": [step.pk for step in ticked],
    }
    return {**usual, **said}


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


def test_a_class_is_opened_from_the_list_of_modules(client, teacher):
    module = make_way()
    assert f"?modul={module.slug}" in shown(client, "/clase/noua/")


def test_opening_leads_to_the_live_page(client, teacher):
    module = make_way()
    sent = client.post(f"/clase/noua/?modul={module.slug}", opening(module))
    assert sent["Location"] == address(SchoolClass.objects.get())


def test_the_same_form_sent_twice_opens_one_class(client, teacher):
    module = make_way()
    said = opening(module)
    for _ in range(2):
        client.post(f"/clase/noua/?modul={module.slug}", said)
    assert SchoolClass.objects.count() == 1


def test_a_step_whose_question_is_not_ticked_is_left_out_and_words_stay(client, teacher):
    module = make_way()
    words, question, _story = steps_of(module)
    client.post(f"/clase/noua/?modul={module.slug}", opening(module, questions=[question.pk]))
    steps = SchoolClass.objects.get().steps.values_list("step", flat=True)
    assert list(steps) == [words.pk, question.pk]


@pytest.mark.parametrize("field", [{"class_label": "Ana și Ion"}, {"pace": "repede"}])
def test_what_cannot_be_is_sent_back_with_a_word(client, teacher, field):
    module = make_way()
    sent = client.post(f"/clase/noua/?modul={module.slug}", opening(module, **field))
    assert "error-summary" in sent.content.decode()
    assert not SchoolClass.objects.exists()


def test_a_module_that_is_not_published_cannot_be_opened(client, teacher):
    make_way(live=False)
    assert client.get("/clase/noua/?modul=prieteni").status_code == 404


def test_a_form_with_somebody_elses_id_opens_nothing_and_tells_nothing(client, teacher):
    strange = make_class()
    said = opening(strange.module, client_id=str(strange.client_id))
    sent = client.post(f"/clase/noua/?modul={strange.module.slug}", said)
    assert (sent.status_code, SchoolClass.objects.count()) == (404, 1)


def test_the_class_has_the_school_of_the_account(client, teacher):
    from tests.factories import SchoolFactory

    teacher.school = SchoolFactory()
    teacher.save()
    module = make_way()
    client.post(f"/clase/noua/?modul={module.slug}", opening(module))
    assert SchoolClass.objects.get().school == teacher.school


@pytest.mark.parametrize("rest", PAGES)
def test_a_class_is_there_for_its_teacher(client, school_class, rest):
    assert client.get(address(school_class, rest)).status_code == 200


@pytest.mark.parametrize("rest", [*PAGES, *BUTTONS])
@pytest.mark.parametrize("role", [Role.TEACHER, Role.SECRETARIAT])
def test_a_class_is_not_there_for_anybody_else(client, school_class, rest, role):
    client.force_login(make_user(role))
    assert client.get(address(school_class, rest)).status_code == 404
    assert client.post(address(school_class, rest)).status_code in (404, 405)


@pytest.mark.parametrize("rest", BUTTONS)
def test_reading_the_address_of_a_button_changes_nothing(client, school_class, rest):
    before = SchoolClass.objects.values().get()
    assert client.get(address(school_class, rest)).status_code == 302
    assert SchoolClass.objects.values().get() == before


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


@pytest.mark.parametrize("number", [1, 9])
def test_a_step_without_a_question_cannot_be_projected(client, school_class, number):
    assert client.get(address(school_class, f"intrebare/{number}/")).status_code == 404


def test_pause_and_go_on_are_pressed_as_often_as_one_likes(client, school_class):
    for button, paused in [("pauza/", True), ("pauza/", True), ("reluare/", False)]:
        assert press(client, school_class, button).paused is paused


def test_half_an_hour_more_from_two_windows_is_half_an_hour(client, school_class):
    until = school_class.closes_at.isoformat()
    for _window in range(2):
        changed = press(client, school_class, "prelungire/", pana=until)
    assert changed.closes_at - school_class.closes_at == timedelta(minutes=30)


def test_the_button_for_more_time_carries_what_the_page_shows(client, school_class):
    from bs4 import BeautifulSoup

    page = BeautifulSoup(client.get(address(school_class)).content, "html.parser")
    value = page.find("button", {"name": "pana"})["value"]
    changed = press(client, school_class, "prelungire/", pana=value)
    assert changed.closes_at > school_class.closes_at


@pytest.mark.parametrize("value", ["", "mâine", "2026-99-99T00:00:00+02:00", "2026-11-23T11:30"])
def test_more_time_than_nobody_knows_what_is_refused_with_a_word(client, school_class, value):
    client.post(address(school_class, "prelungire/"), {"pana": value})
    assert "Apăsați din nou" in shown(client, address(school_class))


def test_next_from_two_windows_skips_no_step(client, teacher):
    school_class = make_class(teacher, pace="teacher")
    for _window in range(2):
        changed = press(client, school_class, "pas/", pas="2")
    assert changed.current_step == steps_of(school_class.module)[1]


@pytest.mark.parametrize("number", ["", "-1", "x", "²", "99999999999", "4"])
def test_a_step_that_is_none_is_not_shown_and_breaks_nothing(client, teacher, number):
    school_class = make_class(teacher, pace="teacher")
    assert press(client, school_class, "pas/", pas=number).current_step_id == (
        school_class.current_step_id
    )


def test_a_button_of_a_class_that_is_over_says_so(client, school_class):
    close_class(school_class=school_class)
    client.post(address(school_class, "pauza/"))
    assert "se încheiase deja" in shown(client, address(school_class))


def test_closing_leads_to_the_class_session(client, school_class):
    join(school_class)
    closed = client.post(address(school_class, "inchidere/"))
    assert closed["Location"] == f"/clase/sesiuni/nou/?clasa={school_class.public_id}"


def test_a_class_without_pupils_leads_to_no_class_session(client, school_class):
    closed = client.post(address(school_class, "inchidere/"))
    assert closed["Location"] == address(school_class)


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
