"""What stays of activities: counts that name nobody, the same before and after the attempts go."""

import uuid
from datetime import timedelta

import pytest
from django.db.models import ProtectedError
from django.urls import reverse
from django.utils import timezone

from lms.people.enums import Role
from quizzes.models import (
    ActivityItemResult,
    ActivityLaunch,
    ActivityResult,
    ActivityTally,
    Attempt,
)
from quizzes.selectors import activities_of_group, activity_counts, activity_uses
from quizzes.services import fold_expired_attempts
from tests.factories import make_user
from tests.quizzes.activities.builders import CHOICES, STEP, TRUE_FALSE, Pupil, make_revision
from tests.quizzes.builders import CLASS

pytestmark = pytest.mark.django_db


def fold(days=2):
    return fold_expired_attempts(timezone.now() + timedelta(days=days))


@pytest.fixture
def revision():
    return make_revision(CHOICES)


@pytest.fixture
def a_class(revision):
    """Twelve who opened it: seven with the full score, two with half, one whose score is the
    activity's word, two who never ended."""
    for number in range(12):
        one = Pupil(revision)
        if number < 9:
            response = "0[,]1" if number < 7 else "0"
            one.end("answered", kind="choice", response=response, score=(1, 2))
        elif number == 9:
            one.end("completed", score=(1, 2))


def test_a_class_is_counted(a_class, revision):
    (one,) = activities_of_group(CLASS)
    counts = one.counts
    assert (one.step, one.title) == (STEP, revision.activity.title)
    assert (counts.n, counts.completed, counts.full) == (12, 10, 7)
    assert (counts.by_server, counts.by_client, counts.percent) == (9, 1, 85)


def test_the_counts_are_the_same_when_the_attempts_are_gone(a_class):
    before = activities_of_group(CLASS)
    assert fold() == 12
    assert activities_of_group(CLASS) == before
    for model in (ActivityLaunch, ActivityResult, ActivityItemResult):
        assert not model.objects.exists()


def test_the_counts_of_a_class_that_is_half_gone_are_whole(a_class):
    Attempt.objects.filter(pk__in=Attempt.objects.values("pk")[:5]).update(
        expires_at=timezone.now()
    )
    before = activities_of_group(CLASS)
    assert fold_expired_attempts() == 5
    assert activities_of_group(CLASS) == before


def test_folding_again_counts_nothing_twice(a_class):
    assert (fold(), fold()) == (12, 0)
    assert ActivityTally.objects.get().n == 12


def test_who_opened_two_files_counts_once_with_the_one_that_was_ended(revision):
    one = Pupil(revision)
    one.end("answered", kind="choice", response="0[,]1", score=(2, 2))
    one.open(make_revision(TRUE_FALSE, revision.activity))
    before = activities_of_group(CLASS)
    fold()
    tally = ActivityTally.objects.get()
    assert (tally.revision, tally.n, tally.full) == (revision, 1, 1)
    assert activities_of_group(CLASS) == before


def test_a_score_of_another_file_replaces_the_one_before(revision):
    one = Pupil(revision)
    one.end("answered", kind="choice", response="0", score=(1, 2))
    newer = make_revision(TRUE_FALSE, revision.activity)
    one.launch = one.open(newer)
    one.end("answered", kind="true-false", response="false", score=(1, 1))
    result = ActivityResult.objects.get()
    assert (result.revision, result.raw, result.max) == (newer, 1, 1)


def test_a_mean_of_fewer_than_ten_is_not_said(revision):
    for _ in range(9):
        Pupil(revision).end("answered", kind="choice", response="0", score=(1, 2))
    assert activities_of_group(CLASS)[0].counts.percent is None


def test_another_class_is_counted_apart(a_class, revision):
    Pupil(revision, group=uuid.UUID(int=3))
    assert activities_of_group(uuid.UUID(int=3))[0].counts.n == 1
    assert activities_of_group(uuid.UUID(int=4)) == []


def test_reading_a_class_takes_four_queries(a_class, django_assert_num_queries):
    with django_assert_num_queries(4):
        activities_of_group(CLASS)


def test_a_class_without_activities_takes_two(django_assert_num_queries):
    with django_assert_num_queries(2):
        activities_of_group(CLASS)


def test_folding_takes_no_query_for_each_learner(revision, django_assert_max_num_queries):
    for _ in range(20):
        Pupil(revision).end("answered", kind="choice", response="0", score=(1, 2))
    with django_assert_max_num_queries(24):
        fold()


def test_editors_see_the_use_of_classes_that_are_over(a_class, revision):
    assert (activity_uses(), activity_counts(revision.activity)) == ([], None)
    fold()
    (use,) = activity_uses()
    assert (use.title, use.number, use.counts.n, use.counts.percent) == ("Ofertă", 1, 12, 85)
    assert activity_counts(revision.activity).completed == 10


def test_fewer_than_ten_are_no_use_to_editors(revision):
    for _ in range(9):
        Pupil(revision)
    fold()
    assert (activity_uses(), activity_counts(revision.activity)) == ([], None)


@pytest.mark.usefixtures("roles")
@pytest.mark.parametrize(
    ("role", "status"),
    [(Role.EDITOR, 200), (Role.TEACHER, 403), (Role.TRAINER, 403), (Role.OFFICER, 403)],
)
def test_the_page_of_uses_is_for_those_who_see_questions(client, a_class, role, status):
    fold()
    client.force_login(make_user(role))
    response = client.get(reverse("quizzes_activity_uses"))
    assert response.status_code == status
    if status == 200:
        assert "85 %" in response.content.decode()


def test_an_activity_that_a_class_opened_is_not_deleted(a_class, revision):
    fold()
    with pytest.raises(ProtectedError):
        revision.activity.delete()


def test_the_admin_says_why_such_an_activity_stays(client, roles, a_class, revision):
    fold()
    client.force_login(make_user(Role.EDITOR))
    page = client.post(reverse("activity:delete", args=[revision.activity_id]), follow=True)
    assert "a fost deschisă în clase" in page.content.decode()


def test_a_newer_file_starts_from_nothing_and_the_older_state_is_wiped(revision):
    one = Pupil(revision)
    ActivityLaunch.objects.update(state="{}")
    one.open(make_revision(CHOICES, revision.activity))
    assert set(ActivityLaunch.objects.values_list("state", flat=True)) == {""}


def test_a_file_that_is_opened_again_goes_on(revision):
    one = Pupil(revision)
    ActivityLaunch.objects.update(state="{}")
    one.open()
    assert one.row.state == "{}"
