"""What pupils work with is published by somebody who did not write it."""

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry, PageLogEntry, WorkflowState
from wagtail.test.utils.form_data import nested_form_data, streamfield

from lessons.models import ModulePage, StepPage
from lms.pages.models import StandardPage
from lms.pages.services import prepare_approvals
from lms.people.enums import Role
from lms.people.models import Letter
from tests.factories import make_home, make_user
from tests.lessons.modules import make_module, make_step

pytestmark = pytest.mark.django_db


@pytest.fixture
def step(roles):
    """A published step, and the way of its approval."""
    prepare_approvals()
    step = make_step(make_module(), "inceput")
    step.save_revision().publish()
    return StepPage.objects.get()


@pytest.fixture
def writer(step):
    return make_user(Role.EDITOR)


@pytest.fixture
def colleague(step):
    return make_user(Role.EDITOR)


@pytest.fixture
def administrator(step):
    return make_user(is_superuser=True)


def send(client, user, page, action="", title="Titlu nou", **more):
    """Send the page's form as this user; returns what is read next."""
    client.force_login(user)
    data = {
        "title": title, "slug": page.slug, "content_note": "", "measure": "", "picture_text": "",
        "spoken": "", "body": streamfield([("heading", "Un titlu")]), **more,
    }  # fmt: skip
    if action:
        data[action] = "1"
    data = nested_form_data({**data, "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0}})
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    return client.post(address, data, follow=True).content.decode()


def act(client, user, page, action):
    """Approve or send back from the list of what waits."""
    client.force_login(user)
    state = page.current_workflow_task_state
    address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, action, state.pk])
    return client.post(address, {"comment": ""}, follow=True)


def title_of(page):
    return type(page).objects.get(pk=page.pk).title


def fresh(page):
    return type(page).objects.get(pk=page.pk)


def test_an_editor_is_offered_to_send_but_not_to_publish(client, step, writer):
    client.force_login(writer)
    html = client.get(reverse("wagtailadmin_pages:edit", args=[step.pk])).content.decode()
    assert 'name="action-submit"' in html
    assert "Două perechi de ochi" in html
    assert 'name="action-publish"' not in html
    assert "action-unpublish" in html or "unpublish" in html


def test_a_publish_that_is_posted_all_the_same_only_saves_the_draft(client, step, writer):
    send(client, writer, step, "action-publish")
    assert title_of(step) == "Pasul inceput"
    assert fresh(step).get_latest_revision_as_object().title == "Titlu nou"


def test_a_new_step_is_not_published_on_the_way_in(client, step, writer):
    client.force_login(writer)
    module = step.get_parent()
    address = reverse("wagtailadmin_pages:add", args=["lessons", "steppage", module.pk])
    assert 'name="action-publish"' not in client.get(address).content.decode()
    data = {
        "title": "Al doilea", "slug": "al-doilea", "body": streamfield([]), "action-publish": "1",
        "content_note": "", "measure": "", "picture_text": "", "spoken": "",
        "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0},
    }  # fmt: skip
    client.post(address, nested_form_data(data))
    assert not StepPage.objects.get(slug="al-doilea").live


@pytest.mark.parametrize("below", [False, True])
def test_nothing_is_published_in_bulk(client, step, writer, below):
    step.unpublish()
    step.save_revision(user=writer)
    client.force_login(writer)
    page = step.get_parent().get_parent() if below else step
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    fields = {"include_descendants": "on"} if below else {}
    client.post(f"{url}?id={page.pk}&next=/admin/", fields)
    assert not fresh(step).live


def test_an_hour_for_publishing_is_no_way_past_it(client, step, writer):
    soon = timezone.now().strftime("%Y-%m-%d %H:%M")
    send(client, writer, step, "action-publish", go_live_at=soon)
    call_command("publish_scheduled")
    assert title_of(step) == "Pasul inceput"


def test_a_copy_is_not_published(client, step, writer):
    client.force_login(writer)
    module = step.get_parent()
    fields = {
        "new_title": "Copie", "new_slug": "copie", "new_parent_page": module.pk,
        "publish_copies": "on",
    }  # fmt: skip
    address = reverse("wagtailadmin_pages:copy", args=[step.pk])
    assert "Nu aveți permisiunea de a publica" in client.post(address, fields).content.decode()
    assert not StepPage.objects.filter(slug="copie").exists()


def test_a_colleague_approves_and_readers_get_it(client, step, writer, colleague):
    send(client, writer, step, "action-submit")
    act(client, colleague, fresh(step), "approve")
    assert title_of(step) == "Titlu nou"
    assert PageLogEntry.objects.filter(page=step.pk, action="wagtail.publish").exists()


