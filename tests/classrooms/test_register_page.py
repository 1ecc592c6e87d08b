"""The form of one session, by a kit's code and in an account, with everything that can be wrong."""

import smtplib

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend

from lessons.selectors import registration_token
from lms.classrooms.enums import Status
from lms.classrooms.models import ClassSession
from lms.organisations.models import SchoolRequest
from tests.classrooms.builders import DAY, form_data, make_session
from tests.factories import SchoolFactory, make_edition

pytestmark = pytest.mark.django_db
ADDRESS = "/clase/sesiuni/nou/"


@pytest.fixture
def plan():
    return make_edition().plan


@pytest.fixture
def school():
    return SchoolFactory(name="Școala Gimnazială „Ion Creangă”")


@pytest.fixture
def send(client, plan, school):
    """Send the form with these fields changed; without them everything is right."""

    def _send(**fields):
        return client.post(ADDRESS, form_data(plan, school, **fields))

    return _send


def problem_of(response, field):
    """What the page says is wrong with a field."""
    return " ".join(response.context["form"].errors.get(field, []))


def test_a_kits_code_brings_its_lesson(client, plan):
    token = registration_token(plan.editions.get())
    page = client.get(ADDRESS, {"set": token})
    assert page.context["form"]["plan"].value() == plan.pk


@pytest.mark.parametrize("name", ["slug", "pk"])
def test_a_lesson_is_named_by_its_address_word_or_its_id(client, plan, name):
    page = client.get(ADDRESS, {"plan": getattr(plan, name)})
    assert page.context["form"]["plan"].value() == plan.pk


@pytest.mark.parametrize("query", [{"set": "fals"}, {"plan": "nu-exista"}, {"plan": "99999"}])
def test_a_code_that_is_no_good_leaves_the_choice_open(client, plan, query):
    page = client.get(ADDRESS, query)
    assert page.status_code == 200
    assert "listă" in page.context["problem"]


def test_the_form_has_at_most_eight_questions_besides_the_folded_ones(client, plan):
    soup = BeautifulSoup(client.get(ADDRESS).content, "html.parser").find(id="sesiune")
    for folded in soup.select("details"):
        folded.decompose()
    assert len(soup.select(".field")) <= 8


def test_the_form_shows_what_to_do_when_a_pupil_tells_something(client):
    text = client.get(ADDRESS).content.decode()
    assert "119" in text
    assert "nu păstrează nimic despre el" in text


def test_the_day_comes_filled_in(client):
    assert 'value="23.11.2026"' in client.get(ADDRESS).content.decode()


def test_a_session_without_an_account_waits_for_its_e_mail(send):
    response = send()
    assert response.status_code == 302
    assert ClassSession.objects.get().latest.status == Status.UNCONFIRMED
    assert "/clase/confirmare/" in mail.outbox[0].body


def test_the_edition_of_the_code_is_kept(client, plan, school):
    edition = plan.editions.get()
    make_edition(plan, "2027-2028")
    token = registration_token(edition)
    client.post(f"{ADDRESS}?set={token}", form_data(plan, school))
    assert ClassSession.objects.get().latest.edition == edition


def test_the_minutes_of_the_plan_are_the_duration(send, plan):
    send()
    assert ClassSession.objects.get().latest.duration == plan.duration


def test_a_double_click_registers_once(client, plan, school):
    data = form_data(plan, school)
    addresses = [client.post(ADDRESS, data)["Location"] for _ in range(2)]
    assert ClassSession.objects.count() == 1
    assert "era=deja" in addresses[1]


def test_a_second_click_sends_no_second_letter(client, plan, school):
    data = form_data(plan, school)
    for _ in range(2):
        client.post(ADDRESS, data)
    assert len(mail.outbox) == 1


def test_the_browsers_back_may_show_the_same_form_again(client):
    assert "no-store" not in client.get(ADDRESS)["Cache-Control"]


def test_many_sessions_from_one_address_are_all_accepted(send):
    for number in range(30):
        send(class_label=f"{5 + number % 8} {chr(65 + number // 8)}")
    assert ClassSession.objects.unconfirmed().count() == 30


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("date", "24.11.2026", "în viitor"),
        ("date", "ieri", "23.11.2026"),
        ("date", "", "data la care"),
        ("girls", "5000", "5000 este prea mult"),
        ("girls", "-1", "de la 0 în sus"),
        ("boys", "opt", "fără litere"),
        ("boys", "99999999999999999999", "prea mult"),
        ("plan", "", "Alegeți lecția"),
        ("plan", "abc", "din listă"),
        ("class_label", "", "Scrieți clasa"),
        ("class_label", "VII A-B", "Nu recunoaștem clasa"),
        ("email", "ana", "nume@scoala.ro"),
        ("email", "", "linkul de confirmare"),
        ("duration", "0", "de la 1 în sus"),
        ("organisation", "77777", "din listă"),
    ],
)
def test_bad_input_is_explained_at_its_field_and_registers_nothing(send, field, value, said):
    response = send(**{field: value})
    assert said in problem_of(response, field)
    assert not ClassSession.objects.exists()


