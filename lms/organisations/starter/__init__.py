"""The 42 counties, the member organisations, and on a demonstration a small school register."""

import csv
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from django.conf import settings

from lms.organisations.models import County, MemberOrganisation, Membership, School
from lms.organisations.services import save_school

FOLDER = Path(__file__).parent
# The presentation of 2020 names them as members of the platform in that year.
MEMBERS_SINCE = date(2020, 1, 1)


def load() -> str:
    """Add what is not there yet; what the secretariat changed since is left alone."""
    counties = sum(_add_county(row) for row in _rows("counties.csv"))
    members = tomllib.loads((FOLDER / "members.toml").read_text())["members"]
    added = sum(_add_member(row) for row in members)
    schools = sum(_add_school(row) for row in _rows("schools_demo.csv")) if settings.DEMO else 0
    return f"{counties} counties, {added} member organisations, {schools} demo schools"


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(line for line in lines if not line.startswith("#"))


def _add_county(row: dict[str, str]) -> bool:
    return County.objects.get_or_create(mnemonic=row["mnemonic"], defaults=row)[1]


def _add_member(row: dict) -> bool:
    organisation, added = MemberOrganisation.objects.get_or_create(
        code=row["code"],
        defaults={"name": row["name"], "active_since": row.get("active_since")},
    )
    if added:
        Membership.objects.create(organisation=organisation, since=MEMBERS_SINCE)
    return added


def _add_school(row: dict[str, str]) -> bool:
    if School.objects.filter(siiir=row["siiir"]).exists():
        return False
    save_school(
        siiir=row["siiir"],
        name=row["name"],
        county=County.objects.get(mnemonic=row["county"]),
        locality_name=row["locality"],
        medium=row["medium"],
        level=row["level"],
    )
    return True
