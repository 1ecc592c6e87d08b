"""Editors: the list of facts, what is to be checked, one button for what has not changed."""

from datetime import date
from decimal import Decimal

import pytest
import time_machine
from django.db import IntegrityError
from django.urls import reverse
from django.utils import timezone
from wagtail.log_actions import registry

from lms.abroad.admin.facts import LabourFactViewSet
from lms.abroad.enums import Confidence, Field
from lms.abroad.forms.facts import LabourFactForm
from lms.abroad.models import LabourFact
from lms.abroad.services import FactOverlap
from lms.people import todo
from lms.people.enums import Role
from tests.abroad.builders import at, make_fact
from tests.factories import make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]


@pytest.fixture
def editor(client, roles):
    user = make_user(Role.EDITOR)
    client.force_login(user)
    return user


@pytest.fixture(autouse=True)
def _in_november():
    with time_machine.travel(at("2026-11-30"), tick=False):
        yield


def form_of(fact, **changed):
    """What the editor's form of a fact sends."""
    names = [
        "country", "field", "position", "number", "unit", "currency", "payments", "audience",
        "text", "phone", "email", "web", "languages", "note_ro", "note_en", "note_hu", "note_uk",
        "valid_from", "valid_until", "source_title", "source_address", "checked_on", "published",
    ]  # fmt: skip
    values = {name: getattr(fact, name) for name in names} | changed
    return {name: value for name, value in values.items() if value not in (None, False)}


@pytest.mark.parametrize(
    ("number", "shown"), [("25.000", "25"), ("12.820", "12.82"), ("100", "100")]
)
def test_a_number_is_edited_without_the_zeros_of_its_column(number, shown):
    fact = make_fact(Field.LEAVE, number=Decimal(number))
    form = LabourFactViewSet().get_edit_handler().get_form_class()(instance=fact)
    assert form["number"].value() == shown


def test_what_is_due_stands_in_an_editors_todo(client, editor):
    make_fact()
    item = next(item for item in todo.items_for(editor) if item.url == reverse("abroad_due"))
    assert item.title.startswith("1 ")
    # The number stands in the title, and nowhere else.
    assert item.count == 0
    assert "2 343" not in item.title
    assert "1 informație" in item.title


def test_what_is_fresh_is_nobodys_todo(editor):
    make_fact(checked_on=date(2026, 11, 1))
    assert reverse("abroad_due") not in [item.url for item in todo.items_for(editor)]


def test_one_button_says_that_nothing_changed(client, editor):
    fact = make_fact()
    page = client.get(reverse("abroad_due")).content.decode()
    assert "Verificat azi" in page
    assert "Germania: Salariul minim pe lună" in page
    client.post(reverse("abroad_confirm", args=[fact.pk]))
    fact.refresh_from_db()
    assert fact.checked_on == timezone.localdate()
    assert "Nimic de verificat acum." in client.get(reverse("abroad_due")).content.decode()
    assert "abroad.confirm" in [row.action for row in registry.get_logs_for_instance(fact)]


@pytest.mark.parametrize("error", [FactOverlap("x"), IntegrityError("x")])
def test_whoever_publishes_after_a_colleague_is_told_at_the_form(
    client, editor, monkeypatch, error
):
    fact = make_fact()

    def late(self, commit=True):
        raise error

    monkeypatch.setattr(LabourFactForm, "save", late)
    response = client.post(reverse("labourfact:edit", args=[fact.pk]), form_of(fact))
    assert "Un coleg a publicat între timp" in response.content.decode()


def test_the_work_list_is_gone_through_by_country_and_kind(client, editor):
    make_fact(country="DE")
    make_fact(country="FR")
    page = client.get(reverse("abroad_due"), {"tara": "FR", "ce": "salarii"}).content.decode()
    assert "Franța: Salariul minim pe lună" in page
    assert "Germania: Salariul minim pe lună" not in page


def test_a_kind_of_which_nothing_is_due_says_so(client, editor):
    make_fact()
    page = client.get(reverse("abroad_due"), {"ce": "contacte"}).content.decode()
    assert "Nimic de verificat acum." in page


def test_after_a_confirmation_the_list_is_as_it_was_chosen(client, editor):
    fact = make_fact()
    response = client.post(f"{reverse('abroad_confirm', args=[fact.pk])}?tara=DE")
    assert response.url == f"{reverse('abroad_due')}?tara=DE"


