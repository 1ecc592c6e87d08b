import pytest
from django.urls import reverse
from wagtail.models import Locale, Page

from lessons.models import LessonPlanPage, Statistic
from tests.factories import UserFactory, make_edition, make_plan

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin_client(client):
    client.force_login(UserFactory(is_superuser=True, is_staff=True))
    return client


def delete(client, page):
    return client.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))


def delete_in_bulk(client, *pages):
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    query = "&".join(f"id={page.pk}" for page in pages)
    return client.post(f"{url}?{query}&next=/admin/")


@pytest.mark.parametrize("how", [delete, delete_in_bulk])
def test_a_published_plan_is_not_deleted(admin_client, how):
    plan = make_edition().plan
    how(admin_client, plan)
    assert LessonPlanPage.objects.filter(pk=plan.pk).exists()


@pytest.mark.parametrize("how", [delete, delete_in_bulk])
def test_a_refused_deletion_is_answered_with_a_message(admin_client, how):
    response = how(admin_client, make_edition().plan)
    assert "Nu s-a șters nimic" in admin_client.get(response.url).content.decode()


@pytest.mark.parametrize("how", [delete, delete_in_bulk])
def test_the_parent_of_a_published_plan_is_not_deleted(admin_client, how):
    parent = make_edition().plan.get_parent()
    how(admin_client, parent)
    assert Page.objects.filter(pk=parent.pk).exists()


@pytest.mark.parametrize("how", [delete, delete_in_bulk])
def test_the_alias_of_a_published_plan_is_not_deleted(admin_client, how):
    plan = make_edition().plan
    alias = plan.create_alias(update_slug="alias")
    how(admin_client, alias)
    assert Page.objects.filter(pk=alias.pk).exists()


@pytest.mark.parametrize("how", [delete, delete_in_bulk])
def test_the_translation_of_a_published_plan_is_not_deleted(admin_client, how):
    english = Locale.objects.get_or_create(language_code="en")[0]
    translation = make_edition().plan.copy_for_translation(english, copy_parents=True)
    how(admin_client, translation)
    assert Page.objects.filter(pk=translation.pk).exists()


@pytest.mark.parametrize("how", [delete, delete_in_bulk])
def test_a_plan_that_was_never_published_is_deleted(admin_client, how):
    plan = make_plan()
    how(admin_client, plan)
    assert not LessonPlanPage.objects.filter(pk=plan.pk).exists()


def test_a_figure_that_texts_may_name_is_not_deleted(admin_client):
    figure = Statistic.objects.create(key="RO.cifra", value="61 %")
    admin_client.post(reverse(Statistic.snippet_viewset.get_url_name("delete"), args=[figure.pk]))
    assert Statistic.objects.filter(pk=figure.pk).exists()
