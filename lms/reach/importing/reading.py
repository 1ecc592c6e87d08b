"""A CSV file as rows of text, its titles checked first."""

import csv
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from typing import NamedTuple, TypeVar

from django.utils.translation import gettext as _

from lms.core.tables.cells import CONTROL
from lms.core.tables.problems import CellProblem, Problem, Unreadable

Value = TypeVar("Value")
Row = tuple[int, list[str]]
_MOST_PROBLEMS = 200
_LONGEST_CELL = 2_000


class Line(NamedTuple):
    """One row: its number in the file and its cells by column."""

    number: int
    cells: dict[str, str]


def csv_rows(file: Iterator[str]) -> Iterator[Row]:
    """The rows of a CSV file with the numbers of their lines. Raises csv.Error."""
    first = next(file, "")
    # A Romanian Excel separates by semicolons, because a comma is its decimal mark.
    separator = ";" if ";" in first and "," not in first else ","
    rows = csv.reader(chain([first], file), delimiter=separator, strict=True)
    for cells in rows:
        yield rows.line_num, cells


class Reader:
    """The rows of one file, and what is wrong with them: all of it, up to 200 problems."""

    def __init__(self, path: Path, needed: tuple[str, ...], optional: tuple[str, ...] = ()) -> None:
        self.path, self._needed, self._optional = path, needed, optional
        self.problems: list[Problem] = []
        self._line = 0

    def __iter__(self) -> Iterator[Line]:
        """Raises Unreadable for a file that is no such table."""
        try:
            yield from self._lines(self._rows())
        except UnicodeDecodeError:
            reason = _("fișierul nu este UTF-8; salvați-l ca „CSV UTF-8” și importați-l din nou")
            raise Unreadable(Problem(0, "", reason)) from None
        except csv.Error as error:
            reason = _("tabelul este deteriorat: %s") % error
            raise Unreadable(Problem(self._line, "", reason)) from None

    def _rows(self) -> Iterator[Row]:
        with self.path.open(encoding="utf-8-sig", newline="") as file:
            yield from csv_rows(file)

    def _lines(self, rows: Iterator[Row]) -> Iterator[Line]:
        _first, titles = next(rows, (1, []))
        titles = [title.strip() for title in titles]
        self._check_titles(titles)
        for number, cells in rows:
            self._line = number
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) != len(titles):
                reason = _(
                    "coloane: %(found)d în loc de %(wanted)d; verificați separatorii și ghilimelele"
                )
                self.note("", reason % {"found": len(cells), "wanted": len(titles)})
                continue
            yield Line(
                number, {name: cell.strip() for name, cell in zip(titles, cells, strict=True)}
            )

    def _check_titles(self, titles: list[str]) -> None:
        known = (*self._needed, *self._optional)
        problems = [
            Problem(1, name, _("coloana lipsește; adăugați-o"))
            for name in self._needed
            if name not in titles
        ]
        problems += [
            Problem(1, name, _("coloana apare de două ori; păstrați una singură"))
            for name in sorted({name for name in titles if titles.count(name) > 1})
        ]
        problems += [
            Problem(1, name, _("coloana nu este cunoscută; ștergeți-o sau corectați titlul"))
            for name in titles
            if name not in known
        ]
        if problems:
            raise Unreadable(*problems)

    def note(self, column: str, reason: str, line: int | None = None) -> None:
        """Something to mend on the line that is being read, or on another one.

        Raises Unreadable once there is more than anybody reads."""
        self.problems.append(Problem(self._line if line is None else line, column, reason))
        if len(self.problems) >= _MOST_PROBLEMS:
            raise Unreadable(*self.problems)

    def value(
        self, line: Line, column: str, parse: Callable[..., Value], *args: object, **options: object
    ) -> Value | None:
        """The cell read by `parse`; a cell that cannot be read is noted and is None."""
        cell = line.cells.get(column, "")
        try:
            if len(cell) > _LONGEST_CELL or CONTROL.search(cell):
                raise CellProblem(_("nu poate fi citit; scrieți din nou valoarea"))
            return parse(cell, *args, **options)
        except CellProblem as problem:
            self.note(column, str(problem))
            return None

    def finish(self) -> None:
        """Raises Unreadable when anything is to be mended."""
        if self.problems:
            raise Unreadable(*self.problems)
