"""The county directory by table: everything that is wrong is said, nothing comes twice."""

import io

import openpyxl
import pytest
from django.core.management import CommandError, call_command

from lms.helplines.directory.reading import read_services
from lms.helplines.directory.table import directory_table
from lms.helplines.models import CountyService
from lms.helplines.services import write_services
from tests.factories import CountyFactory

pytestmark = pytest.mark.django_db
TITLES = "județ;sector;denumire;telefon;adresă;pagina web;sursă;adresa sursei;verificat la;publicat"
CLUJ = "Cluj;;DGASPC Cluj;0264 000 000;Str. Probei 1;;Pagina DGASPC;https://exemplu.ro;{day};da"


@pytest.fixture(autouse=True)
def _counties():
    CountyFactory()
    CountyFactory(mnemonic="B", name="București", iso_code="RO-B", nuts3="RO321")


def table(*rows, day="23.10.2026"):
    return "\n".join((TITLES, *rows)).format(day=day).encode()


def reasons(*rows):
    return [(one.line, one.column) for one in read_services(table(*rows)).problems]


def test_a_row_is_read_and_written():
    write_services(rows=read_services(table(CLUJ)).rows)
    service = CountyService.objects.get()
    assert (service.county_id, service.dial, service.published) == ("CJ", "0264000000", True)


def test_the_same_table_twice_changes_nothing():
    rows = read_services(table(CLUJ)).rows
    write_services(rows=rows)
    again = write_services(rows=rows)
    assert (again.added, again.changed, again.kept) == (0, 0, 1)
    assert CountyService.objects.count() == 1


def test_a_changed_row_changes_its_county():
    write_services(rows=read_services(table(CLUJ)).rows)
    done = write_services(rows=read_services(table(CLUJ.replace("000 000", "111 111"))).rows)
    assert done.changed == 1
    assert CountyService.objects.get().phone == "0264 111 111"


@pytest.mark.parametrize("name", ["Caraș-Severin", "CARAS SEVERIN", "jud. Caraș - Severin", "CS"])
def test_a_county_is_known_however_it_is_spelled(name):
    CountyFactory(mnemonic="CS", name="Caraș-Severin", iso_code="RO-CS", nuts3="RO422")
    file = read_services(table(CLUJ.replace("Cluj;;", f"{name};;")))
    assert [row.county for row in file.rows] == ["CS"]


def test_the_sectors_of_the_capital_stand_apart():
    rows = [CLUJ.replace("Cluj;;", f"București;{number};") for number in (1, 2)]
    write_services(rows=read_services(table(*rows)).rows)
    assert [str(one.place) for one in CountyService.objects.all()] == [
        "București, sectorul 1",
        "București, sectorul 2",
    ]


@pytest.mark.parametrize(
    ("wrong", "column"),
    [
        (CLUJ.replace("Cluj;;", "Clujj;;"), "județ"),
        (CLUJ.replace("Cluj;;", "Cluj;3;"), ""),
        (CLUJ.replace("Cluj;;", "București;7;"), "sector"),
        (CLUJ.replace("DGASPC Cluj", ""), "denumire"),
        (CLUJ.replace("0264 000 000", "264000000"), "telefon"),
        (CLUJ.replace("0264 000 000", ""), ""),
        (CLUJ.replace("Pagina DGASPC", ""), "sursă"),
        (CLUJ.replace("https://exemplu.ro", "exemplu"), "adresa sursei"),
        (CLUJ.replace("{day}", "ieri"), "verificat la"),
        (CLUJ.replace("{day}", ""), "verificat la"),
        (CLUJ.replace(";da", ";poate"), "publicat"),
        (CLUJ.replace("DGASPC Cluj", "=1+1"), "denumire"),
    ],
)
def test_what_is_wrong_is_said_with_line_and_column(wrong, column):
    found = reasons(CLUJ.replace("Cluj;;", "București;1;"), wrong)
    assert (3, column) in found


def test_a_county_that_comes_twice_is_said():
    assert reasons(CLUJ, CLUJ) == [(3, "județ")]


def test_a_file_without_titles_is_refused_whole():
    assert [one.line for one in read_services(b"a;b\nc;d").problems] == [0]


def test_the_table_to_fill_in_says_nothing_until_it_is_filled_in():
    assert [one.line for one in read_services(directory_table("xlsx")).problems] == [0]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_table_comes_back_as_it_was_taken_away(kind):
    write_services(rows=read_services(table(CLUJ)).rows)
    done = write_services(rows=read_services(directory_table(kind)).rows)
    assert (done.added, done.changed, done.kept) == (0, 0, 1)


def test_the_table_has_a_row_for_every_county_and_sector():
    sheet = openpyxl.load_workbook(io.BytesIO(directory_table("xlsx"))).active
    assert sheet.max_row == 1 + 1 + 6


def test_the_command_writes_all_or_nothing(tmp_path, capsys):
    file = tmp_path / "servicii.csv"
    file.write_bytes(table(CLUJ, CLUJ.replace("Cluj;;", "Clujj;;")))
    with pytest.raises(CommandError, match="rândul 3, coloana județ"):
        call_command("import_county_services", file)
    assert not CountyService.objects.exists()
    file.write_bytes(table(CLUJ))
    call_command("import_county_services", file, "--dry-run")
    assert not CountyService.objects.exists()
    call_command("import_county_services", file)
    assert CountyService.objects.count() == 1


@pytest.mark.parametrize("sector", ["9" * 4, "9" * 25, "9" * 5000])
def test_a_sector_that_no_database_can_hold_is_a_problem_of_its_row(sector):
    assert reasons(CLUJ.replace("Cluj;;", f"București;{sector};")) == [(2, "sector")]


def test_what_a_table_has_no_column_for_stays_as_it_is():
    write_services(rows=read_services(table(CLUJ)).rows)
    file = read_services("județ;denumire;telefon\nCluj;DGASPC Cluj;0264 111 111".encode())
    write_services(rows=file.rows)
    service = CountyService.objects.get()
    assert (service.phone, service.source_title) == ("0264 111 111", "Pagina DGASPC")
    assert service.published
    assert service.checked_on is not None