def test_who_wrote_cannot_approve(client, step, writer):
    send(client, writer, step, "action-submit")
    assert act(client, writer, fresh(step), "approve").status_code in (302, 200)
    assert title_of(step) == "Pasul inceput"
    html = client.get(reverse("wagtailadmin_pages:edit", args=[step.pk])).content.decode()
    assert 'data-workflow-action-name="approve"' not in html


def test_who_wrote_before_another_sent_it_cannot_approve(client, step, writer, colleague):
    send(client, writer, step)
    send(client, colleague, step, "action-submit", title="Titlu și mai nou")
    act(client, writer, fresh(step), "approve")
    assert title_of(step) == "Pasul inceput"


def test_an_administrator_who_wrote_cannot_approve_either(client, step, administrator):
    send(client, administrator, step, "action-submit")
    act(client, administrator, fresh(step), "approve")
    assert title_of(step) == "Pasul inceput"


def test_an_approver_who_changes_something_has_written(client, step, writer, colleague):
    send(client, writer, step, "action-submit")
    more = {"workflow-action-name": "approve"}
    send(client, colleague, step, "action-workflow-action", title="Alt titlu", **more)
    assert title_of(step) == "Pasul inceput"


def test_saving_the_draft_as_it_was_is_no_writing(client, step, writer, colleague):
    send(client, writer, step, "action-submit")
    fresh(step).get_latest_revision_as_object().save_revision(user=colleague)
    act(client, colleague, fresh(step), "approve")
    assert title_of(step) == "Titlu nou"


def test_what_was_published_before_is_nobodys_draft(client, step, writer, colleague):
    """Whoever wrote the last edition may approve somebody else's next one."""
    send(client, writer, step, "action-submit", title="Al doilea titlu")
    act(client, colleague, fresh(step), "approve")
    send(client, colleague, step, "action-submit", title="Al treilea titlu")
    act(client, writer, fresh(step), "approve")
    assert title_of(step) == "Al treilea titlu"


def test_the_secretariat_is_a_second_person(client, step, writer):
    send(client, writer, step, "action-submit")
    secretariat = make_user(Role.SECRETARIAT)
    block = fresh(step).get_latest_revision_as_object().body.raw_data[0]["id"]
    more = {"workflow-action-name": "approve", "body-0-id": block}
    html = send(client, secretariat, fresh(step).get_latest_revision_as_object(),
                "action-workflow-action", **more)  # fmt: skip
    assert title_of(step) == "Titlu nou"
    assert "nu aveți permisiunea" not in html, "there is no list of pages to go back to"


def test_who_wrote_waits_for_the_answer(client, step, writer):
    send(client, writer, step, "action-submit")
    send(client, writer, step, title="Schimbat în timp ce altcineva citește")
    assert fresh(step).get_latest_revision_as_object().title == "Titlu nou"


def test_a_draft_that_is_sent_back_may_be_changed(client, step, writer, colleague):
    send(client, writer, step, "action-submit")
    act(client, colleague, fresh(step), "reject")
    assert WorkflowState.objects.get().status == "needs_changes"
    send(client, writer, step, title="Schimbat cum s-a cerut")
    assert fresh(step).get_latest_revision_as_object().title == "Schimbat cum s-a cerut"


def test_an_administrator_publishes_alone_in_an_emergency_and_it_is_told(
    client, step, administrator
):
    send(client, administrator, step, "action-publish")
    assert title_of(step) == "Titlu nou"
    assert PageLogEntry.objects.filter(page=step.pk, action="pages.published_alone").exists()
    letter = Letter.objects.get()
    assert "fără a doua persoană" in letter.subject
    assert letter.address


def test_an_administrators_bulk_publishing_is_told_as_well(client, step, administrator):
    step.title = "Titlu nou"
    step.save_revision(user=administrator)
    client.force_login(administrator)
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    client.post(f"{url}?id={step.pk}&next=/admin/")
    assert title_of(step) == "Titlu nou"
    assert PageLogEntry.objects.filter(page=step.pk, action="pages.published_alone").exists()


def test_taking_a_page_off_the_site_needs_nobody_else(client, step, writer):
    client.force_login(writer)
    client.post(reverse("wagtailadmin_pages:unpublish", args=[step.pk]))
    assert not fresh(step).live


def test_ordinary_pages_are_published_by_one_editor(client, writer):
    page = make_home().add_child(instance=StandardPage(title="Despre", slug="despre"))
    assert page.permissions_for_user(writer).can_publish()
    assert page.get_parent().permissions_for_user(writer).can_publish_subpage()


def test_pages_of_a_module_are_under_the_rule_wherever_they_hang(step, writer):
    assert ModulePage.two_pairs_of_eyes
    assert not step.get_parent().permissions_for_user(writer).can_publish()


def test_preparing_twice_changes_nothing(step):
    assert prepare_approvals() is False
    assert not ModelLogEntry.objects.filter(action="wagtail.create").exists()