def test_what_was_typed_stays_in_the_form_after_an_error(send):
    text = send(girls="5000", class_label="8 C").content.decode()
    assert 'value="5000"' in text
    assert 'value="8 C"' in text


def test_no_pupils_at_all_is_asked_about(send):
    assert "cel puțin un număr" in problem_of(send(girls="", boys=""), "girls")


def test_a_group_that_is_no_class_needs_no_class(send):
    assert send(class_label="", group_type="mixed").status_code == 302


def test_schools_are_found_without_scripts_and_nothing_typed_is_lost(send, school):
    response = send(school="", school_words="creanga", class_label="8 C", search="1")
    text = response.content.decode()
    assert f'name="school" value="{school.pk}"' in text
    assert 'value="8 C"' in text
    assert not response.context["form"].is_bound


def test_a_school_that_is_not_chosen_is_asked_for_with_the_list(send, school):
    response = send(school="", school_words="creanga")
    assert "Alegeți școala" in problem_of(response, "school_words")
    assert school in response.context["form"].schools()


@pytest.mark.parametrize("value", ["999999", "abc", "²", "9" * 30])
def test_an_unknown_school_is_explained(send, value):
    response = send(school=value, school_words="Hogwarts")
    assert "Nu am găsit „Hogwarts”" in problem_of(response, "school_words")


def test_a_school_that_is_not_in_the_list_is_asked_for_and_the_session_is_kept(send, school):
    send(
        school="nou", missing_name="Școala Nouă", missing_locality="Turda",
        missing_county=school.county_id,
    )  # fmt: skip
    asked = SchoolRequest.objects.get()
    assert ClassSession.objects.get().latest.school_request == asked


def test_a_missing_school_needs_its_three_rows(send):
    assert problem_of(send(school="nou", missing_name="Școala Nouă"), "missing_locality")


def test_a_school_of_the_list_and_a_new_one_at_once_is_asked_about(send):
    assert "Păstrați doar una" in problem_of(send(missing_name="Școala Nouă"), "school_words")


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"girls": "35"}, "not_for_assembly"),
        ({"girls": "70"}, "too_many"),
        ({"girls": "0", "boys": "0"}, "nobody"),
        ({"duration": "15"}, "short"),
        ({"duration": "300"}, "long"),
        ({"date": "21.11.2026"}, "weekend"),
        ({"date": "02.03.2026"}, "late"),
    ],
)
def test_what_is_unusual_is_shown_before_it_is_saved(send, fields, code):
    response = send(**fields)
    assert code in response.context["form"].hints.codes
    assert not ClassSession.objects.exists()


def test_what_is_unusual_is_saved_once_it_is_ticked_off(send):
    seen = send(duration="15").context["form"].hints.seen
    assert send(duration="15", seen=seen).status_code == 302


def test_a_tick_covers_only_what_was_shown(send):
    response = send(duration="15", date="21.11.2026", seen="short")
    assert response.context["form"].hints.codes == {"short", "weekend"}


def test_an_hour_that_is_registered_already_is_shown_before_it_is_saved(send, plan, school):
    make_session(plan=plan, school=school)
    assert "duplicate" in send().context["form"].hints.codes


@pytest.mark.parametrize("error", [smtplib.SMTPServerDisconnected, ConnectionRefusedError])
def test_when_the_mail_server_fails_the_session_is_kept_and_it_is_said(
    client, send, monkeypatch, error
):
    def fail(*_):
        raise error

    monkeypatch.setattr(EmailBackend, "send_messages", fail)
    response = send()
    page = client.get(response["Location"]).content.decode()
    assert ClassSession.objects.exists()
    assert "e-mailul nu a plecat" in page


def test_no_cookie_is_set_but_the_forms_own(client, send):
    client.get(ADDRESS)
    client.get(send()["Location"])
    assert set(client.cookies) <= {"csrftoken"}


def test_the_day_of_the_form_is_the_day_of_the_session(send):
    send()
    assert ClassSession.objects.get().latest.date == DAY


def test_counts_that_are_too_many_together_are_explained(send):
    assert "prea mulți elevi" in problem_of(send(girls="800", boys="800"), "girls")
    assert not ClassSession.objects.exists()


@pytest.mark.parametrize("name", ["plan", "organisation"])
def test_a_number_that_no_key_can_be_is_explained(send, name):
    assert "din listă" in problem_of(send(**{name: "9" * 30}), name)