def test_a_confirmation_is_never_a_get(client, editor):
    assert client.get(reverse("abroad_confirm", args=[make_fact().pk])).status_code == 405


def test_r18_a_draft_without_a_source_is_not_confirmed(client, editor):
    draft = make_fact(published=False, confidence=Confidence.REMEMBERED, as_of="",
                      source_address="")  # fmt: skip
    client.post(reverse("abroad_confirm", args=[draft.pk]))
    draft.refresh_from_db()
    assert (draft.checked_on, draft.published) == (None, False)


def test_r18_the_form_publishes_a_draft_with_source_and_date(client, editor):
    draft = make_fact(published=False, confidence=Confidence.REMEMBERED, as_of="")
    path = reverse("labourfact:edit", args=[draft.pk])
    refused = client.post(path, form_of(draft, published="on"))
    assert "Scrieți ziua în care ați verificat" in refused.content.decode()
    client.post(path, form_of(draft, published="on", checked_on="2026-11-30"))
    draft.refresh_from_db()
    assert (draft.published, draft.confidence) == (True, Confidence.CHECKED)


def test_a_new_value_in_the_form_closes_the_old_one(client, editor):
    old = make_fact(valid_from=date(2026, 1, 1))
    new = form_of(old, number="2400", valid_from="2027-01-01", checked_on="2026-11-30")
    client.post(reverse("labourfact:add"), new)
    old.refresh_from_db()
    assert old.valid_until == date(2026, 12, 31)
    assert LabourFact.objects.count() == 2


def test_the_form_says_that_the_days_are_taken(client, editor):
    old = make_fact(valid_from=date(2026, 6, 1))
    new = form_of(old, number="2400", valid_from="2026-01-01", checked_on="2026-11-30")
    answer = client.post(reverse("labourfact:add"), new)
    assert "este publicată deja altă valoare" in answer.content.decode()


@pytest.mark.parametrize(
    "state, shown", [("stale", "DE"), ("due", "FR"), ("fresh", "IT"), ("draft", "ES")]
)
def test_the_list_is_narrowed_by_state(client, editor, state, shown):
    make_fact(country="DE")
    make_fact(Field.LEAVE, "FR", number=25, source_day=None)
    make_fact(Field.LEAVE, "IT", number=25, checked_on=date(2026, 11, 1))
    make_fact(Field.LEAVE, "ES", number=25, published=False)
    answer = client.get(f"{reverse('labourfact:index')}?state={state}")
    assert [fact.country for fact in answer.context["object_list"]] == [shown]


def test_the_list_asks_few_questions(client, editor, django_assert_max_num_queries):
    for position in range(1, 30):
        make_fact(position=position)
    with django_assert_max_num_queries(25):
        client.get(reverse("labourfact:index"))


def test_the_history_of_a_fact_can_be_read(client, editor):
    fact = make_fact()
    client.post(reverse("labourfact:edit", args=[fact.pk]), form_of(fact, number="2350"))
    assert client.get(reverse("labourfact:history", args=[fact.pk])).status_code == 200


@pytest.mark.parametrize(("role", "refusal"), [(Role.TEACHER, 403), (Role.SECRETARIAT, 302)])
def test_others_change_no_facts(client, roles, role, refusal):
    client.force_login(make_user(role))
    fact = make_fact()
    assert client.post(reverse("abroad_confirm", args=[fact.pk])).status_code == refusal
    fact.refresh_from_db()
    assert fact.checked_on is None


def test_a_value_cannot_have_been_checked_tomorrow(client, editor):
    fact = make_fact(valid_from=date(2026, 1, 1))
    sent = form_of(fact, checked_on="2026-12-01")
    page = client.post(reverse("labourfact:edit", args=[fact.pk]), sent).content.decode()
    assert "Data este în viitor." in page
    fact.refresh_from_db()
    assert fact.checked_on is None


@pytest.mark.parametrize("address", ["javascript:alert(1)", "github:de/undeva"])
def test_a_source_that_is_no_web_page_is_no_link(client, editor, address):
    make_fact(source_address=address)
    page = client.get(reverse("abroad_due")).content.decode()
    assert "Eurostat" in page
    assert f'href="{address}' not in page
