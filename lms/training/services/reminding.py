"""Reminding those who are enrolled that an event begins soon."""

from datetime import timedelta

from django.utils import timezone

from lms.training.enums import EventState
from lms.training.letters import reminder_letter
from lms.training.models import TrainingEvent
from lms.training.selectors.answering import open_address

# Two days before the first sitting.
AHEAD = timedelta(hours=48)


def remind_of_events() -> int:
    """Write to everybody who has a place at an event that begins within two days, once however
    often it runs; returns to how many."""
    now = timezone.now()
    soon = TrainingEvent.objects.filter(
        state=EventState.OPEN,
        sittings__number=1,
        sittings__starts_at__range=(now, now + AHEAD),
    )
    count = 0
    for event in soon:
        questions = open_address(event, "inainte")
        for participant in event.participants.enrolled():
            reminder_letter(participant, questions)
            count += 1
    return count
