"""Lists of a wrong shape: headings above them, blank rows, several sheets, no list at all."""

import io
import zipfile

import pytest

from tests.training.lists import ANA, TITLES, TWO, book, csv, read, saved, text, xlsx
from tests.training.test_import_reading import READ, problem_of, row_of

_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_SHARED = (
    '<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.spreadsheetml.sharedStrings+xml"/>'
)
ION = ("Ion Ionescu", "ion@example.org", "ong", "", "", "nu")


def with_part(content: bytes, name: str, part: bytes) -> bytes:
    """An archive with one part more, or another one in its place."""
    changed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as before,
        zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for known in before.namelist():
            if known != name:
                after.writestr(known, before.read(known))
        after.writestr(name, part)
    return changed.getvalue()


def lines_of(content: bytes) -> list[int]:
    file = read(content)
    assert file.problems == []
    return [row.line for row in file.rows]


def test_a_heading_above_the_list_is_passed_over():
    assert lines_of(csv("Lista participanților;;;;;", "", TITLES, ANA, titles=("Cluj",))) == [5]


def test_a_merged_heading_is_passed_over():
    made = book(TITLES, ANA, titles=("Datele participanților",))
    made.active.merge_cells("A1:F1")
    assert lines_of(saved(made)) == [3]


def test_a_blank_row_is_no_person():
    assert lines_of(csv(ANA, ";;;;;", "", ION)) == [2, 5]


def test_rows_that_are_only_numbered_are_no_people():
    titles = ("nr. crt.", *TITLES)
    assert lines_of(csv(("1", *ANA), ("2",), ("3",), titles=titles)) == [2]


def test_a_column_twice_is_told():
    line, column, reason = problem_of(csv((*ANA, "x"), titles=(*TITLES, "Numele")))
    assert (line, column, "de două ori" in reason) == (1, "Numele", True)


def test_a_sitting_twice_is_told():
    problem = problem_of(csv((*ANA, "x"), titles=(*TITLES, "prezență")))
    assert problem[:2] == (1, "prezență")


def test_a_column_of_ours_may_be_missing():
    assert row_of(csv(ANA[:3], titles=TITLES[:3])).institution == ""


def test_columns_that_are_not_ours_are_named_and_left():
    file = read(csv((*ANA, "0722", "da"), titles=(*TITLES, "Telefon", "Semnătura")))
    assert (file.rows, file.unused) == ([READ], ["Telefon", "Semnătura"])


def test_a_presence_without_its_sitting_is_asked_about():
    line, column, reason = problem_of(csv(ANA, titles=(*TITLES[:5], "prezență")), TWO)
    assert (line, column, "despre ce întâlnire" in reason) == (1, "prezență", True)


def test_a_sitting_that_there_is_not_is_told():
    assert problem_of(csv(ANA, titles=(*TITLES[:5], "întâlnirea 7")))[:2] == (1, "întâlnirea 7")


def test_a_sitting_that_was_moved_since_is_told():
    title = "întâlnirea 1 (20.11.2026)"
    assert problem_of(csv(ANA, titles=(*TITLES[:5], title)))[:2] == (1, title)


def test_each_sitting_has_its_column():
    row = row_of(csv((*ANA, "nu"), titles=(*TITLES, "Ziua 2")), TWO)
    assert row.marks == ((1, True), (2, False))


def test_an_empty_presence_says_nothing():
    assert row_of(csv((*ANA[:5], ""))).marks == ()


def test_a_hidden_sheet_is_not_read():
    made = book(ANA)
    hidden = made.create_sheet("veche", 0)
    for row in (TITLES, ION):
        hidden.append(row)
    hidden.sheet_state = "hidden"
    made.active = 1
    file = read(saved(made))
    assert (file.rows, file.other_sheets) == ([READ], [])


def test_of_several_sheets_the_one_with_the_list_is_read_and_the_others_are_named():
    made = book(ANA)
    made.active.title = "Lista"
    made.create_sheet("Observații", 0).append(["de sunat la școală"])
    file = read(saved(made))
    assert (file.rows, file.sheet, file.other_sheets) == ([READ], "Lista", ["Observații"])


