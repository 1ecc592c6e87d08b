"""What a register's file would change, and the change itself."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction

from lms.core import generation
from lms.core.text import fold
from lms.organisations.models import Locality, School
from lms.organisations.school_import.checking import SchoolRow

_WRITTEN = ("name", "county", "locality", "medium", "level", "folded", "closed_on")
_BATCH = 1000


@dataclass
class Changes:
    """What differs between the file and the register."""

    new: list[SchoolRow] = field(default_factory=list)
    changed: list[SchoolRow] = field(default_factory=list)
    unchanged: int = 0
    missing: list[str] = field(default_factory=list)


def compare(rows: Iterable[SchoolRow]) -> Changes:
    """Compare with the register. `missing` are the codes of open schools that the file lacks; a
    closed school that the file has is changed: it opens again."""
    known = {
        siiir: tuple(values)
        for siiir, *values in School.objects.values_list(
            "siiir", "name", "county_id", "locality__name", "medium", "level", "closed_on"
        )
    }
    changes, present = Changes(), set()
    for row in rows:
        present.add(row.siiir)
        now = (row.name, row.county.pk, row.locality, row.medium, row.level, None)
        if row.siiir not in known:
            changes.new.append(row)
        elif known[row.siiir] != now:
            changes.changed.append(row)
        else:
            changes.unchanged += 1
    still_open = School.objects.open().values_list("siiir", flat=True)
    changes.missing = sorted(set(still_open) - present)
    return changes


@transaction.atomic
def apply(changes: Changes, *, close_on: date | None = None) -> None:
    """Write the changes. With a day, the missing schools are closed from then on; else they stay
    as they are. Nothing is deleted, and a school that was merged away stays merged."""
    rows = [*changes.new, *changes.changed]
    localities = _localities(rows)
    School.objects.bulk_create(
        [_school(row, localities) for row in rows],
        batch_size=_BATCH,
        update_conflicts=True,
        unique_fields=["siiir"],
        update_fields=list(_WRITTEN),
    )
    if close_on is not None:
        School.objects.filter(siiir__in=changes.missing).update(closed_on=close_on)
    # A bulk write sends no signal, and public figures are grouped by the school list.
    generation.advance(generation.FIGURES)


def _school(row: SchoolRow, localities: dict[tuple[str, str], Locality]) -> School:
    return School(
        siiir=row.siiir,
        name=row.name,
        county=row.county,
        locality=localities[row.county.pk, row.locality],
        medium=row.medium,
        level=row.level,
        # As School.folded_text, which a bulk write does not call.
        folded=fold(f"{row.name} {row.locality} {row.county.name} {row.siiir}"),
    )


def _localities(rows: Iterable[SchoolRow]) -> dict[tuple[str, str], Locality]:
    wanted = {(row.county.pk, row.locality) for row in rows}
    Locality.objects.bulk_create(
        [Locality(county_id=county, name=name) for county, name in sorted(wanted)],
        batch_size=_BATCH,
        ignore_conflicts=True,
    )
    found = Locality.objects.filter(county__in={county for county, _ in wanted})
    return {(locality.county_id, locality.name): locality for locality in found}
