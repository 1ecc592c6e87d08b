"""`refresh_countries` with the files that people really send: nothing is lost, nothing is empty."""

from datetime import date
from io import StringIO

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.utils import timezone

from lms.abroad.enums import Confidence, Field
from lms.abroad.models import LabourFact
from lms.abroad.reading import read_file
from lms.abroad.starter import facts as starter
from tests.abroad.builders import make_fact
from tests.abroad.country_files import UNIT

pytestmark = pytest.mark.django_db


def refreshed(path, **options):
    out = StringIO()
    call_command("refresh_countries", path, stdout=out, stderr=out, **options)
    return out.getvalue()


def wage(value, day, unit=UNIT, title="Eurostat", confidence="read"):
    return f'DE,G,G,min_wage_month,{value},"{unit}",{day},{title},https://e.eu,{confidence}'


def wages():
    rows = LabourFact.objects.published().filter(field=Field.WAGE_MONTH).order_by("valid_from")
    return [(int(row.number), row.valid_from, row.valid_until) for row in rows]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("trafficking_hotline", "no line was found"),
        ("min_wage_scheme", "see the note"),
        ("labour_inspectorate_web", "the page was moved"),
    ],
)
def test_a_cell_without_anything_to_show_is_a_problem(file, field, value):
    found = read_file(file(f"DE,G,G,{field},{value},text,2026-11-01,S,https://e.eu,read"))
    assert found.facts == []
    assert [problem.line for problem in found.problems] == [2]


def test_r19_a_line_in_romanian_is_one_whatever_words_stand_beside_its_number(client, file):
    starter.load()
    new = "0800 0005602 (Faire Mobilität; new hours)"
    refreshed(
        file(f"DE,G,G,worker_advice_in_romanian,{new},contact,2026-11-01,DGB,https://e.eu,read")
    )
    page = client.get("/munca-in-strainatate/contacte/?tara=DE&limba=ro").content
    links = BeautifulSoup(page, "html.parser").select(".call__number")
    assert "tel:08000005602" in [link["href"] for link in links]


def test_two_dated_values_of_one_place_follow_each_other(file):
    make_fact(valid_from=date(2026, 1, 1))
    refreshed(file(wage(2400, "2027-01-01"), wage(2500, "2027-07-01")))
    assert wages() == [
        (2343, date(2026, 1, 1), date(2026, 12, 31)),
        (2400, date(2027, 1, 1), date(2027, 6, 30)),
        (2500, date(2027, 7, 1), None),
    ]


def test_two_dated_values_of_a_place_that_had_none_follow_each_other(file):
    refreshed(file(wage(2500, "2027-07-01"), wage(2400, "2027-01-01")))
    assert wages() == [
        (2400, date(2027, 1, 1), date(2027, 6, 30)),
        (2500, date(2027, 7, 1), None),
    ]


def test_a_value_without_a_source_takes_nothing_from_readers(file):
    make_fact(valid_from=date(2026, 1, 1))
    path = file(wage(2400, "2027-01-01", title=""), wage(2343, "2026-01-01"))
    assert "rândul 2: lipsește sursa sau data ei" in refreshed(path)
    assert wages() == [(2343, date(2026, 1, 1), None)]


def test_a_source_of_tomorrow_is_a_problem_but_for_a_wage_that_was_announced(file):
    year = timezone.localdate().year + 1
    row = f"DE,G,G,annual_leave_min,20,working days per year,{year},S,https://e.eu,read"
    found = read_file(file(row, wage(2400, f"{year}-01-01")))
    assert [problem.line for problem in found.problems] == [2]
    assert [fact.field for fact in found.facts] == [Field.WAGE_MONTH]


def test_a_value_that_ends_before_it_begins_is_a_problem(file):
    path = file(wage(2400, "2027-01-01", unit="EUR gross per month (until 2026-06-30)"))
    assert [problem.line for problem in read_file(path).problems] == [2]


def test_a_lead_that_was_read_meanwhile_is_published(file):
    make_fact(
        Field.INSPECTORATE, "AT", text="Arbeitsinspektion", published=False,
        confidence=Confidence.REMEMBERED, as_of="", source_day=None, source_precision="",
    )  # fmt: skip
    row = "AT,A,A,labour_inspectorate_name,Arbeitsinspektion,text,2026-11-05,BMA,https://b.at,read"
    refreshed(file(row))
    fact = LabourFact.objects.get(country="AT")
    assert (fact.published, fact.confidence) == (True, Confidence.READ)
    assert fact.source_title == "BMA"
    assert "1 neschimbate" in refreshed(file(row))


def test_r18_what_is_remembered_does_not_confirm_what_was_read(file):
    make_fact(valid_from=date(2026, 1, 1))
    refreshed(file(wage(2343, "2027-01-01", title="(from memory)", confidence="remembered")))
    assert LabourFact.objects.published().get().source_title == "Eurostat"


def test_a_value_with_an_end_makes_no_second_one_of_the_same_days(file):
    make_fact(valid_from=date(2026, 1, 1))
    path = file(wage(2300, "2026-03-01", unit="EUR gross per month (until 2026-06-30)"))
    assert "se suprapune, lăsat: DE min_wage_month" in refreshed(path)
    assert wages() == [(2343, date(2026, 1, 1), None)]


@pytest.mark.parametrize("value", ["2.343", "2,343", "2 343"])
def test_a_number_with_a_mark_at_its_thousands_is_a_problem(file, value):
    found = read_file(file(wage(f'"{value}"', "2027-01-01")))
    assert (found.facts, [problem.line for problem in found.problems]) == ([], [2])


def test_a_value_that_an_editor_entered_for_later_stays(file):
    make_fact(number=2500, valid_from=date(2027, 7, 1))
    assert "se suprapune, lăsat" in refreshed(file(wage(2400, "2027-01-01")))
    assert wages() == [(2500, date(2027, 7, 1), None)]


def test_a_line_with_its_number_in_other_words_keeps_its_name(file):
    make_fact(Field.TRAFFICKING_LINE, phone="0800 1", text="Linia", languages="ro")
    row = "DE,G,G,trafficking_hotline,0800 1 (now at night too),text,2026-11-05,S,https://e.eu,read"
    assert "1 confirmate" in refreshed(file(row))
    kept = LabourFact.objects.get()
    assert (kept.text, kept.languages) == ("Linia", "ro")
    assert "now at night too" in kept.source_note
