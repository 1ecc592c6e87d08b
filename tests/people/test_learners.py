"""Learners: a random id, an age band, a made-up nickname, and a cookie that says no more."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.http import HttpResponse
from django.test import RequestFactory
from django.utils import timezone, translation

from lms.core.enums import AgeBand
from lms.core.keyring import KeyRing
from lms.people import forgetting, learners
from lms.people.models import Learner
from lms.people.nicknames import ANIMALS, COLOURS, nickname, shown
from lms.people.pictures import PICTURES, new_pictures, picture_code, pictures_of
from lms.people.services import forget_expired_learners, make_learner, set_learners_expiry
from tests.architecture.repository import text


def make(hours=26, band="11-14"):
    until = timezone.now() + timedelta(hours=hours)
    return make_learner(age_band=band, nickname="vulpe-verde", expires_at=until)


def request_with(token):
    request = RequestFactory().get("/")
    request.COOKIES["clasa"] = token
    return request


@pytest.fixture
def learner(db):
    return make()


@pytest.fixture
def cookie(learner):
    response = HttpResponse()
    learners.remember(response, learner)
    return response.cookies["clasa"]


def test_the_cookie_leads_back_to_the_learner(cookie, learner):
    assert learners.learner_of(request_with(cookie.value)) == learner


def test_the_cookie_is_for_this_site_and_not_for_scripts(cookie):
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Lax", "/")


def test_the_cookie_goes_over_https_alone_where_there_is_https(learner, settings):
    settings.SESSION_COOKIE_SECURE = True
    response = HttpResponse()
    learners.remember(response, learner)
    assert response.cookies["clasa"]["secure"]


def test_the_cookie_ends_when_the_answers_are_deleted(cookie):
    assert abs(cookie["max-age"] - 26 * 3600) < 5


def test_the_cookie_does_not_say_the_nickname(cookie):
    assert "vulpe" not in cookie.value


def test_the_learner_is_read_once_a_request(cookie, django_assert_num_queries):
    request = request_with(cookie.value)
    with django_assert_num_queries(1):
        assert learners.learner_of(request) == learners.learner_of(request)


def test_without_a_cookie_nobody_is_asked_for(django_assert_num_queries, db):
    with django_assert_num_queries(0):
        assert learners.learner_of(RequestFactory().get("/")) is None


@pytest.mark.parametrize("token", ["x", "a.b.c", "", "\0", "ă" * 500])
def test_a_cookie_that_is_not_ours_is_nobody(token, db):
    assert learners.learner_of(request_with(token)) is None


def test_a_token_of_another_purpose_is_nobody(learner, settings):
    other = KeyRing(settings.LINK_SIGNING_KEYS, salt="class-session-receipt")
    assert learners.learner_of(request_with(other.sign(learner.pk.hex))) is None


def test_a_signed_cookie_without_an_id_is_nobody(settings, db):
    ring = KeyRing(settings.LINK_SIGNING_KEYS, salt="learner")
    assert learners.learner_of(request_with(ring.sign("not an id"))) is None


def test_a_learner_whose_time_has_run_out_is_nobody(cookie):
    with time_machine.travel(timezone.now() + timedelta(hours=27)):
        assert learners.learner_of(request_with(cookie.value)) is None


def test_quick_exit_ends_the_same_cookie(client, db):
    assert client.get("/iesire/").cookies[learners.COOKIE].value == ""


@pytest.mark.parametrize(
    ("own", "open_to"),
    [
        ("6-10", ["6-10"]),
        ("11-14", ["6-10", "11-14"]),
        ("15-18", ["6-10", "11-14", "15-18"]),
        ("adults", ["6-10", "11-14", "15-18", "adults"]),
    ],
)
def test_what_is_written_for_the_own_age_or_a_younger_one_opens(own, open_to):
    learner = Learner(age_band=own)
    assert [band for band in AgeBand.values if learners.may_open(learner, band)] == open_to


def test_without_a_class_nothing_is_kept_from_anybody():
    assert all(learners.may_open(None, band) for band in AgeBand.values)


def test_nicknames_of_a_class_are_all_different():
    assert len({nickname(number) for number in range(1, 501)}) == 500


def test_neighbours_have_different_animals():
    assert nickname(1).split("-")[0] != nickname(2).split("-")[0]


@pytest.mark.parametrize(("language", "words"), [("ro", "vulpe verde"), ("en", "green fox")])
def test_a_nickname_is_shown_in_the_readers_language(language, words):
    with translation.override(language):
        assert (shown("vulpe-verde"), shown("vulpe-verde-2")) == (words, f"{words} 2")


@pytest.mark.parametrize("code", ["", "vulpe", "<b>", "vulpe-galben"])
def test_a_code_that_is_none_of_ours_is_shown_as_it_is(code):
    assert shown(code) == code


def test_codes_of_nicknames_and_pictures_are_plain_letters():
    codes = [*ANIMALS, *COLOURS, *PICTURES]
    assert [code for code in codes if not re.fullmatch("[a-z]+", code)] == []


def test_a_picture_code_is_three_different_pictures():
    for _ in range(50):
        assert len({name for name, _word in pictures_of(new_pictures())}) == 3


@pytest.mark.parametrize(
    ("chosen", "code"),
    [
        (["zmeu", "pod", "luna"], "zmeu-pod-luna"),
        (["zmeu", "pod"], ""),
        (["zmeu", "pod", "x"], ""),
        ([], ""),
    ],
)
def test_pictures_that_were_pressed_are_a_code_or_nothing(chosen, code):
    assert picture_code(chosen) == code


def test_every_picture_is_drawn_and_all_fit_in_one_small_file():
    drawn = text("lms/people/static/img/pictures.svg")
    assert set(re.findall(r'<symbol id="([a-z]+)"', drawn)) == set(PICTURES)
    assert len(drawn.encode()) <= 4096


def test_learners_go_when_their_time_has_come(learner):
    make(hours=-1)
    assert (forget_expired_learners(), Learner.objects.get()) == (1, learner)


def test_nobody_goes_when_something_is_left_to_count(learner, monkeypatch):
    def fail():
        raise RuntimeError("broken")

    monkeypatch.setattr(forgetting, "_actions", {"fails": fail})
    with pytest.raises(RuntimeError):
        forget_expired_learners(timezone.now() + timedelta(days=9))
    assert Learner.objects.exists()


def test_the_time_of_learners_can_be_moved(learner):
    make()
    until = timezone.now() + timedelta(days=2)
    assert set_learners_expiry(learners=[learner.pk], expires_at=until) == 1
