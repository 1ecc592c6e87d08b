"""What each row of a sent file says, compared with what the organisation said before."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from django.db.models import TextChoices
from django.utils.translation import gettext as _

from lms.core.audiences import Audience
from lms.core.qualifiers import Qualifier
from lms.core.record_status import RecordStatus
from lms.core.tables.cells import plain_text, short, words_of, yes
from lms.core.tables.problems import CellProblem, Problem, Unreadable
from lms.core.text import fold
from lms.reach.counting.declared import FED_BY_RECORDS
from lms.reach.enums import DeclaredMethod
from lms.reach.figure_files import columns
from lms.reach.figure_files.table import FigureReader
from lms.reach.importing import values
from lms.reach.importing.reading import Line
from lms.reach.indicators import PrintedIndicator
from lms.reach.models import DeclaredFigure
from lms.reach.models.declared import LARGEST_FIGURE

_LONGEST_PART, _LONGEST_TEXT = 120, 300
# What a new figure is where its row does not say.
_UNSAID = {"qualifier": Qualifier.EXACT.value, "source": "", "evidence": "", "project": None}


class FigureKey(NamedTuple):
    """Which of the organisation's figures of the year it is."""

    indicator: str
    audience: str
    part: str


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A row without errors. `said` are fields of DeclaredFigureRevision, empty when its value is:
    such a row says nothing. `known` is the figure that the organisation has already."""

    line: int
    key: FigureKey
    said: dict[str, Any]
    known: DeclaredFigure | None

    @property
    def seen(self) -> int:
        """The number of the revision that the row was compared with; 0 for a new figure."""
        return self.known.latest.number if self.known and self.known.latest else 0

    @property
    def changed(self) -> dict[str, Any]:
        """What it says otherwise than the figure does now."""
        latest = self.known.latest if self.known else None
        return {
            name: value
            for name, value in self.said.items()
            if latest is None or getattr(latest, name) != value
        }


@dataclass(slots=True)
class FigureFile:
    """A sent file: its rows, and everything that is to be mended before any of it is saved."""

    rows: list[FigureRow] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_figures(content: bytes, known: Mapping[FigureKey, DeclaredFigure]) -> FigureFile:
    """Read a file against the figures that the organisation has. Writes nothing."""
    reader, found = FigureReader(content), FigureFile()
    first: dict[FigureKey, int] = {}
    twice = _("este aceeași cifră ca pe rândul %d; păstrați unul singur")
    try:
        for line in reader:
            row = _row(reader, line, known)
            if row is None:
                continue
            if row.said and first.setdefault(row.key, row.line) != row.line:
                reader.note(columns.INDICATOR, twice % first[row.key])
            else:
                found.rows.append(row)
    except Unreadable as unreadable:
        found.problems = unreadable.problems
    else:
        found.problems = sorted(set(reader.problems))
        if not found.rows and not found.problems:
            found.problems = [
                Problem(0, "", _("sub titluri nu este niciun rând; scrieți cifrele acolo"))
            ]
    return found


def known_figures(organisation_id: int, year: int) -> dict[FigureKey, DeclaredFigure]:
    """The organisation's figures of the year that it did not take back. One query."""
    figures = DeclaredFigure.objects.filter(organisation_id=organisation_id, year=year)
    standing = figures.exclude(latest=None).exclude(latest__status=RecordStatus.VOID)
    return {
        FigureKey(one.indicator, one.audience, one.part): one
        for one in standing.select_related("latest")
    }


def _row(
    reader: FigureReader, line: Line, known: Mapping[FigureKey, DeclaredFigure]
) -> FigureRow | None:
    before, read = len(reader.problems), reader.value
    key = FigureKey(
        read(line, columns.INDICATOR, values.choice, PrintedIndicator) or "",
        read(line, columns.AUDIENCE, _word, Audience) or "",
        read(line, columns.PART, _short, _LONGEST_PART) or "",
    )
    value, figure = read(line, columns.VALUE, _value), known.get(key)
    said: dict[str, Any] = {}
    if line.cells[columns.VALUE]:
        said = {"value": value}
        said |= _details(reader, line, key, is_new=figure is None, value=value or 0)
        _check_audience(reader, key, is_new=figure is None, value=value or 0)
    return FigureRow(line.number, key, said, figure) if len(reader.problems) == before else None


def _details(
    reader: FigureReader, line: Line, key: FigureKey, *, is_new: bool, value: int
) -> dict[str, Any]:
    """Everything beside the value. An empty cell says nothing: of a known figure it leaves what
    was said."""
    # Of an indicator that cannot be read only that is told.
    read, is_fed = reader.value, not key.indicator or key.indicator in FED_BY_RECORDS
    said = {
        "qualifier": read(line, columns.QUALIFIER, _word, Qualifier),
        "method": read(line, columns.METHOD, _word, DeclaredMethod),
        "source": read(line, columns.SOURCE, _short, _LONGEST_TEXT),
        "evidence": read(line, columns.EVIDENCE, _short, _LONGEST_TEXT),
        "in_addition": read(line, columns.IN_ADDITION, _in_addition, is_fed=is_fed),
    }
    said = {name: cell for name, cell in said.items() if cell not in ("", None)}
    if not is_new:
        return said
    if value and not line.cells.get(columns.METHOD):
        reader.note(columns.METHOD, _("lipsește; scrieți cum ați aflat cifra"))
    unsaid = _UNSAID | {"method": DeclaredMethod.OTHER.value}
    return unsaid | ({"in_addition": False} if is_fed else {}) | said


def _check_audience(reader: FigureReader, key: FigureKey, *, is_new: bool, value: int) -> None:
    """People trained are said by group; who trained nobody says one zero."""
    is_by_group = key.indicator == PrintedIndicator.TRAINED
    if key.audience and key.indicator and not is_by_group:
        reader.note(columns.AUDIENCE, _("această cifră nu se spune pe grupuri; lăsați gol"))
    if is_by_group and not key.audience and is_new and value:
        reader.note(columns.AUDIENCE, _("lipsește; scrieți pe cine ați instruit"))


def _value(cell: str) -> int | None:
    """The figure, or None of an empty cell: nothing is said, zero must be written."""
    return values.number(plain_text(cell), LARGEST_FIGURE, empty=None) if cell else None


def _short(cell: str, longest: int) -> str:
    return short(plain_text(cell), longest)


def _word(cell: str, choices: type[TextChoices]) -> str:
    """A code of these choices, or its word in any language of the site; empty as it is."""
    if not cell:
        return ""
    return words_of(choices).get(fold(cell)) or values.choice(cell, choices)


def _in_addition(cell: str, *, is_fed: bool) -> bool | None:
    """RR14's mark; None of an empty cell and of a figure that no record feeds."""
    if not cell:
        return None
    said = yes(cell)
    if said and not is_fed:
        raise CellProblem(
            _("numai persoanele informate și cele instruite pot fi în plus; lăsați gol")
        )
    return said if is_fed else None
