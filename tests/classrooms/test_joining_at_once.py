"""Many at the same moment. PostgreSQL lets all of them write, SQLite one after the other; what is
kept is the same."""

import uuid

import pytest
from django.utils import timezone

from lms.classrooms.models import JoinCode, SchoolClass, Seat
from lms.classrooms.services import (
    close_class,
    count_classes_that_go,
    extend_class,
    register_class_session,
)
from lms.people.models import Learner
from lms.people.services import sync_roles
from tests.classrooms.builders import session_facts
from tests.classrooms.classes import join, make_class
from tests.classrooms.test_at_once import HANDS, at_once

pytestmark = [pytest.mark.django_db(transaction=True)]
PUPILS = 40


@pytest.fixture
def school_class():
    sync_roles()
    return make_class()


def fresh(school_class):
    return SchoolClass.objects.get(pk=school_class.pk)


def test_forty_pupils_behind_one_address_sit_in_forty_places(school_class):
    at_once(lambda _n: join(fresh(school_class)).pk, hands=PUPILS)
    numbers = list(Seat.objects.values_list("number", flat=True))
    assert sorted(numbers) == list(range(1, PUPILS + 1))
    assert Learner.objects.values("nickname").distinct().count() == PUPILS


def test_a_double_click_takes_one_place(school_class):
    client_id = uuid.uuid4()
    at_once(lambda _n: join(fresh(school_class), client_id=client_id).pk)
    assert (Seat.objects.count(), Learner.objects.count()) == (1, 1)


def test_the_same_form_opens_one_class(school_class):
    teacher, module, client_id = school_class.teacher, school_class.module, uuid.uuid4()
    at_once(lambda _n: make_class(teacher, module, client_id=client_id).pk)
    assert (SchoolClass.objects.count(), JoinCode.objects.count()) == (2, 2)


def test_two_windows_extend_a_class_once(school_class):
    before = school_class.closes_at
    at_once(lambda _n: extend_class(school_class=fresh(school_class), closes_at=before))
    assert fresh(school_class).closes_at - before == (before - school_class.opened_at) / 3


def test_whoever_joins_while_the_class_closes_is_in_or_out_and_goes_with_it(school_class):
    def act(number):
        if number == 0:
            return close_class(school_class=fresh(school_class))
        try:
            return join(fresh(school_class))
        except Exception as refusal:
            return refusal

    at_once(act)
    ends = set(Learner.objects.values_list("expires_at", flat=True))
    assert ends <= {fresh(school_class).expires_at}


def test_two_ticks_count_a_class_once(school_class):
    join(school_class)
    SchoolClass.objects.update(expires_at=timezone.now())
    counted = at_once(lambda _n: count_classes_that_go())
    assert sum(counted) == 1


def test_a_class_that_is_confirmed_in_two_windows_is_one_class_session(school_class):
    facts = session_facts()
    made = at_once(
        lambda _n: (
            register_class_session(
                client_id=school_class.public_id,
                channel="account",
                author=school_class.teacher,
                **facts,
            ).pk
        )
    )
    assert (len(made), set(made)) == (HANDS, {fresh(school_class).session_id})
