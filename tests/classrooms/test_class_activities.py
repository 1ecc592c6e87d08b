"""What a teacher sees of activities in a class: how many, how much and whose word, never who."""

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from lessons.models import ModuleCompletion, StepDone
from lessons.places import place_of
from lessons.services import launch_activity
from lms.classrooms.services import close_class
from lms.people.enums import Role
from quizzes.services import Sent, fold_expired_attempts, record_statements
from tests.classrooms.classes import address, join, make_class, shown, steps_of
from tests.factories import make_user
from tests.media.h5p_content.statements import sent
from tests.quizzes.activities.builders import TRUE_FALSE, make_revision

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]
RIGHT = sent("answered", kind="true-false", response="false", score=(1, 1))
WRONG = sent("answered", kind="true-false", response="true", score=(0, 1))
CLAIMED = sent("completed", score=(1, 1))


@pytest.fixture
def school_class(client):
    teacher = make_user(Role.TEACHER)
    client.force_login(teacher)
    return make_class(teacher)


@pytest.fixture
def activity():
    return make_revision(TRUE_FALSE).activity


def work(school_class, activity, *statements):
    """A pupil who opens the activity at the first step and says this."""
    seat = join(school_class)
    launch = launch_activity(
        learner=seat.learner,
        place=place_of(seat.learner),
        module=school_class.module.translation_key,
        step=steps_of(school_class.module)[0].translation_key,
        activity=activity,
        anew=False,
    )
    told = [Sent(uuid.uuid4().hex, one) for one in statements]
    record_statements(token=launch.tells, learner=seat.learner, sent=told)
    return seat


def row(client, school_class):
    """The row of the activity on the teacher's page, as its cells say it."""
    page = shown(client, address(school_class, "stare/"))
    return page.split('id="activitati"')[1].split("<tbody>")[1].split("</tbody>")[0]


def test_without_an_opened_activity_there_is_no_table(client, school_class):
    assert "activitati" not in shown(client, address(school_class))


def test_how_many_opened_and_ended_it(client, school_class, activity):
    work(school_class, activity), work(school_class, activity, RIGHT)
    shown_row = row(client, school_class)
    assert "1. Ofertă" in shown_row
    assert 'data-label="Au deschis">2</td>' in shown_row
    assert 'data-label="Au terminat">1</td>' in shown_row


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ([RIGHT], "1 din 1 a luat tot punctajul"),
        ([WRONG], "0 din 1 au luat tot punctajul"),
        ([RIGHT, WRONG], "1 din 2 a luat tot punctajul"),
        ([RIGHT, WRONG], "(socotit de site din răspunsuri)"),
        ([CLAIMED], "(spus de activitate, neverificat)"),
        ([RIGHT, CLAIMED], "(socotit de site: 1, spus de activitate: 1)"),
        ([], "–"),
    ],
)
def test_what_of_the_score_and_whose_word(client, school_class, activity, told, words):
    work(school_class, activity)
    for one in told:
        work(school_class, activity, one)
    assert words in row(client, school_class)


def test_a_mean_is_said_from_ten_up(client, school_class, activity):
    for _ in range(9):
        work(school_class, activity, RIGHT)
    assert "în medie" not in row(client, school_class)
    work(school_class, activity, WRONG)
    assert "9 din 10 au luat tot punctajul; în medie 90 %" in row(client, school_class)


def test_it_is_the_same_when_the_pupils_are_gone(client, school_class, activity):
    work(school_class, activity, RIGHT), work(school_class, activity, CLAIMED)
    close_class(school_class=school_class)
    before = row(client, school_class)
    assert fold_expired_attempts(timezone.now() + timedelta(days=3)) == 2
    assert row(client, school_class) == before


def test_the_page_names_no_pupil(client, school_class, activity):
    seat = work(school_class, activity, RIGHT)
    page = shown(client, address(school_class))
    assert str(seat.learner.pk) not in page
    assert seat.learner.nickname.split("-")[0] not in page


def test_nothing_else_moves(school_class, activity):
    work(school_class, activity, RIGHT)
    assert not StepDone.objects.exists()
    assert not ModuleCompletion.objects.exists()


def test_pupils_do_not_change_the_number_of_queries(
    client, school_class, activity, django_assert_max_num_queries
):
    for _ in range(12):
        work(school_class, activity, RIGHT)
    shown(client, address(school_class, "stare/"))
    with django_assert_max_num_queries(20):
        shown(client, address(school_class, "stare/"))
