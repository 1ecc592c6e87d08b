"""What the rows of a sent table say, by the same rules as the editor's form. Writes nothing."""

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from functools import partial

from django.core.exceptions import ValidationError
from django.db.models import CheckConstraint
from django.utils.translation import gettext as _

from lms.core.tables.cells import plain_text, yes
from lms.core.tables.files import (
    Table,
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
from lms.helplines.directory.columns import TITLES, columns_of
from lms.helplines.models import CountyService
from lms.organisations.models import County

_SEPARATORS = ";,\t"
_HEADER_WITHIN = 15
_MOST_ROWS, _MOST_COLUMNS, _MOST_PROBLEMS = 200, 40, 200
Known = Mapping[tuple[str, int], CountyService]
_BEFORE_COUNTY = re.compile(r"^(judetul|jud\.?|municipiul|mun\.?)\s+")
_DAYS = ("%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y", "%Y-%m-%dT%H:%M:%S")


@dataclass(frozen=True, slots=True)
class ServiceRow:
    """A county service as the table has it; `checked_on` is an ISO day or "" for none."""

    county: str
    sector: int
    name: str
    phone: str
    address: str
    web: str
    source_title: str
    source_address: str
    checked_on: str
    published: bool

    def as_service(self) -> CountyService:
        """The row as it would be saved."""
        values = asdict(self)
        day = values.pop("checked_on")
        values["checked_on"] = date.fromisoformat(day) if day else None
        return CountyService(county_id=values.pop("county"), **values)


@dataclass(slots=True)
class DirectoryFile:
    """The rows of a sent table, and everything to mend before any of it is saved."""

    rows: list[ServiceRow] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_services(content: bytes) -> DirectoryFile:
    """Read a CSV or XLSX file. Rows that name only a county say nothing and are left out."""
    try:
        rows, top, columns = _header(_tables(content))
    except Unreadable as unreadable:
        return DirectoryFile(problems=unreadable.problems)
    file, seen, counties = DirectoryFile(), dict[tuple[str, int], int](), _counties()
    known = {(one.county_id, one.sector): one for one in CountyService.objects.all()}
    for number, cells in enumerate(rows[top + 1 :], start=top + 2):
        values = {name: "".join(cells[at : at + 1]).strip() for name, at in columns.items()}
        if not any(text for name, text in values.items() if name not in ("county", "sector")):
            continue
        row, problems = _row(number, values, counties, known)
        if row and (first := seen.setdefault((row.county, row.sector), number)) != number:
            problems = [
                Problem(number, TITLES["county"], _("județul este deja pe rândul %d") % first)
            ]
        file.problems += problems
        if row and not problems:
            file.rows.append(row)
    if not file.rows and not file.problems:
        reason = _("sub titluri nu este niciun rând completat")
        file.problems.append(Problem(0, "", reason))
    file.problems = file.problems[:_MOST_PROBLEMS]
    return file


def _tables(content: bytes) -> list[Table]:
    """The first sheet of a workbook; of a text the same table by every separator."""
    check_size(content)
    if not content.strip():
        raise refused(_("Fișierul este gol."))
    if is_workbook(content):
        sheets = sheets_of(content, most_rows=_MOST_ROWS, most_columns=_MOST_COLUMNS)
        return [sheet.rows for sheet in sheets]
    check_is_text(content)
    text = decoded(content)
    return [csv_table(text, one, _MOST_COLUMNS) for one in _SEPARATORS]


def _header(tables: list[Table]) -> tuple[Table, int, dict[str, int]]:
    for table in tables:
        for at, cells in enumerate(table[:_HEADER_WITHIN]):
            if columns := columns_of(cells):
                if len(table) > _MOST_ROWS:
                    raise refused(_("Sunt prea multe rânduri: cel mult %d.") % _MOST_ROWS)
                return table, at, columns
    raise refused(
        _("Nu am găsit coloanele. Rândul de titluri are cel puțin: județ, denumire, telefon.")
    )


def _row(
    number: int, values: Mapping[str, str], counties: Mapping[str, str], known: Known
) -> tuple[ServiceRow | None, list[Problem]]:
    """The row, or everything that keeps it from being one. What the table has no column for stays
    as it is."""
    read: dict[str, object] = {"sector": 0}
    problems = []
    for name, cell in values.items():
        try:
            read[name] = _value(name, cell, counties)
        except CellProblem as problem:
            problems.append(Problem(number, TITLES[name], str(problem)))
    if problems:
        return None, problems
    before = known.get((str(read["county"]), int(str(read["sector"]))), CountyService())
    for name in TITLES.keys() - read.keys():
        stored = getattr(before, name)
        read[name] = stored if isinstance(stored, bool) else str(stored or "")
    row = ServiceRow(**read)  # type: ignore[arg-type]
    return row, _wrong(number, row)


def _value(name: str, cell: str, counties: Mapping[str, str]) -> object:
    text = mend_cedilla(" ".join(plain_text(cell).split()))
    if name == "county":
        key = _BEFORE_COUNTY.sub("", _spaced(text))
        if key not in counties:
            raise CellProblem(_("județ necunoscut: %s") % (text or "–"))
        return counties[key]
    if name == "sector":
        digits = re.sub(r"^sector(ul)?\s*", "", fold(text))
        # A longer number is none that the database can hold.
        if digits and not (digits.isdecimal() and len(digits) < 4):
            raise CellProblem(_("scrieți numărul sectorului, de la 1 la 6"))
        return int(digits or 0)
    if name == "published":
        return yes(text)
    return _day(text) if name == "checked_on" else text


def _day(text: str) -> str:
    if not text:
        return ""
    for shape in _DAYS:
        try:
            return datetime.strptime(text, shape).date().isoformat()
        except ValueError:
            continue
    raise CellProblem(_("„%s”: scrieți data ca 23.11.2026") % text)


def _wrong(number: int, row: ServiceRow) -> list[Problem]:
    """What the rules of the model have against the row."""
    service = row.as_service()
    # Not whether the county is there already: then the row changes it.
    rules = [one for one in service._meta.constraints if isinstance(one, CheckConstraint)]
    checks = [service.clean_fields, service.clean]
    checks += [partial(rule.validate, CountyService, service) for rule in rules]
    found = []
    for check in checks:
        try:
            check()
        except ValidationError as error:
            said = error.update_error_dict({})
            found += [
                Problem(number, TITLES.get(name, ""), message)
                for name, errors in said.items()
                for message in ValidationError(errors).messages
            ]
    return sorted(set(found))


def _counties() -> dict[str, str]:
    """Mnemonics by folded name and by themselves."""
    found = {_spaced(name): code for code, name in County.objects.values_list("mnemonic", "name")}
    return found | {fold(code): code for code in found.values()}


def _spaced(name: str) -> str:
    """Folded, without hyphens: "Caraș-Severin" is written "Caras Severin" as well."""
    return " ".join(fold(name).replace("-", " ").split())
