"""What the database and the admin keep true of class sessions, whoever writes."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from lessons.models import LessonPlanPage
from lms.classrooms.models import ClassSession, ClassSessionRevision
from tests.classrooms.builders import make_session
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("status", "counted"),
        ("modality", "hybrid"),
        ("group_type", "crowd"),
        ("duplicate_override", "yes"),
        ("grade", 14),
        ("grade", -1),
        ("pupils", 27),
    ],
)
def test_a_value_that_no_rule_knows_cannot_be_stored(field, value):
    revision = ClassSessionRevision.objects.get(pk=make_session().latest_id)
    revision.pk, revision.number = None, 2
    setattr(revision, field, value)
    with pytest.raises(IntegrityError, match=r"(?i)check"), transaction.atomic():
        ClassSessionRevision.objects.bulk_create([revision])


def test_a_channel_that_nobody_knows_cannot_be_stored():
    make_session()
    with pytest.raises(IntegrityError), transaction.atomic():
        ClassSession.objects.update(channel="phone")


def test_a_plan_that_was_taught_without_an_edition_is_not_deleted(client):
    plan = make_session().current.plan
    client.force_login(UserFactory(is_superuser=True, is_staff=True))
    response = client.post(reverse("wagtailadmin_pages:delete", args=[plan.pk]))
    assert LessonPlanPage.objects.filter(pk=plan.pk).exists()
    assert "Nu s-a șters nimic" in client.get(response.url).content.decode()
