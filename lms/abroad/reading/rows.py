"""A file of country facts (`iso2,name_ro,…,confidence`) as facts and problems."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from django.utils import timezone

from lms.abroad.countries import COUNTRIES
from lms.abroad.enums import NUMBERS, PUBLISHABLE, WAGES, Field, Precision, Unit
from lms.abroad.reading.dates import read_as_of
from lms.abroad.reading.values import FactValues, confidence_of, number_of, values_of
from lms.abroad.reading.wording import Notes, said_of
from lms.core.tables.files import utf8_text
from lms.core.tables.problems import Unreadable

COLUMNS = ("iso2", "field", "value", "unit", "as_of", "source_title", "source_address")
_PREVIOUS, _CHECK = "_previous", "_check"
# "2.343", as Romanian writes thousands, would be read as two euro and some cents a month.
_MONTHLY, _LEAST_A_MONTH = frozenset({Unit.MONTH_GROSS, Unit.MONTH_NET}), 100
_UNTIL = re.compile(r"until (\d{4}-\d{2}-\d{2})")


@dataclass(frozen=True)
class Problem:
    """A line that could not be read, and why."""

    line: int
    reason: str


@dataclass
class ReadFile:
    """What a file says: facts, and the lines that could not be read."""

    facts: list[FactValues] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_file(path: Path) -> ReadFile:
    """Read a file of country facts. Nothing is left out in silence: what is not understood is a
    problem with its line."""
    found = ReadFile()
    try:
        table = csv.DictReader(io.StringIO(utf8_text(path.read_bytes())))
        missing = set(COLUMNS) - set(table.fieldnames or ())
    except Unreadable as unreadable:
        found.problems += [Problem(1, one.reason) for one in unreadable.problems]
        return found
    if missing:
        found.problems.append(Problem(1, f"lipsesc coloanele: {', '.join(sorted(missing))}"))
        return found
    more: list[tuple[str, str, Notes]] = []
    for line, row in enumerate(table, start=2):
        cells = {key: (value or "").strip() for key, value in row.items() if key}
        said = said_of(cells["field"], cells["value"])
        if said:
            more.append((cells["iso2"], *said))
        elif reason := _refusal(cells):
            found.problems.append(Problem(line, reason))
        else:
            try:
                facts = _facts(cells)
            except ValueError:
                found.problems.append(Problem(line, "o dată care nu există"))
                continue
            if reason := next(filter(None, map(_objection, facts)), ""):
                found.problems.append(Problem(line, reason))
            else:
                found.facts.extend(facts)
    found.facts = list(_joined(found.facts, more))
    return found


def _field_of(name: str) -> str:
    return name.removesuffix(_PREVIOUS).removesuffix(_CHECK)


def _refusal(cells: dict[str, str]) -> str:
    if cells["iso2"] not in COUNTRIES:
        return f"țară necunoscută: {cells['iso2']}"
    if _field_of(cells["field"]) not in Field.values:
        return f"câmp necunoscut: {cells['field']}"
    if not cells["value"]:
        return "valoare goală"
    # A draft keeps the source's words for an editor; what readers get must be a number.
    published = confidence_of(cells.get("confidence", "")) in PUBLISHABLE
    if published and not (cells["source_title"] and cells["as_of"]):
        return "lipsește sursa sau data ei"
    if published and _field_of(cells["field"]) in NUMBERS and number_of(cells["value"]) is None:
        return f"nu este un număr mai mare ca zero: {cells['value']}"
    return ""


def _objection(fact: FactValues) -> str:
    """What keeps a fact from being stored as the file has it."""
    if fact.valid_from and fact.valid_until and fact.valid_until < fact.valid_from:
        return "se încheie înainte să înceapă"
    if fact.confidence not in PUBLISHABLE:
        return ""
    # A wage is announced before it holds. Anything else would stay fresh until that day.
    if fact.source_day and fact.source_day > timezone.localdate() and fact.field not in WAGES:
        return f"data sursei este în viitor: {fact.as_of}"
    if fact.says_nothing:
        return f"nimic de arătat cititorilor: {fact.source_note}"
    if fact.unit in _MONTHLY and fact.number is not None and fact.number < _LEAST_A_MONTH:
        return f"prea puțin pe lună; scrieți numărul fără punct la mii: {fact.number}"
    return ""


def _facts(cells: dict[str, str]) -> list[FactValues]:
    named = Field(_field_of(cells["field"]))
    day, precision = read_as_of(cells["as_of"])
    until = _UNTIL.search(cells["unit"])
    base = FactValues(
        country=cells["iso2"],
        field=named,
        # A wage is of a day. Of other values we only know when they were read.
        valid_from=day if named in WAGES and precision in _EXACT else None,
        valid_until=date.fromisoformat(until[1]) if until else None,
        as_of=cells["as_of"][:120],
        source_day=day,
        source_precision=precision,
        source_title=cells["source_title"][:255],
        source_address=cells["source_address"][:500],
        source_note=f"{cells['value']} · {cells['unit']}"[:400],
        confidence=confidence_of(cells.get("confidence", "")),
    )
    return values_of(base, cells["value"], cells["unit"])


_EXACT = frozenset({Precision.DAY, Precision.MONTH})


def _joined(facts: list[FactValues], more: list[tuple[str, str, Notes]]) -> Iterator[FactValues]:
    """Of two rows for one place and one beginning, the one whose source is newer; with what other
    rows say of it."""
    best: dict[tuple[object, ...], FactValues] = {}
    for fact in facts:
        key = (*fact.place, fact.valid_from)
        known = best.get(key)
        newer = (fact.source_day or date.min) > (known.source_day or date.min) if known else True
        if newer:
            best[key] = fact
    for fact in best.values():
        said = [notes for country, name, notes in more if (country, name) == fact.place[:2]]
        yield fact.with_columns(**said[0]) if said and said[0] else fact