def test_a_workbook_with_macros_is_only_read():
    assert row_of(with_part(xlsx(ANA), "xl/vbaProject.bin", b"macro")) == READ


NO_LISTS = {
    "an old workbook": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "altceva"),
    "a PDF": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "altceva"),
    "a picture": (b"\x89PNG\r\n\x1a\n", "altceva"),
    "a text with NUL": (csv(ANA).replace(b"Ana", b"A\0a"), "altceva"),
    "an archive of something else": (
        with_part(with_part(xlsx(ANA), "[Content_Types].xml", b"<x/>"), "content.xml", b"<x/>"),
        "XLSX",
    ),
    "half an archive": (xlsx(ANA)[:2_000], "XLSX"),
    "a broken sheet": (with_part(xlsx(ANA), "xl/worksheets/sheet1.xml", b"<broken"), "XLSX"),
    "a bomb": (
        with_part(xlsx(ANA), "xl/worksheets/sheet1.xml", b"<a>" * 4_000_000), "dezarhivare"
    ),
    "too many bytes": (csv(ANA) + b" " * 2_000_000, "2 MB"),
    "line breaks": (csv(ANA) + b"\n" * 1_900_000, "deteriorat"),
    "nothing": (b"", "gol"),
    "spaces": (b" \r\n \r\n", "gol"),
    "titles and nothing below": (csv(), "niciun rând"),
    "an empty workbook": (saved(book(titles=())), "coloanele"),
    "no titles": (csv(titles=ANA), "coloanele"),
    "a letter": (b"Buna ziua, va trimit lista.", "coloanele"),
    "a page of the web": (b"<html><table><tr><td>nume</td></tr></table></html>", "coloanele"),
    "quotes that never close": (csv('"' + "a" * 200_000), "deteriorat"),
    "five thousand people": (csv(*[ANA] * 5_000), "prea multe rânduri"),
    "five thousand people in a workbook": (xlsx(*[ANA] * 5_000), "prea multe rânduri"),
}  # fmt: skip


def test_one_long_text_behind_many_cells_is_refused():
    content = xlsx(ANA)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        types = archive.read("[Content_Types].xml").decode()
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    cells = "".join(f'<c r="{letter}{{0}}" t="s"><v>0</v></c>' for letter in "ABCDE")
    rows = "".join(f'<row r="{n}">{cells.format(n)}</row>' for n in range(3, 100))
    text = f"<sst {_MAIN}><si><t>{'a' * 20_000}</t></si></sst>"
    parts = {
        "xl/worksheets/sheet1.xml": sheet.replace("</sheetData>", f"{rows}</sheetData>"),
        "xl/sharedStrings.xml": text,
        "[Content_Types].xml": types.replace("</Types>", f"{_SHARED}</Types>"),
    }
    for name, part in parts.items():
        content = with_part(content, name, part.encode())
    assert "dezarhivare" in problem_of(content)[2]


@pytest.mark.parametrize(("content", "reason"), NO_LISTS.values(), ids=NO_LISTS.keys())
def test_what_is_no_list_is_refused_in_words(content, reason):
    assert reason in problem_of(content)[2]


@pytest.mark.parametrize("sign", ["\x01", "\x7f", "\x1b"])
def test_a_sign_that_steers_a_machine_is_told(sign):
    assert problem_of(text(("Ana" + sign, *ANA[1:])).encode())[:2] == (2, "nume")


@pytest.mark.parametrize("name", ["+Ana", "-Ana", "@Ana"])
def test_a_name_that_starts_like_a_formula_is_only_a_name(name):
    assert row_of(csv((name, *ANA[1:]))).name == name


def test_a_name_that_is_a_formula_is_told():
    assert problem_of(csv(('=HYPERLINK("x")', *ANA[1:])))[:2] == (2, "nume")


def test_everything_that_is_wrong_is_told_at_once():
    found = read(csv(("17", "ana", *ANA[2:]), ION, (*ION[:5], "semnat"))).problems
    assert [(one.line, one.column) for one in found] == [
        (2, "nume"), (2, "e-mail"), (4, "întâlnirea 1"),
    ]  # fmt: skip


def test_no_more_is_told_than_anybody_reads():
    assert len(read(csv(*[("17", *ANA[1:])] * 300)).problems) == 200
