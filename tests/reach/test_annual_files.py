"""Every file of the yearly tables says what the tables say, and runs nothing."""

import csv
import io
import json
import re
import zipfile
from datetime import date

import docx
import pytest
from docx.oxml.ns import qn
from openpyxl import load_workbook
from pypdf import PdfReader

from lms.people.roles import Role
from lms.reach.annual import annual_tables
from lms.reach.annual.values import AnnualRow, AnnualTable, Column, Kind
from lms.reach.annual.written import written
from lms.reach.exports.annual import KINDS, annual_file
from lms.reach.exports.annual_csv import annual_csv, name_columns
from lms.reach.models import Target
from lms.reach.selectors import live_annual_report
from tests.factories import MemberOrganisationFactory, SchoolFactory, make_user
from tests.reach.acceptance_2020 import import_2020
from tests.reach.factories import make_session

pytestmark = pytest.mark.django_db
FORMULA = '=HYPERLINK("http://example.org")'


@pytest.fixture
def annual(tmp_path):
    """2020 as printed, with a target, a year before, and an organisation that is a formula."""
    import_2020(tmp_path)
    nasty = MemberOrganisationFactory(code="X", name=FORMULA)
    make_session(
        school=SchoolFactory(), organisation=nasty, lesson_code="=1+1", date=date(2020, 5, 5)
    )
    make_session(school=SchoolFactory(), organisation=nasty, date=date(2019, 5, 6), girls=3)
    Target.objects.create(year=2020, indicator="persoane_instruite", value=4000)
    return live_annual_report(2020)


@pytest.fixture
def tables(annual):
    return annual_tables(annual)


def all_rows(table):
    return [*table.rows, *([table.total] if table.total else [])]


def safe(text):
    """What a text that a spreadsheet would run becomes."""
    return f"'{text}" if isinstance(text, str) and text.startswith("=") else text


def words_of(table, row):
    pairs = zip(table.columns, row.cells, strict=True)
    return [safe(written(value, column.kind)) for column, value in pairs]


def test_the_year_under_test_has_something_in_every_kind_of_column(tables):
    kinds = {
        column.kind
        for table in tables
        for row in table.rows
        for column, value in zip(table.columns, row.cells, strict=True)
        if value not in (None, "", 0)
    }
    assert kinds >= {Kind.TEXT, Kind.COUNT, Kind.PERCENT}


def test_the_json_has_every_value(annual, tables):
    found = json.loads(annual_file(annual, "json"))["tables"]
    assert [[row["cells"] for row in table["rows"]] for table in found] == [
        [
            [v.isoformat() if isinstance(v, date) else v for v in row.cells]
            for row in table.rows
        ]
        for table in tables
    ]  # fmt: skip


def test_the_csv_has_every_value(annual, tables):
    text = annual_file(annual, "csv").decode("utf-8-sig")
    found = {}
    for line in csv.DictReader(io.StringIO(text), delimiter=";"):
        found[line["tabel"], line["rând"], line["coloană"]] = line["valoare"]
    for table in tables:
        start = name_columns(table)
        for row in all_rows(table):
            cells = list(zip(table.columns, row.cells, strict=True))[start:]
            for column, value in cells:
                said = found.pop((table.key, safe(row.key), column.key))
                if column.kind is Kind.PERCENT and value is not None:
                    said = float(said.replace(",", "."))
                expected = "" if value is None else safe(value)
                assert said == expected or said == str(expected), (table.key, row.key)
    assert found == {}


def test_the_workbook_has_every_value_as_what_it_is(annual, tables):
    book = load_workbook(io.BytesIO(annual_file(annual, "xlsx")))
    for table in tables:
        lines = list(book[table.key].iter_rows(min_row=2, values_only=True))
        expected = [
            tuple(None if value == "" else safe(value) for value in row.cells)
            for row in all_rows(table)
        ]
        assert lines == expected, table.key


def test_the_workbook_has_native_charts_and_a_header_that_stays(annual):
    book = load_workbook(io.BytesIO(annual_file(annual, "xlsx")))
    assert {page.title for page in book if page._charts} == {"T7", "T8"}
    assert book["T5"].freeze_panes == "B2"


def test_the_workbook_begins_with_a_page_that_can_be_printed(annual):
    contents = load_workbook(io.BytesIO(annual_file(annual, "xlsx"))).worksheets[0]
    assert contents.sheet_properties.pageSetUpPr.fitToPage
    assert contents.page_setup.orientation == "landscape"
    notes = {row[2].row: len(row[2].value) for row in contents.iter_rows(min_row=2)}
    longest = max(notes, key=notes.get)
    assert contents.row_dimensions[longest].height >= 30


def test_the_word_document_has_every_value(annual, tables):
    document = docx.Document(io.BytesIO(annual_file(annual, "docx")))
    grids = iter(document.tables)
    for table in tables:
        if not table.rows:
            continue
        found = [[cell.text for cell in row.cells] for row in next(grids).rows]
        expected = [words_of(table, row) for row in all_rows(table)]
        assert found == [[column.label for column in table.columns], *expected], table.key


