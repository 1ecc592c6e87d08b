"""A labour fact: what may be published, how fresh it is, and one value for one day."""

from datetime import date, timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from lms.abroad.enums import Confidence, Field, State
from lms.abroad.freshness import state_of
from lms.abroad.models import LabourFact
from lms.abroad.services import FactOverlap, confirm_fact, save_fact
from lms.abroad.starter import facts as starter
from tests.abroad.builders import SOURCE, at, make_fact

TODAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    "field, days, state",
    [
        (Field.WAGE_MONTH, 184, State.FRESH),
        (Field.WAGE_MONTH, 185, State.DUE),
        (Field.WAGE_MONTH, 214, State.DUE),
        (Field.WAGE_MONTH, 215, State.STALE),
        (Field.TRAFFICKING_LINE, 150, State.FRESH),
        (Field.TRAFFICKING_LINE, 151, State.DUE),
        (Field.TRAFFICKING_LINE, 180, State.DUE),
        (Field.TRAFFICKING_LINE, 181, State.STALE),
        (Field.LEAVE, 700, State.FRESH),
        (Field.LEAVE, 701, State.DUE),
        (Field.LEAVE, 731, State.STALE),
    ],
)
def test_r15_a_value_turns_amber_when_due_and_red_when_stale(field, days, state):
    assert state_of(field, TODAY - timedelta(days=days), TODAY) == state


def test_nobody_who_needs_112_reads_that_it_is_to_be_verified():
    assert state_of(Field.EMERGENCY, date(2009, 2, 1), TODAY) == State.FRESH


def test_r15_a_value_that_nobody_dated_is_due():
    assert state_of(Field.LEAVE, None, TODAY) == State.DUE


@pytest.mark.django_db
@pytest.mark.parametrize("day, state", [("2026-07-01", "fresh"), ("2026-08-10", "stale")])
def test_r15_a_wage_of_january_is_to_be_verified_after_seven_months(day, state):
    with time_machine.travel(at(day)):
        assert make_fact().state == state


@pytest.mark.django_db
def test_a_check_makes_a_value_fresh_again():
    fact = make_fact()
    confirm_fact(fact=fact, day=TODAY)
    with time_machine.travel(at("2026-12-01")):
        assert LabourFact.objects.get().state == State.FRESH


@pytest.mark.django_db
def test_r18_a_remembered_value_cannot_be_published_past_the_form():
    draft = make_fact(published=False, confidence=Confidence.REMEMBERED, as_of="")
    with pytest.raises(IntegrityError), transaction.atomic():
        LabourFact.objects.filter(pk=draft.pk).update(published=True)


@pytest.mark.django_db
@pytest.mark.parametrize("missing", ["source_title", "source_address", "checked_on"])
def test_r18_publishing_a_remembered_value_asks_for_source_and_date(missing):
    draft = make_fact(published=False, confidence=Confidence.REMEMBERED, as_of="", checked_on=TODAY)
    setattr(draft, missing, None if missing == "checked_on" else "")
    draft.published = True
    with pytest.raises(ValidationError) as refused:
        draft.full_clean()
    assert missing in refused.value.error_dict


@pytest.mark.django_db
def test_r18_with_source_and_date_a_remembered_value_is_published():
    draft = make_fact(published=False, confidence=Confidence.REMEMBERED, as_of="")
    draft.published, draft.checked_on = True, TODAY
    save_fact(fact=draft)
    assert LabourFact.objects.get().confidence == Confidence.CHECKED


@pytest.mark.django_db
@pytest.mark.parametrize("number", [0, -5, None])
def test_a_published_number_is_never_zero_nor_missing(number):
    with pytest.raises(IntegrityError), transaction.atomic():
        make_fact(number=number)


@pytest.mark.parametrize(
    ("field", "value", "wrong"),
    [
        (Field.TRAFFICKING_LINE, {}, {"note_ro", "note_en", "note_hu", "note_uk"}),
        (Field.INSPECTORATE, {"note_ro": "inspecția"}, {"note_en", "note_hu", "note_uk"}),
        (Field.WAGE_SCHEME, {"text": "național"}, {"text"}),
        (Field.WAGE_SCHEME, {"text": "cantons"}, set()),
        (Field.OFFICE_WEB, {"web": "https://e.eu"}, set()),
    ],
)
def test_r14_what_would_be_an_empty_cell_in_some_language_is_not_published(field, value, wrong):
    fact = LabourFact(country="DE", field=field, published=True, checked_on=TODAY, **SOURCE)
    for name, text in value.items():
        setattr(fact, name, text)
    assert set(errors_of(fact)) == wrong


@pytest.mark.django_db
def test_whatever_the_files_publish_an_editor_may_save_as_it_is():
    starter.load()
    facts = LabourFact.objects.published()
    assert {str(fact): errors_of(fact) for fact in facts if errors_of(fact)} == {}


def errors_of(fact) -> dict:
    try:
        fact.clean()
    except ValidationError as refused:
        return refused.error_dict
    return {}


@pytest.mark.django_db
def test_a_new_value_closes_the_one_before():
    old = make_fact(valid_from=date(2026, 1, 1))
    save_fact(
        fact=LabourFact(
            country="DE", field=Field.WAGE_MONTH, number=2400, valid_from=date(2027, 1, 1),
            published=True, checked_on=TODAY, **SOURCE,
        )
    )  # fmt: skip
    old.refresh_from_db()
    assert old.valid_until == date(2026, 12, 31)


@pytest.mark.django_db
def test_two_published_values_of_one_place_never_overlap():
    make_fact(valid_from=date(2026, 6, 1))
    other = LabourFact(
        country="DE", field=Field.WAGE_MONTH, number=1, valid_from=date(2026, 1, 1),
        published=True, checked_on=TODAY, **SOURCE,
    )  # fmt: skip
    with pytest.raises(FactOverlap):
        save_fact(fact=other)


@pytest.mark.django_db
def test_two_open_values_of_one_place_are_refused_by_the_database():
    make_fact()
    with pytest.raises(IntegrityError), transaction.atomic():
        make_fact()


@pytest.mark.django_db
def test_a_draft_that_was_published_meanwhile_is_confirmed_as_it_is_now():
    seen = make_fact(published=False, confidence=Confidence.REMEMBERED)
    LabourFact.objects.filter(pk=seen.pk).update(published=True, confidence=Confidence.READ)
    confirm_fact(fact=seen, day=TODAY)
    now = LabourFact.objects.get()
    assert (now.confidence, now.checked_on) == (Confidence.CHECKED, TODAY)
