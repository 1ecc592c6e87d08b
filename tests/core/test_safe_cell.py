import csv
import io
from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lms.core.enums import Theme
from lms.core.safe_cell import safe_cell, write_csv

FORMULAS = [
    "=1+1",
    "+40 721",
    "-2",
    "@SUM(A1)",
    " =1+1",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "\u00a0=1+1",
    "\u200b=1+1",
    "\ufeff=1+1",
    "\u202e=1+1",
    "\x00=1+1",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM",
    "﹦1",
    '=HYPERLINK("http://x";"clasa")',
    "=cmd|' /C calc'!A0",
]


@pytest.mark.parametrize("typed", FORMULAS)
def test_a_formula_becomes_plain_text(typed):
    assert safe_cell(typed).startswith("'")


@pytest.mark.parametrize("typed", FORMULAS)
def test_making_a_cell_safe_twice_changes_nothing(typed):
    assert safe_cell(safe_cell(typed)) == safe_cell(typed)


def test_what_the_xml_of_a_workbook_cannot_hold_is_left_out():
    assert safe_cell("Ana\ufffe Pop\uffff") == "Ana Pop"


@pytest.mark.parametrize("start", ["\t", "\r", "\n", "\r\n", "\x0b", "\x1b", "\u200f", "\x00\t"])
def test_a_cell_never_starts_with_a_control_character(start):
    assert safe_cell(f"{start}Școala 1") == "Școala 1"


@pytest.mark.parametrize(
    "value",
    [
        None,
        0,
        -5,
        1.5,
        Decimal("-2.50"),
        True,
        date(2026, 11, 23),
        time(8, 30),
        datetime(2026, 11, 23, 8, tzinfo=UTC),
    ],
)
def test_numbers_and_dates_keep_their_type(value):
    assert safe_cell(value) is value


@pytest.mark.parametrize("text", ["", "VII B", "0723", "a=b", "5-8", "'quoted", "Școala „1”, Iași"])
def test_ordinary_text_is_left_alone(text):
    assert safe_cell(text) == text


def test_a_choice_is_written_as_its_stored_value():
    assert safe_cell(Theme.ABROAD) == "abroad"


def test_a_translated_label_is_written_as_text():
    assert safe_cell(Theme.ABROAD.label) == "Muncă în străinătate"


def test_line_breaks_stay_and_tabs_become_spaces():
    assert safe_cell("str. Mare\r\nnr.\t5") == "str. Mare\nnr. 5"


@given(st.text())
def test_no_text_at_all_is_left_as_a_formula(text):
    safe = safe_cell(text)
    assert not safe.lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))
    assert not set(safe) & {"\t", "\r", "\0", "\x1b"}


def _read(chunks, separator):
    text = b"".join(chunks).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))


@pytest.mark.parametrize("separator", [";", ","])
def test_a_table_is_read_back_as_it_was_written(separator):
    rows = [["școală", "elevi"], ['Nr. 1; „Mare”, "B"', 24], ["două\nrânduri", 0]]
    assert _read(write_csv(rows, separator), separator) == [
        [str(cell) for cell in row] for row in rows
    ]


def test_a_table_starts_with_one_byte_order_mark():
    content = b"".join(write_csv([["a"], ["ș"]]))
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\xef\xbb\xbf") == 1


def test_every_cell_of_a_table_is_made_safe():
    assert _read(write_csv([["=1+1", "+2", 3]]), ";") == [["'=1+1", "'+2", "3"]]


def test_the_wrong_separator_opens_no_formula():
    content = b"".join(write_csv([["x,=1+1"]])).decode("utf-8-sig")
    assert content == '"x,=1+1"\r\n'


def test_rows_leave_one_by_one():
    def rows():
        yield ["first"]
        raise AssertionError("the second row was asked for too early")

    chunks = write_csv(rows())
    assert [next(chunks), next(chunks)] == [b"\xef\xbb\xbf", b'"first"\r\n']


def test_half_of_a_surrogate_pair_does_not_break_an_export():
    assert b"".join(write_csv([["a\ud800b"]])) == b'\xef\xbb\xbf"ab"\r\n'


def test_another_separator_is_refused_at_once():
    with pytest.raises(ValueError, match="separator"):
        write_csv([["a"]], separator="|")
