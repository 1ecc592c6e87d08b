"""What a table would change in the directory, field by field."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Field
from django.utils.translation import gettext as _

from lms.core.numbers import format_date
from lms.helplines.directory.reading import ServiceRow
from lms.helplines.models import CountyService

FIELDS = (
    "name",
    "phone",
    "address",
    "web",
    "source_title",
    "source_address",
    "checked_on",
    "published",
)


@dataclass(frozen=True, slots=True)
class Change:
    """One field of a row: its title, what it was and what it becomes, in words."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ServiceChange:
    """One county of the table, and what becomes of it."""

    place: str
    is_new: bool
    changes: list[Change]


@dataclass(slots=True)
class Changes:
    """What differs between a table and the directory; counties that the table lacks stay."""

    rows: list[ServiceChange] = field(default_factory=list)
    added: int = 0
    changed: int = 0
    kept: int = 0


def changes_of(rows: Iterable[ServiceRow]) -> Changes:
    """Compare with the directory."""
    known = {
        (service.county_id, service.sector): service
        for service in CountyService.objects.select_related("county")
    }
    found = Changes()
    for row in rows:
        before, after = known.get((row.county, row.sector)), row.as_service()
        changes = differences(before, after)
        if before is not None and not changes:
            found.kept += 1
            continue
        found.added += before is None
        found.changed += before is not None
        found.rows.append(ServiceChange(after.place, before is None, changes))
    return found


def fingerprint(rows: Iterable[ServiceRow]) -> str:
    """What tells the counties of these rows, as the directory has them now, from a later state."""
    places = {(row.county, row.sector) for row in rows}
    stored = CountyService.objects.order_by("county_id", "sector")
    known = [
        values
        for values in stored.values_list("county_id", "sector", *FIELDS)
        if values[:2] in places
    ]
    return hashlib.sha256(json.dumps(known, cls=DjangoJSONEncoder).encode()).hexdigest()


def differences(before: CountyService | None, after: CountyService) -> list[Change]:
    """The fields in which two rows of one county differ, all that say something for a new one."""
    changes = []
    for name in FIELDS:
        old = _words(getattr(before, name)) if before else ""
        new = _words(getattr(after, name))
        if old != new:
            changes.append(Change(_title(name), old, new))
    return changes


def _title(name: str) -> str:
    column: Field = CountyService._meta.get_field(name)  # type: ignore[type-arg, assignment]
    return str(column.verbose_name)


def _words(value: object) -> str:
    if value is True:
        return _("da")
    if value is False:
        return _("nu")
    return format_date(value) if value and not isinstance(value, str) else str(value or "")  # type: ignore[arg-type]
