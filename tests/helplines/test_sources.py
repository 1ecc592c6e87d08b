"""A number is published only with where and when it was read, and is looked at again in time."""

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from lms.helplines.models import CountyService, Helpline
from lms.helplines.starter import load
from lms.pages.due_help import help_todo, remind_of_due_help
from lms.people.enums import Role
from lms.people.models import Letter
from lms.people.selectors import people_who_may
from tests.factories import CountyFactory, make_user

pytestmark = pytest.mark.django_db


def make_line(**fields):
    usual = {"key": "proba", "number": "0800 000 000", "source_title": "Ziarul"}
    usual["checked_on"] = timezone.localdate()
    return Helpline(**{**usual, **fields})


@pytest.mark.parametrize(("field", "value"), [("source_title", ""), ("checked_on", None)])
def test_a_line_without_source_or_date_is_refused_with_a_word_at_the_field(field, value):
    with pytest.raises(ValidationError) as refused:
        make_line(published=True, **{field: value}).full_clean()
    assert field in refused.value.message_dict


@pytest.mark.parametrize(("field", "value"), [("source_title", ""), ("checked_on", None)])
def test_the_database_refuses_it_as_well(field, value):
    with pytest.raises(IntegrityError), transaction.atomic():
        make_line(published=True, **{field: value}).save()


def test_a_draft_needs_neither():
    make_line(source_title="", checked_on=None).full_clean()


def test_nobody_checks_in_the_future():
    tomorrow = timezone.localdate() + timedelta(days=1)
    with pytest.raises(ValidationError) as refused:
        make_line(checked_on=tomorrow).full_clean()
    assert "checked_on" in refused.value.message_dict


def test_lines_known_from_memory_only_come_as_drafts():
    load()
    remembered = Helpline.objects.filter(source_title="")
    assert {line.number for line in remembered} == {
        "0800 500 333",
        "0800 868 622",
        "+40 21 313 31 00",
    }
    assert not remembered.published().exists()


def test_loading_twice_adds_nothing():
    load()
    before = Helpline.objects.count()
    load()
    assert Helpline.objects.count() == before


def checked(days_ago, **fields):
    day = timezone.localdate() - timedelta(days=days_ago)
    line = make_line(published=True, checked_on=day, **fields)
    line.save()
    return line


@pytest.mark.parametrize(("days", "due"), [(180, False), (181, True)])
def test_r37_a_line_unchecked_for_180_days_is_flagged_to_editors(roles, days, due):
    line = checked(days)
    found = list(help_todo(make_user(Role.EDITOR)))
    assert line.is_due is due
    assert [(item.count, item.soon) for item in found] == ([(1, True)] if due else [])


def test_r37_a_county_service_is_flagged_alike(roles):
    CountyService.objects.create(
        county=CountyFactory(),
        name="DGASPC",
        phone="0264 000 000",
        source_title="Pagina",
        checked_on=timezone.localdate() - timedelta(days=181),
        published=True,
    )
    assert [item.count for item in help_todo(make_user(Role.EDITOR))] == [1]


def test_nobody_else_is_told(roles):
    checked(400)
    assert list(help_todo(make_user(Role.TEACHER))) == []


def test_r37_editors_get_one_letter_a_month_while_something_is_due(roles):
    checked(400)
    editor = make_user(Role.EDITOR)
    make_user(Role.TEACHER)
    with time_machine.travel("2026-11-30T10:00:00+02:00"):
        assert [remind_of_due_help(), remind_of_due_help()] == [1, 0]
    with time_machine.travel("2026-12-01T10:00:00+02:00"):
        assert remind_of_due_help() == 1
    letters = Letter.objects.filter(user=editor)
    assert letters.count() == 2
    assert "0800 000 000" in letters.first().body


def test_whom_to_write_to_is_asked_once_however_many_accounts_there_are(
    roles, django_assert_num_queries
):
    for _number in range(3):
        make_user(Role.TEACHER)
    editor = make_user(Role.EDITOR)
    make_user(Role.EDITOR, is_active=False)
    with django_assert_num_queries(1):
        assert list(people_who_may("helplines.change_helpline")) == [editor]


def test_no_letter_while_nothing_is_due(roles):
    checked(10)
    make_user(Role.EDITOR)
    assert remind_of_due_help() == 0
