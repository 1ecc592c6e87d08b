"""What the rows of a sent list say, cell by cell. Nothing is compared with the event's list yet."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from lms.core.audiences import Audience
from lms.core.mailboxes import check_mailbox
from lms.core.tables.cells import CONTROL, plain_text, short, words_of
from lms.core.tables.files import (
    Sheet,
    check_is_text,
    check_size,
    csv_table,
    decoded,
    is_workbook,
    refused,
    sheets_of,
)
from lms.core.tables.problems import CellProblem, Problem, Unreadable
from lms.core.text import fold, mend_cedilla
from lms.organisations.selectors import county_key
from lms.training.models import TrainingSitting
from lms.training.models.events import MOST_SEATS
from lms.training.participant_files import columns
from lms.training.participant_files.columns import Columns, columns_of

Value = TypeVar("Value")
# The title row need not be the first: people put a heading above their lists.
_HEADER_WITHIN = 15
_MOST_ROWS, _MOST_COLUMNS, _MOST_SHEETS, _MOST_PROBLEMS = MOST_SEATS, 80, 20, 200
_SEPARATORS = ";,\t"
_LONGEST_NAME, _LONGEST_INSTITUTION, _LONGEST_EMAIL = 120, 160, 254
_NOTHING = frozenset({"-", "–", "—", "/", "."})
_PRESENT = frozenset({"1", "da", "x", "p", "prezent", "prezenta", "yes", "true", "✓", "✔", "☑"})
_ABSENT = frozenset({"0", "nu", "no", "a", "abs", "absent", "absenta", "false"})
_IN_BRACKETS = re.compile(r"<([^<>]+)>")


@dataclass(frozen=True, slots=True)
class SaidRow:
    """A row as it is read: empty where it says nothing. `county` is a mnemonic, `marks` are
    (number of a sitting, present)."""

    line: int
    key: str = ""
    name: str = ""
    email: str = ""
    audience: str = ""
    institution: str = ""
    county: str = ""
    marks: tuple[tuple[int, bool], ...] = ()


@dataclass(slots=True)
class ListFile:
    """A sent list: its rows, everything that is to be mended before any of it is saved, and what
    of the file was left unread."""

    rows: list[SaidRow] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    unused: list[str] = field(default_factory=list)
    sheet: str = ""
    other_sheets: list[str] = field(default_factory=list)
    # Of a file without a column for the audience, the line of its titles.
    no_audience_at: int = 0


def read_list(
    content: bytes, sittings: Sequence[TrainingSitting], counties: dict[str, str]
) -> ListFile:
    """Read a file. `counties` are mnemonics by folded name. Writes nothing."""
    try:
        tables = _tables(content)
        table, top, found = _header(tables, sittings)
    except Unreadable as unreadable:
        return ListFile(problems=unreadable.problems)
    others = [one.name for one in tables if one is not table and one.name and one.rows]
    file = ListFile(unused=found.unused, sheet=table.name, other_sheets=others)
    file.no_audience_at = 0 if columns.AUDIENCE in found.at else top + 1
    reader = _RowReader(found, counties)
    filled = [
        (number, cells)
        for number, cells in enumerate(table.rows[top + 1 :], start=top + 2)
        if reader.says_something(cells)
    ]
    if found.problems:
        file.problems = found.problems
    elif not filled:
        reason = _("sub titluri nu este niciun rând; scrieți participanții acolo")
        file.problems = [Problem(0, "", reason)]
    elif len(filled) > _MOST_ROWS:
        reason = _("Sunt prea multe rânduri: cel mult %d de participanți într-un fișier.")
        file.problems = [Problem(0, "", reason % _MOST_ROWS)]
    else:
        file.rows = [reader.read(number, cells) for number, cells in filled]
        file.problems = reader.problems[:_MOST_PROBLEMS]
    return file


def clean(cell: str) -> str:
    """The text of a cell with its letters and spaces in order. Raises CellProblem."""
    text = "".join(sign for sign in cell if unicodedata.category(sign) not in ("Cf", "Cs"))
    text = " ".join(unicodedata.normalize("NFC", mend_cedilla(text)).split())
    if CONTROL.search(text):
        raise CellProblem(_("nu poate fi citit; scrieți din nou valoarea"))
    text = plain_text(text).strip()
    return "" if text in _NOTHING else text


def _tables(content: bytes) -> list[Sheet]:
    """The sheets of a workbook; of a text the same table by every separator."""
    check_size(content)
    if not content.strip():
        raise refused(_("Fișierul este gol."))
    if is_workbook(content):
        return sheets_of(
            content,
            most_rows=_MOST_ROWS + 100,
            most_columns=_MOST_COLUMNS,
            most_sheets=_MOST_SHEETS,
        )
    check_is_text(content)
    text = decoded(content)
    return [Sheet("", csv_table(text, one, _MOST_COLUMNS)) for one in _SEPARATORS]


def _header(
    tables: Sequence[Sheet], sittings: Sequence[TrainingSitting]
) -> tuple[Sheet, int, Columns]:
    """The first table that has titles, where they stand and what they say. Raises Unreadable."""
    for table in tables:
        for at, cells in enumerate(table.rows[:_HEADER_WITHIN]):
            found = columns_of(cells, sittings, at + 1)
            if found.is_header:
                return table, at, found
    raise refused(
        _(
            "Nu am găsit coloanele. Rândul de titluri trebuie să aibă „nume” și încă cel puțin una "
            "dintre coloanele tabelului nostru."
        )
    )


class _RowReader:
    """Reads rows under known titles and notes every cell that it cannot read."""

    def __init__(self, found: Columns, counties: dict[str, str]) -> None:
        self._columns, self._counties = found, counties
        self.problems: list[Problem] = []

    def says_something(self, cells: Sequence[str]) -> bool:
        """Whether any cell under a title of ours is filled in."""
        places = (*self._columns.at.values(), *self._columns.sittings.values())
        return any(at < len(cells) and cells[at].strip() for at in places)

    def read(self, line: int, cells: Sequence[str]) -> SaidRow:
        """The row; what cannot be read is empty in it."""

        def said(column: str, parse: Callable[[str], Value], empty: Value) -> Value:
            at = self._columns.at.get(column)
            return self._cell(line, column, cells, at, parse, empty)

        key = said(columns.KEY, _key, "")
        # Of a row of our own table the name is what somebody enrolled with, whatever it is.
        parse = _written if key else _name
        name, first = said(columns.NAME, parse, ""), said(columns.FIRST_NAME, parse, "")
        return SaidRow(
            line=line,
            key=key,
            name=f"{name} {first}".strip(),
            email=said(columns.EMAIL, _email, ""),
            audience=said(columns.AUDIENCE, _audience, ""),
            institution=said(columns.INSTITUTION, _institution, ""),
            county=said(columns.COUNTY, self._county, ""),
            marks=tuple(self._marks(line, cells)),
        )

    def _marks(self, line: int, cells: Sequence[str]) -> Iterator[tuple[int, bool]]:
        for number, at in sorted(self._columns.sittings.items()):
            present = self._cell(line, f"întâlnirea {number}", cells, at, _present, None)
            if present is not None:
                yield number, present

    def _cell(
        self,
        line: int,
        column: str,
        cells: Sequence[str],
        at: int | None,
        parse: Callable[[str], Value],
        empty: Value,
    ) -> Value:
        if at is None or at >= len(cells):
            return empty
        try:
            text = clean(cells[at])
            return parse(text) if text else empty
        except CellProblem as problem:
            self.problems.append(Problem(line, column, str(problem)))
            return empty

    def _county(self, text: str) -> str:
        found = self._counties.get(county_key(text))
        if found is None:
            raise CellProblem(_("„%s” nu este un județ") % text[:40])
        return found


def _key(text: str) -> str:
    try:
        return str(UUID(text))
    except ValueError:
        raise CellProblem(_("nu este o cheie dată de platformă; goliți celula")) from None


def _name(text: str) -> str:
    if not any(sign.isalpha() for sign in text):
        raise CellProblem(_("„%s” nu este un nume") % text[:40])
    return _written(text)


def _written(text: str) -> str:
    return short(text, _LONGEST_NAME)


def _institution(text: str) -> str:
    return short(text, _LONGEST_INSTITUTION)


def _email(text: str) -> str:
    inside = _IN_BRACKETS.search(text)
    address = "".join((inside[1] if inside else text).split()).strip(";,.")
    if address.lower().startswith("mailto:"):
        address = address[len("mailto:") :]
    try:
        validate_email(short(address, _LONGEST_EMAIL))
        check_mailbox(address)
    except ValidationError:
        reason = _("„%s” nu este o adresă; scrieți-o ca nume@scoala.ro")
        raise CellProblem(reason % text[:80]) from None
    return address


def _audience(text: str) -> str:
    found = words_of(Audience).get(fold(text))
    if found is None:
        reason = _("nu cunoaștem grupul „%s”; alegeți unul dintre cele de mai jos")
        raise CellProblem(reason % text[:60])
    return found


def _present(text: str) -> bool:
    said = fold(text)
    if said in _PRESENT | _ABSENT:
        return said in _PRESENT
    raise CellProblem(_("„%s”: scrieți da sau nu, ori lăsați gol") % text[:40])
