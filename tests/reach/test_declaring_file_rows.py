"""What a file of figures may say: nothing is guessed, and every error has its line and column."""

import pytest

from lms.reach.figure_files.rows import read_figures
from tests.reach.figure_tables import GOOD, TITLES, table, workbook


def problems_of(content: bytes) -> list[tuple[int, str, str]]:
    return [(one.line, one.column, one.reason) for one in read_figures(content, {}).problems]


def problem_of(content: bytes) -> tuple[int, str, str]:
    (problem,) = problems_of(content)
    return problem


def test_a_good_file_has_no_problems():
    assert problems_of(table(GOOD)) == []


def test_a_code_and_its_word_mean_the_same():
    words = "centre_de_zi;;;;12;Circa;din registrul organizației;registrul centrului;;"
    one, other = (read_figures(table(row), {}).rows[0].said for row in (GOOD, words))
    assert one == other


def test_a_row_with_an_empty_value_says_nothing():
    assert read_figures(table("repatriere;;;;;;;;;"), {}).rows[0].said == {}


def test_zero_is_a_figure():
    assert read_figures(table("repatriere;;;;0;;;;;"), {}).rows[0].said["value"] == 0


def test_who_trained_nobody_says_one_zero_without_a_group():
    assert problems_of(table("persoane_instruite;;;;0;;;;;")) == []


def test_people_trained_need_their_group():
    line, column, reason = problem_of(table("persoane_instruite;;;;30;;lists;;;nu"))
    assert (line, column, "pe cine ați instruit" in reason) == (2, "grup_tinta", True)


def test_a_group_of_people_trained_is_no_group_of_another_figure():
    _line, column, reason = problem_of(table("repatriere;;profesori;;3;;lists;;;"))
    assert (column, "nu se spune pe grupuri" in reason) == ("grup_tinta", True)


def test_a_figure_that_no_record_feeds_is_not_in_addition():
    assert problem_of(table("repatriere;;;;3;;lists;;;da"))[1] == "in_plus"


def test_a_new_figure_says_how_it_was_known():
    assert problem_of(table("repatriere;;;;3;;;;;"))[1] == "metoda"


@pytest.mark.parametrize("typed", ["11,694", "750.000", "78 970"])
def test_a_separated_thousand_is_asked_about(typed):
    line, column, reason = problem_of(table(f"repatriere;;;;{typed};;register;;;"))
    asked = "se poate citi în două feluri; scrieți numai cifrele" in reason
    assert (line, column, asked) == (2, "cifra", True)


def test_a_fraction_in_a_workbook_is_asked_about():
    row = ["repatriere", "", "", "", 11.694, "", "register"]
    assert "se poate citi în două feluri" in problem_of(workbook(row))[2]


def test_a_number_in_a_workbook_is_a_number():
    row = ["repatriere", None, None, None, 3.0, None, "register"]
    assert read_figures(workbook(row), {}).rows[0].said["value"] == 3


def test_an_unknown_indicator_is_told_by_line_and_column():
    assert problem_of(table(GOOD, "altceva;;;;3;;register;;;"))[:2] == (3, "indicator")


def test_every_error_of_a_file_is_told():
    found = problems_of(table("altceva;;;;x;mult;;;;", GOOD, "repatriere;;;;3;;magie;;;"))
    places = [(line, column) for line, column, _reason in found]
    assert places == [(2, "cat_de_exacta"), (2, "cifra"), (2, "indicator"), (4, "metoda")]


def test_a_doubled_row_is_told_with_the_first_one():
    line, _column, reason = problem_of(table(GOOD, "centre_de_zi;;;;13;;register;;;"))
    assert (line, "ca pe rândul 2" in reason) == (3, True)


@pytest.mark.parametrize("encoding", ["iso8859_16", "utf-16"])
def test_a_wrong_encoding_is_never_guessed(encoding):
    content = f"{TITLES}\r\nrepatriere;;;;3;;register;fișe;;\r\n".encode(encoding)
    assert "nu este UTF-8" in problem_of(content)[2]


@pytest.mark.parametrize("column", [4, 7])
def test_a_formula_in_a_workbook_is_asked_for_its_value(column):
    row: list[object] = ["repatriere", "", "", "", 3, "", "register", ""]
    row[column] = "=1+2"
    assert "este o formulă" in problem_of(workbook(row))[2]


def test_a_formula_in_a_csv_is_asked_for_its_value():
    assert "este o formulă" in problem_of(table('repatriere;;;;3;;register;=HYPERLINK("x");;'))[2]


def test_a_column_that_is_not_ours_is_refused():
    content = f"org_code;{TITLES}\r\nALTA;{GOOD}\r\n".encode()
    assert problem_of(content)[:2] == (1, "org_code")


def test_a_row_with_a_separator_too_many_is_told():
    assert problem_of(table(GOOD + ";"))[0] == 2


def test_a_table_without_rows_says_so():
    assert "niciun rând" in problem_of(table())[2]


def test_a_table_with_too_many_rows_is_refused():
    assert "prea multe rânduri" in problem_of(table(*["repatriere;;;;;;;;;"] * 501))[2]


def test_a_file_that_is_too_big_is_refused():
    assert "prea mare" in problem_of(table(GOOD) + b"\r\n" * 1_000_001)[2]


NO_TABLES = (
    b"%PDF-1.7", b"\x89PNG\r\n", b"PK\x03\x04 no archive", b"\xd0\xcf\x11\xe0", b"a\0b", b"salut",
)  # fmt: skip


@pytest.mark.parametrize("content", NO_TABLES)
def test_what_is_no_table_is_refused_in_words(content):
    found = read_figures(content, {})
    assert (found.rows, bool(found.problems)) == ([], True)
