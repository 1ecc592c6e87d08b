"""Tables that people send: the kind told by what is inside, every refusal in words."""

import io
import re
import zipfile
from datetime import date

import pytest
from openpyxl import Workbook, load_workbook

from lms.core.audiences import Audience
from lms.core.safe_cell import safe_cell
from lms.core.tables.cells import plain_text, words_of
from lms.core.tables.files import check_is_text, csv_table, decoded, sheets_of
from lms.core.tables.problems import CellProblem, Unreadable
from lms.core.tables.signed import sign_rows, signed_rows
from lms.core.tables.writing import table_file

WORDS = "Școala; Țepeș"


def saved(book: Workbook) -> bytes:
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def sheets(content: bytes) -> list[tuple[str, list[list[str]]]]:
    found = sheets_of(content, most_rows=10, most_columns=5)
    return [(sheet.name, sheet.rows) for sheet in found]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_text_is_read_in_every_encoding_that_excel_writes(encoding):
    assert decoded(WORDS.encode(encoding)) == WORDS


def test_an_old_windows_text_is_read():
    assert (
        decoded("\u015ecoala; \u0162epe\u015f".encode("cp1250")) == "\u015ecoala; \u0162epe\u015f"
    )


def test_the_romanian_iso_text_differs_only_by_the_cedilla():
    assert decoded(WORDS.encode("iso8859_16")) == "\u015ecoala; \u0162epe\u015f"


def test_half_a_utf_16_text_is_refused():
    with pytest.raises(Unreadable):
        decoded(WORDS.encode("utf-16") + b"\x00\xd8\x00")


def test_quotes_that_never_close_around_too_much_are_refused():
    with pytest.raises(Unreadable):
        csv_table('a;"' + "b" * 200_000, ";", 5)


def test_a_hidden_sheet_is_not_read():
    book = Workbook()
    book.active.append(["a"])
    book.create_sheet("alta").append(["b"])
    book.worksheets[0].sheet_state = "hidden"
    book.active = 1
    assert sheets(saved(book)) == [("alta", [["b"]])]


def test_a_sheet_that_says_it_is_one_cell_large_is_read_whole():
    book, changed = Workbook(), io.BytesIO()
    for row in (["a", "b"], ["c", "d"]):
        book.active.append(row)
    with (
        zipfile.ZipFile(io.BytesIO(saved(book))) as before,
        zipfile.ZipFile(changed, "w") as after,
    ):
        for name in before.namelist():
            part = re.sub(rb'<dimension ref="[^"]+"', b'<dimension ref="A1"', before.read(name))
            after.writestr(name, part)
    assert sheets(changed.getvalue())[0][1] == [["a", "b"], ["c", "d"]]


def test_no_more_sheets_are_read_than_are_asked_for():
    book = Workbook()
    for number in range(5):
        book.create_sheet(f"foaia {number}").append(["a"])
    found = sheets_of(saved(book), most_rows=10, most_columns=5, most_sheets=2)
    assert [sheet.name for sheet in found] == ["Sheet", "foaia 0"]


def test_of_a_long_sheet_one_row_more_than_the_limit_is_read():
    book = Workbook()
    for number in range(50):
        book.active.append([number])
    assert len(sheets(saved(book))[0][1]) == 11


@pytest.mark.parametrize("content", [b"%PDF-1.7", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"a\0b"])
def test_what_is_no_text_is_refused(content):
    with pytest.raises(Unreadable):
        check_is_text(content)


@pytest.mark.parametrize("text", ["=1+2", "+40", "-a", "@a", " =1", "＝1", "'a", "a"])
def test_a_text_of_ours_comes_back_as_it_was(text):
    safe = str(safe_cell(text))
    assert plain_text(safe) == text


def test_a_formula_is_asked_for_its_value():
    with pytest.raises(CellProblem):
        plain_text("=1+2")


@pytest.mark.parametrize("word", ["profesori", "teachers"])
def test_a_choice_has_its_words_in_every_language(word):
    assert words_of(Audience)[word] == Audience.TEACHERS


def test_signed_rows_are_for_their_scope_only():
    signed = sign_rows([[1, "a"]], salt="x", scope=[7])
    assert signed_rows(signed, salt="x", scope=[7]) == [[1, "a"]]
    assert signed_rows(signed, salt="x", scope=[8]) is None
    assert signed_rows(signed, salt="y", scope=[7]) is None
    assert signed_rows("x" + signed, salt="x", scope=[7]) is None


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_no_table_of_ours_holds_a_formula(kind):
    content = table_file([["a"], ["=1+2"]], kind, widths=[10], freeze="A2")
    read = content.decode("utf-8-sig") if kind == "csv" else str(sheets(content))
    assert "'=1+2" in read


def test_a_workbook_of_ours_wraps_its_titles_and_writes_days_as_people_do():
    rows = [["Numărați fără listă"], [date(2026, 11, 23)]]
    content = table_file(rows, "xlsx", widths=[10], freeze="A2")
    title, day = (row[0] for row in load_workbook(io.BytesIO(content)).active.iter_rows())
    assert (title.alignment.wrap_text, day.number_format) == (True, "dd.mm.yyyy")
