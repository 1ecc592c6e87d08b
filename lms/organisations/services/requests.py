"""Schools that were not in the list: asked for by teachers, settled by the secretariat."""

from django.db import transaction
from django.utils import timezone

from lms.core.text import mend_cedilla
from lms.organisations import settling
from lms.organisations.models import County, School, SchoolRequest


def request_school(*, name: str, locality_name: str, county: County) -> SchoolRequest:
    """Put a school that was not in the list on the secretariat's queue; the same one only once."""
    request, _ = SchoolRequest.objects.get_or_create(
        name=mend_cedilla(name.strip()),
        locality_name=mend_cedilla(locality_name.strip()),
        county=county,
        state=SchoolRequest.State.OPEN,
    )
    return request


@transaction.atomic
def settle_school_request(*, request: SchoolRequest, school: School) -> SchoolRequest:
    """Say which school of the register was meant; whoever asked for it gets it."""
    request.school, request.state = school, SchoolRequest.State.SETTLED
    request.settled_at = timezone.now()
    request.save()
    settling.tell_settled(request, school)
    return request
