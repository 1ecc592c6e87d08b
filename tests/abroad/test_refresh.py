"""`refresh_countries`: what changed is said, history stays, the same file twice changes nothing."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from lms.abroad.enums import Field
from lms.abroad.models import LabourFact
from lms.abroad.starter import facts as starter
from tests.abroad.builders import make_fact
from tests.abroad.country_files import HEADER, UNIT

pytestmark = pytest.mark.django_db


def wage(value, day, country="DE"):
    return f"{country},G,G,min_wage_month,{value},{UNIT},{day},Eurostat,https://e.eu,read"


def refreshed(path, **options):
    out = StringIO()
    call_command("refresh_countries", path, stdout=out, stderr=out, **options)
    return out.getvalue()


def wages():
    rows = LabourFact.objects.filter(field=Field.WAGE_MONTH).order_by("valid_from")
    return [(int(row.number), row.valid_from, row.valid_until) for row in rows]


def test_a_changed_value_opens_a_row_and_closes_the_old_one(file):
    make_fact(valid_from=date(2026, 1, 1))
    said = refreshed(file(wage(2400, "2027-01-01")))
    assert "schimbat: DE min_wage_month: 2343 EUR → 2400 EUR" in said
    assert wages() == [
        (2343, date(2026, 1, 1), date(2026, 12, 31)),
        (2400, date(2027, 1, 1), None),
    ]


def test_the_same_file_a_second_time_changes_nothing(file):
    path = file(wage(2400, "2027-01-01"), wage(600, "2027-01-01", "BG"))
    assert "2 noi" in refreshed(path)
    assert "0 noi, 0 schimbate, 0 confirmate, 2 neschimbate" in refreshed(path)


def test_a_dry_run_says_the_same_and_writes_nothing(file):
    make_fact(valid_from=date(2026, 1, 1))
    said = refreshed(file(wage(2400, "2027-01-01")), dry_run=True)
    assert "1 schimbate" in said
    assert "Nu s-a scris nimic." in said
    assert wages() == [(2343, date(2026, 1, 1), None)]


def test_the_same_value_in_a_newer_source_is_a_confirmation(file):
    make_fact(valid_from=date(2026, 1, 1))
    assert "1 confirmate" in refreshed(file(wage(2343, "2026-07-01")))
    row = LabourFact.objects.get()
    assert (row.valid_from, row.source_day) == (date(2026, 1, 1), date(2026, 7, 1))


def test_an_old_file_never_undoes_a_newer_value(file):
    make_fact(valid_from=date(2026, 1, 1))
    assert "mai vechi, lăsat" in refreshed(file(wage(2161, "2025-01-01")))
    assert wages() == [(2343, date(2026, 1, 1), None)]


def test_what_a_file_lacks_stays_until_it_is_asked_to_go(file):
    make_fact(country="DE")
    path = file(wage(600, "2026-01-01", "BG"))
    assert "lipsește din fișier, lăsat: DE" in refreshed(path)
    assert LabourFact.objects.get(country="DE").valid_until is None
    assert "retras: DE" in refreshed(path, close_missing=True)
    assert LabourFact.objects.get(country="DE").valid_until is not None


def test_a_file_without_the_columns_is_refused(tmp_path):
    path = tmp_path / "alta.csv"
    path.write_text("a,b\n1,2\n")
    with pytest.raises(CommandError):
        refreshed(path)


def test_r18_leads_from_memory_come_in_as_drafts():
    starter.load()
    drafts = LabourFact.objects.filter(confidence__in=["remembered", "old"])
    assert drafts.count() > 100
    assert not drafts.filter(published=True).exists()


def test_the_starter_leaves_alone_what_an_editor_changed():
    starter.load()
    LabourFact.objects.filter(country="DE", field=Field.LEAVE).update(number=24)
    assert starter.load() == 0
    assert LabourFact.objects.get(country="DE", field=Field.LEAVE).number == 24


def test_a_value_that_comes_back_holds_again(file):
    make_fact(number=2161, valid_from=date(2025, 1, 1), valid_until=date(2025, 12, 31))
    make_fact(valid_from=date(2026, 1, 1))
    path = file(wage(2161, "2027-01-01"))
    assert "schimbat: DE min_wage_month: 2343" in refreshed(path)
    assert wages()[-1] == (2161, date(2027, 1, 1), None)
    assert "0 schimbate, 0 confirmate, 1 neschimbate" in refreshed(path)


def test_an_old_file_never_undoes_what_an_editor_checked_since(file):
    make_fact(
        source_day=None, as_of="", confidence="checked",
        valid_from=date(2026, 7, 1), checked_on=date(2026, 7, 5),
    )  # fmt: skip
    assert "mai vechi, lăsat" in refreshed(file(wage(2161, "2026-01-01")))
    assert wages() == [(2343, date(2026, 7, 1), None)]


def office(name, day):
    return f"DE,G,G,labour_inspectorate_name,{name},text,{day},Zoll,https://e.eu,read"


def test_of_two_changes_on_one_day_the_later_one_holds(file):
    for name, day in (("Una", "2025-05-01"), ("Alta", "2026-05-01"), ("A treia", "2026-06-01")):
        refreshed(file(office(name, day)))
    held = LabourFact.objects.published().on(timezone.localdate())
    assert [row.text for row in held] == ["A treia"]


@pytest.mark.parametrize("encoding", ["cp1250", "utf-16"])
def test_a_file_in_another_encoding_is_told_what_to_do(tmp_path, encoding):
    path = tmp_path / "tari.csv"
    path.write_text(f"{HEADER}DE,Germania,G,eures_member,da î,,2026,Sursă,,read\n", encoding)
    out = StringIO()
    with pytest.raises(CommandError, match="niciun rând"):
        call_command("refresh_countries", path, stdout=out, stderr=out)
    assert "CSV UTF-8" in out.getvalue()
