"""Modules that were worked through and steps in use are not deleted."""

import pytest
from wagtail.models import Locale

from lessons.models import ModulePage, StepPage
from lessons.services import complete_module, finish_step
from tests.factories import UserFactory
from tests.lessons.modules import make_learner, make_way
from tests.lessons.test_deletion import delete, delete_in_bulk

pytestmark = [pytest.mark.django_db, pytest.mark.parametrize("how", [delete, delete_in_bulk])]


@pytest.fixture
def admin_client(client):
    client.force_login(UserFactory(is_superuser=True, is_staff=True))
    return client


@pytest.fixture
def done():
    way = make_way()
    complete_module(learner=make_learner(), module=way)
    return way


@pytest.fixture
def step():
    step = make_way().get_children().get(slug="inceput").specific
    finish_step(learner=make_learner(), step=step)
    return step


def test_a_module_that_was_worked_through_stays(admin_client, how, done):
    how(admin_client, done)
    assert ModulePage.objects.filter(pk=done.pk).exists()


def test_the_refusal_says_what_to_do_instead(admin_client, how, done):
    page = admin_client.get(how(admin_client, done).url).content.decode()
    assert "îl puteți retrage de pe site" in page


def test_the_list_above_it_stays(admin_client, how, done):
    how(admin_client, done.get_parent())
    assert ModulePage.objects.filter(pk=done.pk).exists()


def test_its_translation_stays(admin_client, how, done):
    english = Locale.objects.get_or_create(language_code="en")[0]
    translation = done.copy_for_translation(english, copy_parents=True)
    how(admin_client, translation)
    assert ModulePage.objects.filter(pk=translation.pk).exists()


def test_a_step_that_a_class_is_at_stays(admin_client, how, step):
    how(admin_client, step)
    assert StepPage.objects.filter(pk=step.pk).exists()


def test_the_module_of_such_a_step_stays(admin_client, how, step):
    how(admin_client, step.get_parent())
    assert StepPage.objects.filter(pk=step.pk).exists()


def test_a_module_that_nobody_worked_through_goes(admin_client, how):
    way = make_way()
    how(admin_client, way)
    assert not ModulePage.objects.filter(pk=way.pk).exists()