def test_the_word_document_has_nothing_of_the_look_of_its_template(annual):
    document = docx.Document(io.BytesIO(annual_file(annual, "docx")))
    for name in ("Title", "Subtitle"):
        assert not list(document.styles[name].element.iter(qn("w:pBdr")))
        assert not list(document.styles[name].element.rPr.iter(qn("w:spacing")))


def test_the_word_document_repeats_its_header_rows(annual):
    document = docx.Document(io.BytesIO(annual_file(annual, "docx")))
    heads = [grid.rows[0]._tr.trPr.find(qn("w:tblHeader")) for grid in document.tables]
    assert heads
    assert None not in heads


def test_the_word_document_has_a_heading_and_a_caption_for_each_table(annual, tables):
    document = docx.Document(io.BytesIO(annual_file(annual, "docx")))
    styles = [paragraph.style.name for paragraph in document.paragraphs]
    assert styles.count("Heading 1") == len(tables)
    assert styles.count("Caption") == len(document.tables)


def pdf_of(annual):
    return PdfReader(io.BytesIO(annual_file(annual, "pdf")))


def squeezed(text):
    return re.sub(r"\s+", "", text)


def test_the_pdf_has_every_line_with_every_value(annual, tables):
    text = squeezed("".join(page.extract_text() for page in pdf_of(annual).pages))
    lines = [(table.key, words_of(table, row)) for table in tables for row in all_rows(table)]
    missing = [(key, words) for key, words in lines if squeezed("".join(words)) not in text]
    assert missing == []


def test_the_pdf_is_tagged_and_says_its_language(annual):
    root = pdf_of(annual).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "ro"


@pytest.fixture
def secretariat(client, roles):
    client.force_login(make_user(Role.SECRETARIAT))
    return client


@pytest.mark.parametrize("kind", [*KINDS, "zip"])
def test_each_file_can_be_saved_under_its_year(secretariat, annual, kind):
    response = secretariat.get(f"/raport/2020/tabele.{kind}")
    assert response.status_code == 200
    assert f'filename="protect-tabele-2020.{kind}"' in response["Content-Disposition"]


def bundle_of(client, year):
    content = client.get(f"/raport/{year}/tabele.zip").content
    return zipfile.ZipFile(io.BytesIO(content))


def test_the_bundle_describes_every_table_that_it_has(secretariat, annual):
    bundle = bundle_of(secretariat, 2020)
    described = json.loads(bundle.read("datapackage.json"))
    paths = {resource["path"] for resource in described["resources"]}
    assert paths == {name for name in bundle.namelist() if name.endswith(".csv")}
    for resource in described["resources"]:
        text = bundle.read(resource["path"]).decode("utf-8-sig")
        header = next(csv.reader(io.StringIO(text)))
        assert header == [field["name"] for field in resource["schema"]["fields"]]
    assert described["licenses"][0]["name"] == "CC-BY-4.0"


def test_the_bundle_hides_small_figures(secretariat):
    small, large = SchoolFactory(), SchoolFactory()
    make_session(school=small, girls=2, boys=2)
    for label in "ABC":
        make_session(school=large, label=f"5{label}", girls=15, boys=10)
    lines = bundle_of(secretariat, 2026).read("by_county.csv").decode("utf-8-sig").splitlines()
    [mine] = [line for line in lines if f'"{small.locality.county.mnemonic}"' in line]
    assert '"c"' in mine
    assert "4" not in mine.split(",")[2:]


def test_a_formula_in_a_name_stays_text_in_the_bundle(secretariat, annual):
    bundle = bundle_of(secretariat, 2020)
    for name in bundle.namelist():
        if name.endswith(".csv"):
            rows = csv.reader(io.StringIO(bundle.read(name).decode("utf-8-sig")))
            assert not [value for row in rows for value in row if value.startswith("=")], name


@pytest.mark.parametrize("kind", ["docx", "pdf", "xlsx", "csv"])
def test_the_command_line_prints_each_kind(capfdbinary, annual, kind):
    from django.core.management import call_command

    call_command("reach_report", "--year", "2020", "--format", kind)
    start = {"docx": b"PK", "xlsx": b"PK", "pdf": b"%PDF", "csv": b"\xef\xbb\xbf"}[kind]
    assert capfdbinary.readouterr().out.startswith(start)


def test_a_fall_is_a_number_in_the_csv():
    worse = AnnualRow("less", ("Mai puțin", 10, 20, -10, -50.5))
    columns = (
        Column("name", "Cifra", Kind.TEXT),
        *(Column(key, key) for key in ("now", "before", "change")),
        Column("percent", "%", Kind.PERCENT),
    )
    table = AnnualTable("T8", "An la an", "", columns, (worse,))
    assert b'"%";-50,5\r\n' in b"".join(annual_csv([table]))
