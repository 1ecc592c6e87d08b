"""Writes of the county directory."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from wagtail.log_actions import log

from lms.helplines.directory.changes import FIELDS, differences
from lms.helplines.directory.reading import ServiceRow
from lms.helplines.models import CountyService


@dataclass(slots=True)
class WrittenServices:
    """How many counties were added, changed and left as they were."""

    added: int = 0
    changed: int = 0
    kept: int = 0


@transaction.atomic
def write_services(*, rows: Sequence[ServiceRow], by: object = None) -> WrittenServices:
    """Bring the directory to what the rows say, all of them or none; counties that they lack stay
    as they are. Written twice, the second time changes nothing. `by` is who the log names.

    Raises:
        ValidationError: a row breaks a rule of the directory.
    """
    written = WrittenServices()
    for row in rows:
        after = row.as_service()
        service = CountyService.objects.filter(county=row.county, sector=row.sector).first()
        if service is not None and not differences(service, after):
            written.kept += 1
            continue
        action = "wagtail.edit" if service else "wagtail.create"
        written.changed += service is not None
        written.added += service is None
        service = service or CountyService(county_id=row.county, sector=row.sector)
        for name in FIELDS:
            setattr(service, name, getattr(after, name))
        service.full_clean()
        service.save()
        log(instance=service, action=action, user=by)
    return written
