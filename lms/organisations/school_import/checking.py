"""Rows of text as schools, or the reasons why not."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from lms.core.enums import Medium
from lms.core.text import fold, mend_cedilla
from lms.organisations.models import County
from lms.organisations.selectors import county_codes, county_key

_MEDIUM = {"urban": Medium.URBAN, "u": Medium.URBAN, "rural": Medium.RURAL, "r": Medium.RURAL}
_LENGTHS = {"siiir": 20, "name": 200, "locality": 80, "level": 40}
# What a spreadsheet makes of a long number: the last digits are lost for good.
_SPOILT_CODE = re.compile(r"^\d+[.,]\d+E\+\d+$", re.IGNORECASE)


@dataclass(frozen=True)
class RowError:
    """Why a row, or one of its cells, was left out."""

    line: int
    column: str
    reason: str


@dataclass(frozen=True)
class SchoolRow:
    """A school as the file has it."""

    siiir: str
    name: str
    county: County
    locality: str
    medium: str
    level: str


@dataclass
class CheckedRows:
    """What could be read, and what could not."""

    schools: list[SchoolRow] = field(default_factory=list)
    errors: list[RowError] = field(default_factory=list)


def check_rows(
    rows: Iterable[tuple[int, Mapping[str, str]]], columns: Mapping[str, str]
) -> CheckedRows:
    """Check every row; `columns` is {our column: header}. A code that comes twice counts once."""
    counties = _counties()
    checked, seen = CheckedRows(), dict[str, int]()
    for line, cells in rows:
        values = {ours: mend_cedilla(cells.get(header, "")) for ours, header in columns.items()}
        errors = _errors(line, values, counties)
        first = seen.setdefault(values["siiir"], line)
        if first != line and values["siiir"]:
            errors.append(RowError(line, "siiir", f"codul este deja pe rândul {first}"))
        if errors:
            checked.errors += errors
            continue
        checked.schools.append(
            SchoolRow(
                siiir=values["siiir"],
                name=values["name"],
                county=counties[county_key(values["county"])],
                locality=values["locality"],
                medium=_MEDIUM[fold(values["medium"])],
                level=values.get("level", ""),
            )
        )
    return checked


def _errors(line: int, values: Mapping[str, str], counties: Mapping[str, County]) -> list[RowError]:
    found = [
        RowError(line, ours, "lipsește")
        for ours in ("siiir", "name", "county", "locality", "medium")
        if not values[ours]
    ]
    for ours, longest in _LENGTHS.items():
        if len(values.get(ours, "")) > longest:
            found.append(RowError(line, ours, f"are peste {longest} de semne"))
    if _SPOILT_CODE.match(values["siiir"]):
        reason = "codul a fost schimbat de foaia de calcul; puneți coloana ca text"
        found.append(RowError(line, "siiir", reason))
    if values["county"] and county_key(values["county"]) not in counties:
        found.append(RowError(line, "county", f"județ necunoscut: {values['county']}"))
    if values["medium"] and fold(values["medium"]) not in _MEDIUM:
        found.append(RowError(line, "medium", f"nici urban, nici rural: {values['medium']}"))
    return found


def _counties() -> dict[str, County]:
    counties = County.objects.in_bulk()
    return {key: counties[code] for key, code in county_codes().items()}
