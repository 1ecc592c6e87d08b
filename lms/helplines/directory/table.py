"""The directory as a table to fill in: every county and sector, with what is known of it."""

from collections.abc import Iterator, Sequence

from lms.core.tables.writing import table_file
from lms.helplines.directory.changes import FIELDS
from lms.helplines.directory.columns import TITLES
from lms.helplines.models import CountyService
from lms.helplines.models.county_services import CAPITAL, SECTORS
from lms.organisations.models import County

_WIDTHS = (18, 8, 44, 18, 40, 32, 32, 40, 14, 10)


def directory_table(kind: str) -> bytes:
    """The table as a file, "csv" or "xlsx"."""
    return table_file([list(TITLES.values()), *_rows()], kind, widths=_WIDTHS, freeze="C2")


def _rows() -> Iterator[Sequence[object]]:
    known = {(one.county_id, one.sector): one for one in CountyService.objects.all()}
    for county in County.objects.all():
        sectors = range(1, SECTORS + 1) if county.pk == CAPITAL else (0,)
        places = [(county.pk, sector) for sector in sectors]
        if county.pk == CAPITAL and (CAPITAL, 0) in known:
            places.insert(0, (CAPITAL, 0))
        for place in places:
            yield [county.name, place[1] or "", *_cells(known.get(place))]


def _cells(service: CountyService | None) -> list[object]:
    if service is None:
        return [""] * len(FIELDS)
    values = [getattr(service, name) for name in FIELDS]
    return [("da" if value else "nu") if isinstance(value, bool) else value for value in values]
