"""`{% public_counter as counter %}`: the public figures of today, for any page."""

from django import template
from django.utils import timezone

from lms.reach import selectors
from lms.reach.selectors import PublicCounter

register = template.Library()


@register.simple_tag
def public_counter() -> PublicCounter:
    """The counter: `counter.running.pupils`, `counter.all_time.pupils`, `counter.year`,
    `counter.day`… Counted once for as long as no record changes."""
    return selectors.public_counter(timezone.localdate())
