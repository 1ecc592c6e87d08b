"""What a pupil sees and types: wrong, closed, expired codes; two tabs; the Back button."""

import re
import uuid

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from lms.classrooms.guesses import MOST_WRONG_CODES
from lms.classrooms.models import Seat
from lms.classrooms.services import close_class
from lms.people.learners import COOKIE
from lms.people.models import Learner
from tests.classrooms.classes import make_class

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]


@pytest.fixture
def school_class():
    return make_class()


@pytest.fixture
def code(school_class):
    return school_class.code.code


def text(response):
    return " ".join(BeautifulSoup(response.content, "html.parser").get_text().split())


def join(client, code, **said):
    return client.post("/intra/", {"code": code, "client_id": str(uuid.uuid4()), **said})


def problem(response):
    found = BeautifulSoup(response.content, "html.parser").find(class_="error-summary")
    return " ".join(found.get_text().split()) if found else ""


def rejoin(client, seat, code, **said):
    animal, colour = seat.learner.nickname.split("-")
    pictures = seat.learner.pictures.split("-")
    usual = {"code": code, "animal": animal, "culoare": colour}
    usual |= {f"poza{number}": name for number, name in enumerate(pictures, start=1)}
    return client.post("/intra/revin/", {**usual, **said})


def test_a_typed_code_leads_to_a_place(client, code):
    assert join(client, code)["Location"] == "/intra/loc/"


def test_an_address_that_cannot_be_a_code_says_which_letter_is_wrong(client):
    assert "„F”" in problem(client.get("/intra/BCDFGHJK/"))


def test_a_scanned_code_needs_one_press(client, code):
    page = BeautifulSoup(client.get(f"/intra/{code}/").content, "html.parser")
    form = page.find("form", method="post")
    values = {box["name"]: box["value"] for box in form.find_all("input")}
    assert values["code"] == code
    assert client.post(form["action"], values)["Location"] == "/intra/loc/"


def test_reading_a_code_joins_nobody(client, code):
    client.get(f"/intra/{code}/")
    assert not Seat.objects.exists()


def test_reading_does_not_say_whether_a_code_exists(client, code):
    def alike(path):
        page = client.get(path).content.decode()
        page = re.sub(r'name="(client_id|csrfmiddlewaretoken)" value="[^"]*"', "", page)
        return re.sub("[BCDHJKLMRTWXZ]{4}-[BCDHJKLMRTWXZ]{4}", "", page)

    assert alike(f"/intra/{code}/") == alike("/intra/ZZZZ-ZZZZ/")


def test_the_place_shows_nickname_and_pictures(client, code):
    join(client, code)
    page = text(client.get("/intra/loc/"))
    assert "vulpe verde" in page
    assert len(Learner.objects.get().pictures.split("-")) == 3


def test_the_place_leads_to_the_module(client, code):
    join(client, code)
    assert 'href="/module/prieteni/"' in client.get("/intra/loc/").content.decode()


def test_without_a_place_one_is_led_to_the_code(client):
    assert client.get("/intra/loc/")["Location"] == "/intra/"


def test_the_only_cookies_are_the_class_and_the_form(client, code):
    client.get("/intra/")
    join(client, code)
    assert set(client.cookies) == {COOKIE, "csrftoken"}


def test_the_cookie_is_read_by_no_script_and_says_nothing(client, code):
    join(client, code)
    cookie = client.cookies[COOKIE]
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")


def test_quick_exit_ends_the_class_on_this_device(client, code):
    join(client, code)
    assert client.get("/iesire/").cookies[COOKIE]["max-age"] == 0


@pytest.mark.parametrize(
    "spoil",
    [
        str.lower,
        lambda code: code.replace("-", ""),
        lambda code: f"  {' '.join(code.replace('-', ''))}  ",
        lambda code: code.replace("-", "–"),
        lambda code: code.translate(str.maketrans("BCHKMTX", "ВСНКМТХ")),
    ],
    ids=["lower case", "no hyphen", "spaces", "another dash", "cyrillic keys"],
)
def test_a_code_may_be_typed_as_it_comes(client, code, spoil):
    assert join(client, spoil(code))["Location"] == "/intra/loc/"


