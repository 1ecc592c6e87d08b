"""Writes of the county directory."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from wagtail.log_actions import log

from lms.helplines.directory.changes import FIELDS, changes_of, differences, fingerprint
from lms.helplines.directory.reading import ServiceRow
from lms.helplines.models import CountyService


@dataclass(slots=True)
class WrittenServices:
    """How many counties were added, changed and left as they were."""

    added: int = 0
    changed: int = 0
    kept: int = 0


class DirectoryChangedError(Exception):
    """Somebody else changed one of the counties since the preview was shown."""


@transaction.atomic
def write_services(
    *, rows: Sequence[ServiceRow], by: object = None, seen: str = ""
) -> WrittenServices:
    """Bring the directory to what the rows say, all of them or none; counties that they lack stay
    as they are. Written twice, the second time changes nothing. `by` is who the log names;
    `seen` is the fingerprint of what somebody compared the rows with, "" where nobody did.

    Raises:
        DirectoryChangedError: the directory is no longer what was seen.
        ValidationError: a row breaks a rule of the directory.
    """
    places = {row.county for row in rows}
    # Held until all is written: a colleague's change comes before the comparison or after it.
    held = CountyService.objects.select_for_update().filter(county__in=places).order_by("pk")
    known = {(service.county_id, service.sector): service for service in held}
    # Pressed twice, the second time finds what the first one wrote, and there is nothing to do.
    if seen and seen != fingerprint(rows) and changes_of(rows).rows:
        raise DirectoryChangedError
    written = WrittenServices()
    for row in rows:
        after = row.as_service()
        service = known.get((row.county, row.sector))
        if service is not None and not differences(service, after):
            written.kept += 1
            continue
        action = "wagtail.edit" if service else "wagtail.create"
        written.changed += service is not None
        written.added += service is None
        service = service or CountyService(county_id=row.county, sector=row.sector)
        known[row.county, row.sector] = service
        for name in FIELDS:
            setattr(service, name, getattr(after, name))
        service.full_clean()
        service.save()
        log(instance=service, action=action, user=by)
    return written
