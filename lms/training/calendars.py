"""Sittings as a calendar file, which phones and mail programs take."""

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar
from icalendar import Event as Entry

from lms.training.enums import EventState
from lms.training.models import TrainingEvent, TrainingSitting


def calendar_of(event: TrainingEvent) -> bytes:
    """All sittings of an event (RFC 5545), each an entry of its own."""
    calendar = Calendar()
    calendar.add("prodid", "-//ProTECT//Formare//RO")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for sitting in event.sittings.all():
        calendar.add_component(_entry(event, sitting))
    return calendar.to_ical()


def _entry(event: TrainingEvent, sitting: TrainingSitting) -> Entry:
    place = [sitting.place or event.place, str(event.county or "")]
    entry = Entry()
    # The same sitting read again is the same entry, moved or cancelled.
    entry.add("uid", f"{sitting.public_id}@{event.code.lower()}")
    entry.add("dtstamp", timezone.now())
    entry.add("dtstart", sitting.starts_at)
    entry.add("dtend", sitting.ends_at)
    entry.add("summary", str(event))
    entry.add("location", ", ".join(filter(None, place)))
    entry.add(
        "description", settings.SITE_URL + reverse("training:public_event", args=[event.code])
    )
    is_cancelled = event.state == EventState.CANCELLED
    entry.add("status", "CANCELLED" if is_cancelled else "CONFIRMED")
    return entry
