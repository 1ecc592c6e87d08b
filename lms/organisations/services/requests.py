"""Schools that were not in the list: asked for by teachers, settled by the secretariat."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lms.core import limits
from lms.core.text import mend_cedilla
from lms.organisations import settling
from lms.organisations.models import County, School, SchoolRequest
from lms.organisations.models.schools import folded_school

# A teacher asks for one school, a county's inspectorate for a few: more is a machine.
MOST_NEW_SCHOOLS = 20
NEW_SCHOOLS_PER_SECONDS = 3600


def check_new_school(*, source: str, name: str, locality_name: str, county: County) -> None:
    """Count a school that somebody without an account is about to ask for.

    `source` is a network address, of which only a keyed hash is kept, for an hour. A whole school
    stands behind one address, so a school that waits already is asked for as often as one likes.

    Raises:
        ValidationError: too many new ones came from there; the message says what to do instead.
    """
    waiting = SchoolRequest.objects.open()
    if waiting.alike(name=name, locality_name=locality_name, county=county).exists():
        return
    if limits.may("new-school", source, most=MOST_NEW_SCHOOLS, seconds=NEW_SCHOOLS_PER_SECONDS):
        return
    text = _(
        "De la această conexiune la internet s-au cerut multe școli noi în ultima oră. Căutați "
        "școala în listă, de exemplu doar după localitate, sau trimiteți formularul din nou peste "
        "o oră. Ne puteți scrie și la %(email)s. Ce ați completat s-a păstrat aici."
    )
    raise ValidationError(text % {"email": settings.SECRETARIAT_EMAIL})


def request_school(*, name: str, locality_name: str, county: County) -> SchoolRequest:
    """Put a school that was not in the list on the secretariat's queue; the same one only once,
    however it is typed and however many ask at the same moment."""
    request, _made = SchoolRequest.objects.get_or_create(
        folded=folded_school(name, locality_name),
        county=county,
        state=SchoolRequest.State.OPEN,
        defaults={
            "name": mend_cedilla(name.strip()),
            "locality_name": mend_cedilla(locality_name.strip()),
        },
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
