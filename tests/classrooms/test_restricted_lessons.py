"""The form of a class session names no plan that its reader may not read."""

import pytest
from wagtail.models import PageViewRestriction

from lms.classrooms.tokens import receipt_token
from lms.people.enums import Role
from tests.classrooms.builders import make_session
from tests.factories import make_user
from tests.lessons.kits import make_kit

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]


@pytest.fixture
def plan():
    """A plan that only people with an account may read."""
    plan = make_kit().edition.plan
    plan.title = "Lecția ascunsă"
    plan.save()
    restriction = PageViewRestriction.LOGIN
    PageViewRestriction.objects.create(page=plan, restriction_type=restriction)
    return plan


def page(client, query=""):
    return client.get(f"/clase/sesiuni/nou/{query}").content.decode()


@pytest.mark.parametrize("query", ["", "?plan={0.pk}", "?plan={0.slug}"])
def test_a_stranger_is_not_told_its_title(client, plan, query):
    assert "Lecția ascunsă" not in page(client, query.format(plan))


def test_a_correction_of_another_lesson_does_not_tell_it(client, plan):
    token = receipt_token(make_session().pk)
    answer = client.get(f"/clase/sesiuni/{token}/corectare/")
    assert "Lecția ascunsă" not in answer.content.decode()


def test_somebody_with_an_account_registers_it(client, plan):
    client.force_login(make_user(Role.TEACHER))
    assert "Lecția ascunsă" in page(client)
