"""Writes about single schools. A school is never deleted: it is renamed, closed or merged."""

from datetime import date

from django.db import transaction

from lms.core.text import mend_cedilla
from lms.organisations import settling
from lms.organisations.models import County, Locality, School


@transaction.atomic
def save_school(
    *,
    siiir: str,
    name: str,
    county: County,
    locality_name: str,
    medium: str,
    level: str = "",
    closed_on: date | None = None,
) -> School:
    """Add or change the school with this SIIIR code.

    Raises:
        ValidationError: a value does not fit its field.
    """
    locality, _ = Locality.objects.get_or_create(
        county=county, name=mend_cedilla(locality_name.strip())
    )
    school = School.objects.filter(siiir=siiir).first() or School(siiir=siiir)
    school.name, school.county, school.locality = mend_cedilla(name.strip()), county, locality
    school.medium, school.level, school.closed_on = medium, level, closed_on
    school.full_clean(exclude=["folded"])
    school.save()
    return school


@transaction.atomic
def merge_schools(*, duplicate: School, into: School) -> School:
    """Point a school that is in the register twice at the one that stays; nothing is deleted.

    Raises:
        ValueError: a school cannot be merged into itself or into one that was merged away.
    """
    # As they are now, held until the end: of two merges the other way round, at once, one holds.
    pair = School.objects.select_for_update().order_by("pk").filter(pk__in=[duplicate.pk, into.pk])
    if duplicate.pk == into.pk or any(school.merged_into_id for school in pair):
        raise ValueError("a school is merged into another one that stays")
    duplicate.merged_into = into
    duplicate.save(update_fields=["merged_into"])
    School.objects.filter(merged_into=duplicate).update(merged_into=into)
    settling.tell_merged(duplicate, into)
    return into
