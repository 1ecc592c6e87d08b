"""Today's school list, as counting needs it."""

from typing import NamedTuple

from lms.organisations.models import School


class Place(NamedTuple):
    """A school by code, with what the report groups by. Empty: the list does not know it."""

    siiir: str = ""
    county: str = ""
    medium: str = ""


UNKNOWN = Place()


def places() -> dict[int, Place]:
    """Every school by key, in one query: 20,000 are read in a few hundredths of a second."""
    columns = ("pk", "siiir", "county_id", "medium")
    rows = School.objects.order_by().values_list(*columns)
    return {key: Place(code, county, medium) for key, code, county, medium in rows}
