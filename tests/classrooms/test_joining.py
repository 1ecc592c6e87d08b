"""Coming into a class, and coming back to the same place."""

import uuid
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from lms.classrooms.guesses import MOST_WRONG_CODES, MOST_WRONG_PICTURES
from lms.classrooms.models import Seat
from lms.classrooms.services import (
    ClassIsFull,
    ClassIsOver,
    TooManyGuesses,
    UnknownCode,
    UnknownSeat,
    close_class,
    extend_class,
    join_class,
    rejoin_class,
)
from lms.people.models import Learner
from tests.classrooms.classes import ADDRESS, join, make_class

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]
WRONG = "ZZZZ-ZZZZ"


@pytest.fixture
def school_class():
    return make_class()


def guess(code=WRONG, address=ADDRESS):
    return join_class(code=code, client_id=uuid.uuid4(), address=address)


def guess_until_stopped(address=ADDRESS):
    for _guess in range(MOST_WRONG_CODES):
        with pytest.raises(UnknownCode):
            guess(address=address)


def come_back(seat, address=ADDRESS, **said):
    said = {"nickname": seat.learner.nickname, "pictures": seat.learner.pictures} | said
    return rejoin_class(code=seat.school_class.code.code, address=address, **said)


def test_a_learner_has_the_age_of_the_module(school_class):
    assert join(school_class).learner.age_band == school_class.module.age_band


def test_every_learner_of_a_class_has_another_nickname(school_class):
    nicknames = {join(school_class).learner.nickname for _ in range(30)}
    assert len(nicknames) == 30


def test_joining_twice_with_one_form_takes_one_place(school_class):
    client_id = uuid.uuid4()
    seats = {join(school_class, client_id=client_id).pk for _ in range(2)}
    assert (len(seats), Learner.objects.count()) == (1, 1)


def test_the_same_form_with_the_code_of_another_class_takes_a_place_there(school_class):
    client_id = uuid.uuid4()
    join(school_class, client_id=client_id)
    other = make_class(module=school_class.module)
    assert join(other, client_id=client_id).school_class == other


def test_two_pupils_on_one_device_take_two_places(school_class):
    assert join(school_class) != join(school_class)


def test_a_class_has_an_end_of_places(school_class, monkeypatch):
    monkeypatch.setattr("lms.classrooms.services.joining.MOST_SEATS", 2)
    join(school_class), join(school_class)
    with pytest.raises(ClassIsFull):
        join(school_class)


def test_a_code_that_no_class_has_opens_nothing():
    with pytest.raises(UnknownCode):
        guess()


@pytest.mark.parametrize("minutes", [0, 91])
def test_a_closed_or_expired_code_opens_nothing(school_class, minutes):
    if not minutes:
        close_class(school_class=school_class)
    moment = timezone.now() + timedelta(minutes=minutes)
    with time_machine.travel(moment), pytest.raises(ClassIsOver):
        join(school_class)


def test_pupils_still_come_in_after_an_extension(school_class):
    extend_class(school_class=school_class, closes_at=school_class.closes_at)
    with time_machine.travel(timezone.now() + timedelta(minutes=100)):
        assert join(school_class)


def test_whoever_knows_nickname_and_pictures_sits_in_the_same_place(school_class):
    seat = join(school_class)
    assert come_back(seat) == seat
    assert Seat.objects.count() == 1


@pytest.mark.parametrize("said", [{"pictures": "zmeu-pod-usa-"}, {"nickname": "arici-mov"}])
def test_other_pictures_or_another_nickname_do_not(school_class, said):
    with pytest.raises(UnknownSeat):
        come_back(join(school_class), **said)


def test_a_place_of_another_class_is_not_found(school_class):
    other = make_class(module=school_class.module)
    seat = join(other)
    with pytest.raises(UnknownSeat):
        rejoin_class(
            code=school_class.code.code,
            nickname=seat.learner.nickname,
            pictures=seat.learner.pictures,
            address=ADDRESS,
        )


def test_pictures_of_one_place_are_guessed_a_few_times_only(school_class):
    seat = join(school_class)
    for number in range(MOST_WRONG_PICTURES):
        with pytest.raises(UnknownSeat):
            come_back(seat, pictures="a-b-c", address=f"192.0.2.{number}")
    with pytest.raises(TooManyGuesses):
        come_back(seat)


def test_the_pictures_of_one_place_lock_no_other_place(school_class):
    seat, other = join(school_class), join(school_class)
    for _ in range(MOST_WRONG_PICTURES):
        with pytest.raises(UnknownSeat):
            come_back(seat, pictures="a-b-c")
    assert come_back(other) == other


def test_a_place_that_is_not_there_is_guessed_no_more_often_than_one_that_is(school_class):
    seat = join(school_class)
    for _ in range(MOST_WRONG_PICTURES):
        with pytest.raises(UnknownSeat):
            come_back(seat, nickname="arici-mov")
    with pytest.raises(TooManyGuesses):
        come_back(seat, nickname="arici-mov")


def test_a_whole_school_behind_one_address_comes_in(school_class):
    for _ in range(MOST_WRONG_CODES + 20):
        join(school_class)
    assert Seat.objects.count() == MOST_WRONG_CODES + 20


def test_whoever_guesses_is_stopped(school_class):
    guess_until_stopped()
    with pytest.raises(TooManyGuesses):
        join(school_class)


def test_whoever_guesses_elsewhere_stops_nobody_here(school_class):
    guess_until_stopped(address="198.51.100.1")
    assert join(school_class)


def test_a_class_that_runs_goes_on_filling_while_somebody_at_school_guesses(school_class):
    join(school_class)
    guess_until_stopped()
    assert join(school_class)


def test_the_code_of_a_class_that_is_over_is_no_guess_where_pupils_sat_in_it(school_class):
    join(school_class)
    close_class(school_class=school_class)
    for _again in range(MOST_WRONG_CODES):
        with pytest.raises(ClassIsOver):
            join(school_class)
    assert join(make_class(module=school_class.module))


def test_the_code_of_a_class_that_is_over_is_a_guess_anywhere_else(school_class):
    close_class(school_class=school_class)
    for _guess in range(MOST_WRONG_CODES):
        with pytest.raises(ClassIsOver):
            join(school_class)
    with pytest.raises(TooManyGuesses):
        join(make_class(module=school_class.module))


def test_guessing_is_free_again_after_an_hour(school_class):
    guess_until_stopped()
    with time_machine.travel(timezone.now() + timedelta(minutes=61)):
        assert join(school_class)
