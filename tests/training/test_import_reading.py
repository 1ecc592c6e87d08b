"""A list with everything that people do to lists: what can be read is read, what cannot is told
with its row and column."""

from datetime import date, datetime

import pytest
from openpyxl.worksheet.formula import ArrayFormula

from lms.training.participant_files.reading import SaidRow
from tests.training.lists import ANA, ONE, TITLES, csv, read, text, xlsx

READ = SaidRow(
    line=2, name="Ana Popescu", email="ana@example.org", audience="profesori",
    institution="Școala nr. 5", county="CJ", marks=((1, True),),
)  # fmt: skip


def with_cell(column: str, value: object) -> tuple[object, ...]:
    """Ana's row with something else in one column."""
    return tuple(value if name == column else cell for name, cell in zip(TITLES, ANA, strict=True))


def row_of(content: bytes, sittings=ONE) -> SaidRow:
    file = read(content, sittings)
    assert file.problems == []
    return file.rows[0]


def problem_of(content: bytes, sittings=ONE) -> tuple[int, str, str]:
    (problem,) = read(content, sittings).problems
    return problem.line, problem.column, problem.reason


WHOLE_FILES = {
    "semicolons": csv(ANA),
    "commas": csv(ANA, separator=","),
    "tabs": csv(ANA, separator="\t"),
    "a mark of UTF-8": csv(ANA, encoding="utf-8-sig"),
    "UTF-16, as Excel calls Unicode text": csv(ANA, encoding="utf-16", separator="\t"),
    "UTF-16 the other way round": b"\xfe\xff" + csv(ANA, encoding="utf-16-be", separator="\t"),
    "an old Windows": text(ANA).translate(str.maketrans("șȘțȚ", "\u015f\u015e\u0163\u0162"))
    .encode("cp1250"),
    "the Romanian ISO": csv(ANA, encoding="iso8859_16"),
    "cedillas": text(ANA).translate(str.maketrans("șȘțȚ", "\u015f\u015e\u0163\u0162")).encode(),
    "letters in two code points": text(ANA).replace("Ș", "S\u0326").encode(),
    "line ends of a Mac": text(ANA).replace("\r\n", "\r").encode(),
    "line ends of Linux": text(ANA).replace("\r\n", "\n").encode(),
    "everything in quotes": text(tuple(f'"{cell}"' for cell in ANA)).encode(),
    "titles shouted": csv(ANA, titles=tuple(title.upper() for title in TITLES)),
    "titles without diacritics": csv(
        ANA, titles=("Nume", "Email", "Grup", "Institutie", "Judet", "Intalnirea 1")
    ),
    "titles in words": csv(
        ANA, titles=("Numele și prenumele:", "Adresa de e-mail", "Grup-țintă *", "Școala",
                     "Județul", "Prezență"),
    ),
    "titles over two lines": xlsx(ANA, titles=("Nume\nși prenume", *TITLES[1:])),
    "English titles": csv(
        ANA, titles=("Full name", "Email address", "Group", "Institution", "County", "Present")
    ),
    "the day as a title": csv(ANA, titles=(*TITLES[:5], "23.11.2026")),
    "the day of a workbook as a title": xlsx(ANA, titles=(*TITLES[:5], datetime(2026, 11, 23))),
    "another order": csv(tuple(reversed(ANA)), titles=tuple(reversed(TITLES))),
    "more cells than titles": csv((*ANA, "", "", "")),
    "fewer cells, the rest empty": csv(ANA, titles=(*TITLES, "observații")),
    "a workbook": xlsx(ANA),
    "a name in two columns": csv(
        ("Ana", "Popescu", *ANA[1:]), titles=("nume", "prenume", *TITLES[1:])
    ),
}  # fmt: skip


@pytest.mark.parametrize("content", WHOLE_FILES.values(), ids=WHOLE_FILES.keys())
def test_the_same_list_is_read_however_it_is_saved(content):
    assert row_of(content) == READ


CELLS = {
    "spaces around": ("nume", "  Ana   Popescu "),
    "a space that does not break": ("nume", "Ana\xa0Popescu"),
    "a break in the line": ("nume", "Ana\nPopescu"),
    "a mark that nobody sees": ("nume", "Ana\u200b Popescu\ufeff"),
    "an apostrophe of a safe table": ("instituție", "Școala nr. 5"),
    "an address in capitals": ("e-mail", "ana@example.org"),
    "an address with spaces": ("e-mail", " ana @example.org "),
    "an address with mailto": ("e-mail", "mailto:ana@example.org"),
    "an address with a name": ("e-mail", "Ana Popescu <ana@example.org>"),
    "an address with a semicolon": ("e-mail", "ana@example.org;"),
    "the group's word": ("grup", "Profesori"),
    "the group in English": ("grup", "teachers"),
    "the county's mnemonic": ("județ", "cj"),
    "the county in words": ("județ", "Județul CLUJ"),
    "yes as x": ("întâlnirea 1", "X"),
    "yes as a tick": ("întâlnirea 1", "✓"),
    "yes as a number": ("întâlnirea 1", 1),
    "yes as a truth": ("întâlnirea 1", True),
}


@pytest.mark.parametrize(("column", "value"), CELLS.values(), ids=CELLS.keys())
def test_a_cell_that_can_only_mean_one_thing_is_read(column, value):
    assert row_of(xlsx(with_cell(column, value))) == READ


UNREADABLE = {
    "a number for a name": ("nume", 17, "nu este un nume"),
    "a day for a name": ("nume", date(2026, 11, 23), "nu este un nume"),
    "a formula for a name": ("nume", "=A1&B1", "este o formulă"),
    "what a formula came to": ("nume", "#N/A", "este o formulă"),
    "a formula over cells": ("nume", ArrayFormula("A2", "=A1:A3"), "este o formulă"),
    "a name without end": ("nume", "a" * 121, "prea lung"),
    "an institution without end": ("instituție", "a" * 161, "prea lung"),
    "no address": ("e-mail", "ana.example.org", "nu este o adresă"),
    "two addresses": ("e-mail", "ana@example.org, ion@example.org", "nu este o adresă"),
    "an address with a letter that only looks right": (
        "e-mail",
        "\u0430na@example.org",
        "nu este o adresă",
    ),
    "an unknown group": ("grup", "pompieri", "nu cunoaștem grupul"),
    "an unknown county": ("județ", "Moldova", "nu este un județ"),
    "a day for a presence": ("întâlnirea 1", date(2026, 11, 23), "scrieți da sau nu"),
    "a signature for a presence": ("întâlnirea 1", "semnat", "scrieți da sau nu"),
}


@pytest.mark.parametrize(("column", "value", "reason"), UNREADABLE.values(), ids=UNREADABLE.keys())
def test_a_cell_that_cannot_be_read_is_told_with_its_row_and_column(column, value, reason):
    line, where, why = problem_of(xlsx(with_cell(column, value)))
    assert (line, where, reason in why) == (2, column, True)
