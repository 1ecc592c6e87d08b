"""`import_schools`: new, changed, closed and wrong rows; nothing is deleted."""

import io
from datetime import date

import openpyxl
import pytest
from django.core.management import CommandError, call_command

from lms.core import generation
from lms.organisations.models import School, SchoolColumnMapping
from lms.organisations.selectors import find_schools
from lms.organisations.services import merge_schools
from lms.organisations.starter import load
from tests.factories import SchoolFactory

HEADERS = "Cod SIIIR;Denumire;Județ;Localitate;Mediu;Nivel"
ROW = "0011;Școala Gimnazială „Teiul”;Cluj;Mociu;rural;gimnaziu"

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _counties(settings):
    settings.DEMO = False
    load()


@pytest.fixture
def run(tmp_path):
    """Import these lines; returns what the command prints."""

    def imported(*lines, options=(), encoding="utf-8", name="register.csv", content=None):
        path = tmp_path / name
        path.write_bytes(content or "\n".join(lines).encode(encoding))
        out = io.StringIO()
        call_command("import_schools", str(path), *options, stdout=out)
        return out.getvalue()

    return imported


def xlsx(*rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def test_a_new_school_is_added(run):
    assert "Noi: 1" in run(HEADERS, ROW)
    school = School.objects.get()
    assert (school.siiir, school.county_id, school.locality.name) == ("0011", "CJ", "Mociu")
    assert find_schools("scoala teiul mociu") == [school]


def test_the_report_names_what_is_new_changed_and_closed(run):
    closed = SchoolFactory()
    run(HEADERS, ROW)
    report = run(
        HEADERS, ROW.replace("Teiul", "Arțarul"), ROW.replace("0011", "0012"),
        options=["--close-missing"],
    )  # fmt: skip
    assert "Noi: 1\n  0012 Școala Gimnazială „Teiul”" in report
    assert "Schimbate: 1\n  0011 Școala Gimnazială „Arțarul”" in report
    assert f"Închise: 1\n  {closed.siiir}" in report


def test_the_same_file_again_changes_nothing(run):
    run(HEADERS, ROW)
    report = run(HEADERS, ROW)
    assert "Noi: 0\nSchimbate: 0\nNeschimbate: 1" in report


@pytest.mark.parametrize(
    "row",
    [
        "0011;Alt nume;Cluj;Mociu;rural;gimnaziu",
        "0011;Școala Gimnazială „Teiul”;Iași;Mociu;rural;gimnaziu",
        "0011;Școala Gimnazială „Teiul”;Cluj;Turda;rural;gimnaziu",
        "0011;Școala Gimnazială „Teiul”;Cluj;Mociu;urban;gimnaziu",
        "0011;Școala Gimnazială „Teiul”;Cluj;Mociu;rural;liceu",
    ],
)
def test_any_difference_is_a_change(run, row):
    run(HEADERS, ROW)
    before = School.objects.get().pk
    assert "Schimbate: 1" in run(HEADERS, row)
    assert School.objects.get().pk == before


def test_a_changed_school_is_found_by_its_new_name(run):
    run(HEADERS, ROW)
    run(HEADERS, ROW.replace("Teiul", "Țânțarul"))
    assert len(find_schools("tantarul")) == 1


def test_figures_by_county_are_counted_anew_after_an_import(
    run, django_capture_on_commit_callbacks
):
    before = generation.current(generation.FIGURES)
    with django_capture_on_commit_callbacks(execute=True):
        run(HEADERS, ROW)
    assert generation.current(generation.FIGURES) != before


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1250"])
def test_a_csv_is_read_however_it_was_saved(run, separator, encoding):
    lines = [line.replace(";", separator) for line in (HEADERS, ROW)]
    # Windows-1250 knows only the letters with cedilla.
    if encoding == "cp1250":
        lines = [
            line.translate(str.maketrans("șȘțȚ", "\u015f\u015e\u0163\u0162")) for line in lines
        ]
    run(*lines, encoding=encoding)
    assert School.objects.get().name == "Școala Gimnazială „Teiul”"


def test_an_xlsx_is_read(run):
    run(content=xlsx(HEADERS.split(";"), ROW.split(";")), name="register.xlsx")
    assert School.objects.get().siiir == "0011"


def test_zeros_that_only_the_format_of_a_cell_shows_are_kept(run):
    book = openpyxl.Workbook()
    book.active.append(HEADERS.split(";"))
    book.active.append([11, *ROW.split(";")[1:]])
    book.active["A2"].number_format = "0000000000"
    buffer = io.BytesIO()
    book.save(buffer)
    run(content=buffer.getvalue(), name="register.xlsx")
    assert School.objects.get().siiir == "0000000011"


@pytest.mark.parametrize("county", ["CJ", "cluj", "CLUJ", "Județul Cluj", "Jud. Cluj"])
def test_a_county_is_known_by_any_of_its_names(run, county):
    run(HEADERS, ROW.replace(";Cluj;", f";{county};"))
    assert School.objects.get().county_id == "CJ"


@pytest.mark.parametrize("county", ["București", "Municipiul Bucure\u015fti", "B", "BUCURESTI"])
def test_the_capital_is_known_by_any_of_its_names(run, county):
    run(HEADERS, ROW.replace(";Cluj;", f";{county};"))
    assert School.objects.get().county_id == "B"


@pytest.mark.parametrize(
    "row, column, reason",
    [
        (ROW.replace("0011", ""), "siiir", "lipsește"),
        (ROW.replace("Școala Gimnazială „Teiul”", ""), "name", "lipsește"),
        (ROW.replace("Cluj", "Klausenburg"), "county", "județ necunoscut: Klausenburg"),
        (ROW.replace("rural", "sat"), "medium", "nici urban, nici rural: sat"),
        (ROW.replace("0011", "1,61E+09"), "siiir", "schimbat de foaia de calcul"),
        (ROW.replace("0011", "1" * 21), "siiir", "peste 20 de semne"),
    ],
)
def test_a_wrong_cell_is_named_by_line_and_column(run, row, column, reason):
    report = run(HEADERS, row)
    assert f"rândul 2, coloana {column}: " in report
    assert reason in report
    assert not School.objects.exists()


def test_a_wrong_row_does_not_stop_the_others(run):
    report = run(HEADERS, ROW.replace("0011", ""), ROW)
    assert "Erori: 1" in report
    assert School.objects.count() == 1


def test_a_code_that_comes_twice_is_an_error(run):
    report = run(HEADERS, ROW, ROW.replace("Teiul", "Nucul"))
    assert "codul este deja pe rândul 2" in report
    assert "Teiul" in School.objects.get().name


def test_a_dry_run_writes_nothing(run):
    report = run(HEADERS, ROW, options=["--dry-run", "--save-mapping", "x"])
    assert "Probă" in report
    assert "Noi: 1" in report
    assert not School.objects.exists()
    assert not SchoolColumnMapping.objects.exists()


def test_a_school_that_the_file_lacks_stays_open(run):
    SchoolFactory()
    assert "absente din fișier: 1" in run(HEADERS, ROW)
    assert School.objects.open().count() == 2


def test_a_school_that_the_file_lacks_is_closed_on_demand(run):
    school = SchoolFactory()
    assert "Închise: 1" in run(HEADERS, ROW, options=["--close-missing"])
    school.refresh_from_db()
    assert school.closed_on is not None


def test_nothing_is_closed_when_a_row_cannot_be_read(run):
    SchoolFactory()
    report = run(HEADERS, ROW, "x;;;;;", options=["--close-missing"])
    assert "Nu s-a închis nimic" in report
    assert School.objects.open().count() == 2


def test_a_closed_school_that_comes_again_is_open(run):
    SchoolFactory(siiir="0011", closed_on=date(2024, 9, 1))
    assert "Schimbate: 1" in run(HEADERS, ROW)
    assert School.objects.open().count() == 1


def test_a_school_that_was_merged_away_stays_merged(run):
    duplicate, into = SchoolFactory(siiir="0011"), SchoolFactory()
    merge_schools(duplicate=duplicate, into=into)
    run(HEADERS, ROW, options=["--close-missing"])
    duplicate.refresh_from_db()
    assert duplicate.merged_into == into


def test_unknown_headers_are_named(run):
    with pytest.raises(CommandError, match="Nu am recunoscut coloanele: siiir"):
        run("Cheia;Denumire;Județ;Localitate;Mediu", "1;2;3;4;5")


def test_a_column_may_be_matched_by_hand_and_kept(run):
    header = HEADERS.replace("Cod SIIIR", "Cheia")
    run(header, ROW, options=["--column", "siiir=Cheia", "--save-mapping", "inspectorat"])
    assert SchoolColumnMapping.objects.get(name="inspectorat").columns["siiir"] == "Cheia"


def test_a_kept_mapping_is_used_again(run):
    header = HEADERS.replace("Cod SIIIR", "Cheia")
    SchoolColumnMapping.objects.create(name="inspectorat", columns={"siiir": "Cheia"})
    run(header, ROW, options=["--mapping", "inspectorat"])
    assert School.objects.get().siiir == "0011"


def test_an_unknown_mapping_is_named(run):
    with pytest.raises(CommandError, match="Nu există potrivirea"):
        run(HEADERS, ROW, options=["--mapping", "alta"])


@pytest.mark.parametrize(
    "content, name", [(b"PK\x03\x04rest", "register.xlsx"), (b"a\0b", "register.csv"), (b"\n", "x")]
)
def test_a_file_that_is_no_table_is_refused(run, content, name):
    with pytest.raises(CommandError):
        run(content=content, name=name)


def test_a_file_that_is_not_there_is_named():
    with pytest.raises(CommandError, match="nu există"):
        call_command("import_schools", "/nowhere/register.csv")


def test_an_import_takes_few_queries(run, django_assert_max_num_queries):
    rows = [ROW.replace("0011", f"{n:04d}").replace("Mociu", f"Sat {n % 9}") for n in range(300)]
    with django_assert_max_num_queries(12):
        run(HEADERS, *rows)