@pytest.mark.parametrize(
    "typed, said",
    [
        ("", "Scrie codul de pe tablă"),
        ("WDJB", "8 litere, iar tu ai scris 4"),
        ("WDJB-MJHTT", "8 litere, iar tu ai scris 9"),
        ("WDJB-MJHN", "nu există „N”. Uită-te încă o dată: poate este M"),
        ("WDJB-MJH8", "nu există „8”. Uită-te încă o dată: poate este B"),
        ("WDJB-MJHȘ", "nu există „Ș”"),
    ],
)
def test_what_cannot_be_a_code_says_what_to_look_at(client, typed, said):
    answer = join(client, typed)
    assert said in problem(answer)
    assert f'value="{typed}"' in answer.content.decode()


def test_what_cannot_be_a_code_is_not_counted_as_a_guess(client, code):
    for _ in range(MOST_WRONG_CODES + 1):
        join(client, "WDJB-MJHN")
    assert join(client, code).status_code == 302


def test_a_code_that_no_class_has_says_to_look_again(client):
    assert "Nu găsim o clasă cu acest cod" in problem(join(client, "ZZZZ-ZZZZ"))


def test_a_closed_code_says_that_the_class_is_over(client, school_class, code):
    close_class(school_class=school_class)
    assert "s-a încheiat" in problem(join(client, code))


def test_whoever_guesses_is_told_to_wait(client, code):
    for _ in range(MOST_WRONG_CODES):
        join(client, "ZZZZ-ZZZZ")
    answer = join(client, code)
    assert (answer.status_code, "Așteaptă câteva minute" in problem(answer)) == (429, True)


def test_a_double_click_takes_one_place(client, code):
    client_id = str(uuid.uuid4())
    for browser in (client, Client()):
        join(browser, code, client_id=client_id)
    assert Seat.objects.count() == 1


def test_two_tabs_are_one_pupil(client, code):
    join(client, code), join(client, code)
    assert Seat.objects.count() == 1


def test_whoever_scans_again_is_shown_the_own_place(client, code):
    join(client, code)
    page = text(client.get(f"/intra/{code}/"))
    assert "Ești în clasă: vulpe verde" in page


def test_another_pupil_on_the_same_phone_takes_another_place(client, code):
    join(client, code)
    page = client.get("/intra/?altul=1").content.decode()
    assert 'name="altul" value="1"' in page
    join(client, code, altul="1")
    assert Seat.objects.count() == 2


def test_another_class_is_another_place(client, code, school_class):
    join(client, code)
    join(client, make_class(module=school_class.module).code.code)
    assert Seat.objects.count() == 2


def test_a_form_without_its_id_still_joins(client, code):
    assert client.post("/intra/", {"code": code, "client_id": "x"}).status_code == 302


def test_a_new_phone_comes_back_to_the_same_place(client, code):
    join(client, code)
    phone = Client()
    assert rejoin(phone, Seat.objects.get(), code)["Location"] == "/intra/loc/"
    assert Seat.objects.count() == 1
    assert "vulpe verde" in text(phone.get("/intra/loc/"))


@pytest.mark.parametrize("said", [{"poza1": ""}, {"poza1": "x"}, {"animal": "x"}, {"culoare": ""}])
def test_a_slip_is_said_and_what_was_chosen_is_kept(client, code, said):
    join(client, code)
    answer = rejoin(Client(), Seat.objects.get(), code, **said)
    assert "Nu găsim locul acesta" in problem(answer)
    assert f'value="{code}"' in answer.content.decode()


def test_coming_back_to_a_class_that_is_over_says_so(client, school_class, code):
    join(client, code)
    close_class(school_class=school_class)
    assert "s-a încheiat" in problem(rejoin(Client(), Seat.objects.get(), code))


def test_the_way_back_from_a_scanned_code_has_the_code_filled_in(client, code):
    assert f'value="{code}"' in client.get(f"/intra/revin/?cod={code}").content.decode()


@pytest.mark.parametrize(
    "path", ["/intra/", "/intra/revin/", "/intra/%22%3E/", "/intra/" + "x" * 300]
)
def test_odd_addresses_are_answered_calmly(client, path):
    assert client.get(f"{path}{'' if path.endswith('/') else '/'}").status_code == 200


def test_a_pupil_page_is_never_kept_for_the_next_one(client, code, settings):
    settings.PAGE_CACHE = True
    join(client, code)
    client.get("/intra/")
    assert "Ești în clasă" not in text(Client().get("/intra/"))
